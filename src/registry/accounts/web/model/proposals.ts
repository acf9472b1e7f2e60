import { foldAccents } from '#lib/text-vi/index.ts'
import type { Role } from '../../domain/index.ts'

/**
 * The way most offices here make user names: the given name, then the initials of the rest ("Nguyễn Thị Thu Hà" →
 * "hantt"). A proposal to type over; the server says when it is taken. Empty while the name has one word only.
 */
export function proposedUsername(personName: string): string {
  const words = foldAccents(personName.normalize('NFC'))
    .split(/[^a-z]/)
    .filter((word) => word !== '')
  const given = words.at(-1)
  if (words.length < 2 || !given) return ''
  const proposal = `${given}${words
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join('')}`
  return proposal.length < 3 ? `${given}.${words[0]}`.slice(0, 60) : proposal.slice(0, 60)
}

/** What people of a role are usually called in a body; Vietnamese because titles are. */
const titles: Record<Role, (body: string) => string> = {
  administrator: () => 'Quản trị hệ thống',
  'office-clerk': (body) => `Chuyên viên ${body}`,
  'duty-officer': (body) => `Trực chỉ huy, ${body}`,
  leader: (body) => `Lãnh đạo ${body}`,
  'body-officer': (body) => `Chuyên viên ${body}`,
  'commune-clerk': (body) => `Cán bộ ${body}`,
  enterprise: (body) => `Đại diện ${body}`,
  auditor: () => 'Thanh tra viên',
}

/** A title to start from, once role and body are chosen; at most what the server takes. */
export function proposedTitle(role: Role | '', bodyName: string | undefined): string {
  return role && bodyName ? titles[role](bodyName).slice(0, 200) : ''
}
