// One person may hold an office of the party and one of the state: both bodies are told.
import type { Body } from './body-names.ts'
import type { Token } from './tokens.ts'

/** "Bí thư, Chủ tịch UBND các huyện …": the secretary stands for the party committee of the same place. */
export function withParty(core: Body, tokens: readonly Token[], from: number, to: number): void {
  const offices = tokens.slice(from, to).map((t) => t.w)
  if (
    offices[0] !== 'bí' ||
    !offices.includes('tịch') ||
    !core.canonical.every((name) => name.startsWith('Ủy ban nhân dân'))
  )
    return
  const parties = core.canonical.map((name) => partyOf(name.replace(/^Ủy ban nhân dân /u, '')))
  core.canonical = [...parties, ...core.canonical]
}

function partyOf(place: string): string {
  const named = /^(tỉnh|thành phố|huyện|thị xã|quận) (\p{Lu}.*)$/u.exec(place)
  const party: Record<string, string> = {
    tỉnh: 'Tỉnh ủy',
    'thành phố': 'Thành ủy',
    huyện: 'Huyện ủy',
    'thị xã': 'Thị ủy',
    quận: 'Quận ủy',
  }
  if (named) return `${party[named[1] ?? ''] ?? ''} ${named[2] ?? ''}`
  if (/^(?:các )?(?:huyện|quận|thị)/iu.test(place)) return 'Huyện ủy, thị ủy, thành ủy'
  if (/^(?:các )?tỉnh, thành/iu.test(place)) return 'Các tỉnh ủy, thành ủy'
  if (/^(?:các )?(?:xã|phường)/iu.test(place)) return `Đảng ủy ${place}`
  return place === 'tỉnh' ? 'Tỉnh ủy' : `Tỉnh ủy ${place}`
}
