import type { CommitteeKind, CommitteeOffice } from './committee.ts'

export type SigningStyle = 'state' | 'party'

/**
 * How an office is written under a document. In a Steering Committee the collective signs: TM. BAN CHỈ ĐẠO, and a deputy
 * signs in place of the head: KT. TRƯỞNG BAN (NĐ 30/2020/NĐ-CP, Annex I; Party papers write T/M, K/T: HD 36-HD/VPTW
 * of 2018). A Command is led by one person, who signs without a mark; a deputy signs KT. CHỈ HUY TRƯỞNG. Members do not
 * sign for it.
 */
export function signatureOf(
  kind: CommitteeKind,
  office: CommitteeOffice,
  style: SigningStyle,
): { title: string; marks: string[] } | undefined {
  const mark = style === 'state' ? { onBehalf: 'TM.', inPlace: 'KT.' } : { onBehalf: 'T/M', inPlace: 'K/T' }
  const title = titles[kind][office]
  if (!title) return undefined
  if (office === 'commander') return { title, marks: [] }
  if (office === 'deputy-commander') return { title, marks: [`${mark.inPlace} CHỈ HUY TRƯỞNG`] }
  const collective = `${mark.onBehalf} BAN CHỈ ĐẠO`
  return { title, marks: office === 'head' ? [collective] : [collective, `${mark.inPlace} TRƯỞNG BAN`] }
}

const titles: Record<CommitteeKind, Partial<Record<CommitteeOffice, string>>> = {
  'steering-committee': {
    head: 'TRƯỞNG BAN',
    'standing-deputy': 'PHÓ TRƯỞNG BAN THƯỜNG TRỰC',
    deputy: 'PHÓ TRƯỞNG BAN',
  },
  'command-centre': { commander: 'CHỈ HUY TRƯỞNG', 'deputy-commander': 'PHÓ CHỈ HUY TRƯỞNG' },
}

/** As lists of members write them. */
export const officeNames: Record<CommitteeOffice, string> = {
  head: 'Trưởng ban',
  commander: 'Chỉ huy trưởng',
  'standing-deputy': 'Phó Trưởng ban Thường trực',
  deputy: 'Phó Trưởng ban',
  'deputy-commander': 'Phó Chỉ huy trưởng',
  'standing-member': 'Ủy viên Thường trực',
  member: 'Thành viên',
}
