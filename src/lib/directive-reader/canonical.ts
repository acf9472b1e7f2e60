import { readBodies } from './bodies.ts'
import { tidyName } from './names-of-bodies.ts'
import { tokensOf } from './tokens.ts'

/**
 * The bodies that a name stands for: "Giám đốc Sở Y tế" → ["Sở Y tế"], "các Bộ: Quốc phòng, Tài chính" → ["Bộ Quốc phòng",
 * "Bộ Tài chính"]. A name that the lexicon does not know comes back tidied.
 */
export function canonicalBody(name: string): string[] {
  const flat = name
    .normalize('NFC')
    .replace(/[–—‐‑−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
  if (flat === '') return []
  const tokens = tokensOf(flat)
  const list = readBodies(tokens, 0, flat)
  if (!list || list.next < tokens.length) return [tidyName(flat)]
  return [...new Set(list.bodies.flatMap((body) => body.canonical))]
}
