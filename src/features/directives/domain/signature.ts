import type { BodyKind, BodySector } from '#registry/bodies/domain/index.ts'

/** Who signs: the head, or a deputy in the head’s place. */
export const signers = ['head', 'deputy'] as const
export type SignedBy = (typeof signers)[number]

interface Post {
  head: string
  deputy: string
  /** A body that decides as a body is signed for: TM. (state), T/M (Party). */
  collective?: string
}

const posts: Partial<Record<BodyKind, Post>> = {
  'people-committee': { head: 'CHỦ TỊCH', deputy: 'PHÓ CHỦ TỊCH', collective: 'ỦY BAN NHÂN DÂN' },
  'people-council': { head: 'CHỦ TỊCH', deputy: 'PHÓ CHỦ TỊCH', collective: 'HỘI ĐỒNG NHÂN DÂN' },
  'party-committee': { head: 'BÍ THƯ', deputy: 'PHÓ BÍ THƯ', collective: 'BAN THƯỜNG VỤ' },
  'party-group': { head: 'BÍ THƯ', deputy: 'PHÓ BÍ THƯ', collective: 'BAN THƯỜNG VỤ' },
  'party-agency': { head: 'TRƯỞNG BAN', deputy: 'PHÓ TRƯỞNG BAN' },
  'committee-office': { head: 'CHÁNH VĂN PHÒNG', deputy: 'PHÓ CHÁNH VĂN PHÒNG' },
  'steering-committee': { head: 'TRƯỞNG BAN', deputy: 'PHÓ TRƯỞNG BAN', collective: 'BAN CHỈ ĐẠO' },
  'command-centre': { head: 'CHỈ HUY TRƯỞNG', deputy: 'PHÓ CHỈ HUY TRƯỞNG' },
  'zone-board': { head: 'TRƯỞNG BAN', deputy: 'PHÓ TRƯỞNG BAN' },
  inspectorate: { head: 'CHÁNH THANH TRA', deputy: 'PHÓ CHÁNH THANH TRA' },
  division: { head: 'TRƯỞNG PHÒNG', deputy: 'PHÓ TRƯỞNG PHÒNG' },
  'health-station': { head: 'TRƯỞNG TRẠM', deputy: 'PHÓ TRƯỞNG TRẠM' },
}
const director: Post = { head: 'GIÁM ĐỐC', deputy: 'PHÓ GIÁM ĐỐC' }

/**
 * Marks over a signature. State (NĐ 30/2020/NĐ-CP, annex I): TM. for a collective, KT. for a deputy in the head’s place.
 * Party (HD 36-HD/VPTW of 2018): T/M and K/T; a deputy secretary signs for the standing committee by his own office.
 * An office of a committee is the Party’s when its name says so.
 */
export function signatureFor(
  body: { kind: BodyKind; sector: BodySector; name: string },
  signer: SignedBy,
): { style: 'state' | 'party'; marks: string[]; title: string } {
  const party = body.sector === 'party'
  const office = /^văn phòng/iu.test(body.name)
  const post = office ? posts['committee-office']! : (posts[body.kind] ?? director)
  const marks = post.collective && !office ? [`${party ? 'T/M' : 'TM.'} ${post.collective}`] : []
  const deputy = signer === 'deputy'
  const bySelf = party && post.collective !== undefined && !office
  if (deputy && !bySelf) marks.push(`${party ? 'K/T' : 'KT.'} ${post.head}`)
  return { style: party ? 'party' : 'state', marks, title: deputy ? post.deputy : post.head }
}
