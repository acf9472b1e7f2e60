import type { Facts, KindWords, Subject } from './kind.ts'

export interface MailItem {
  kind: string
  subject: Subject
  facts: Facts
}

export interface Mail {
  subject: string
  text: string
}

/**
 * One mail for everything at once: a line for each kind, with the page that shows it. Says what and how many, never the
 * record itself: mail lies unprotected on servers we do not know.
 */
export function composeMail(items: readonly MailItem[], kinds: readonly KindWords[], baseUrl: string): Mail {
  const lines = kinds.flatMap((kind) => {
    const mine = items.filter((item) => item.kind === kind.key)
    const first = mine[0]
    if (!first) return []
    const one = mine.length === 1
    const said = one ? kind.say(first.facts).vi : kind.sayMany(mine.length).vi
    const link = one ? kind.link(first.subject, first.facts) : kind.listLink
    return [`- ${kind.title.vi}: ${said}\n  ${baseUrl}${link}`]
  })
  const only = lines.length === 1 ? kinds.find((kind) => kind.key === items[0]?.kind) : undefined
  return {
    subject: only ? `Pháo Đài: ${only.title.vi}` : `Pháo Đài: ${lines.length} loại thông báo mới`,
    text: [
      'Anh/chị có thông báo mới trên Pháo Đài:',
      '',
      ...lines,
      '',
      `Đổi cách nhận thư, giờ yên lặng: ${baseUrl}/thong-bao`,
      'Thư này gửi tự động, xin không trả lời.',
    ].join('\n'),
  }
}

export const codeMail = (code: string): Mail => ({
  subject: `Pháo Đài: mã xác nhận ${code}`,
  text: [
    `Mã xác nhận địa chỉ thư: ${code}`,
    '',
    'Nhập mã này trên trang Thông báo của Pháo Đài trong 30 phút. Nếu anh/chị không yêu cầu, xin bỏ qua thư này.',
  ].join('\n'),
})
