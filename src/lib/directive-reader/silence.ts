// Parts of a document that assign nothing: assessments, grounds, aims, closing formulas.
import { foldAccents } from '#lib/text-vi/index.ts'

import type { Silence } from './outline.ts'

const headings =
  /^(?:danh gia|ket qua|tinh hinh|thuc trang|muc dich|can cu|co so phap ly|su can thiet|thanh phan|thoi gian(?! |$)|thoi gian(?:$|:)|dia diem|khai quat|boi canh|uu diem|ton tai|han che|nguyen nhan|nhan dinh|dac diem|quan diem|muc tieu|pham vi|doi tuong|danh nghia|chu de|phu luc|nhu cau|xac dinh khu vuc)/
const money = /^(?:nguon )?kinh phi|^(?:du toan|nguon luc|nguon von)/
const sentences =
  /^(?:(?:phe binh|bieu duong|hoan nghenh|danh gia cao|ghi nhan va) |tren day la|nay,? thong bao|nay,? (?:uy ban|ubnd|van phong)[^.]{0,80}thong bao|nay thong bao|van phong [^.]{0,90}(?:tran trong |xin )?thong bao (?:de|den|cho|toi|noi dung|ket luan|y kien|cac)|thong bao nay|[^.]{0,60} (?:tran trong )?cam on |(?:xin )?tran trong(?: cam on| thong bao)?[./!]{0,3}$|(?:trong qua trinh )?[^.]{0,90}(?:vuong mac|kho khan)[^.]{0,40} lien he |chi thi nay (?:co hieu luc|duoc pho bien|thay the|pho bien)|\(?(?:kem theo|chi tiet|co )[^.]{0,60}(?:kem theo|gui kem))/

/** What may be assigned below a heading. */
export function silenceOf(words: string, isHeading: boolean): Silence {
  if (!isHeading) return 'no'
  const folded = foldAccents(words.slice(0, 60)).trim()
  if (headings.test(folded))
    return /(?:nhiem vu|giai phap|phuong an|noi dung|to chuc thuc hien)/.test(
      foldAccents(words.slice(0, 160)),
    )
      ? 'no'
      : 'all'
  return money.test(folded) ? 'named' : 'no'
}

/** "…, Chủ tịch UBND thị xã yêu cầu:", "… có ý kiến chỉ đạo như sau:": it opens what is told below. */
export function opensOrders(words: string): boolean {
  return (
    words.length < 400 &&
    /(?:yêu cầu|đề nghị|kết luận|chỉ thị|có ý kiến(?: chỉ đạo)?|ý kiến chỉ đạo|chỉ đạo|giao nhiệm vụ)(?: một số nội dung| các nội dung)?(?: như)?(?: sau)? ?:?$/iu.test(
      words,
    )
  )
}

const formulas = /chịu trách nhiệm (?:thi hành|thực hiện) Quyết định này$/iu

/** A sentence of form ("Trên đây là …", "Nay, thông báo …"). */
export function silentSentence(words: string): boolean {
  return sentences.test(foldAccents(words.slice(0, 220)).trim()) || formulas.test(words.slice(-60))
}

/** The last "Yêu cầu … nghiêm túc triển khai thực hiện Chỉ thị này": it adds nothing to what was assigned. */
export function asksOnlyToObey(words: string, pattern: string): boolean {
  // "Các thành viên căn cứ nhiệm vụ được phân công nghiêm túc thực hiện."
  if (
    pattern.startsWith('subject') &&
    words.length < 200 &&
    !/báo cáo|phản ánh|ngày \d|phối hợp/iu.test(words)
  )
    return /(?:nghiêm túc|nghiêm chỉnh|khẩn trương|tích cực) (?:tổ chức |triển khai ){0,2}thực hiện$/iu.test(
      words,
    )
  if (!/^assign:(?:yêu-cầu|đề-nghị)/u.test(pattern) || /báo cáo|phản ánh|ngày \d/iu.test(words)) return false
  return /(?:triển khai|thực hiện|chấp hành)/iu.test(words.slice(-90))
}
