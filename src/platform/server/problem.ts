/**
 * Every way a request can fail, in one list. The wire body is always { code, message, details }: programs branch on
 * `code`, people read `message` (Vietnamese, or English when they asked for it). Retired codes stay as comments.
 */
export type Language = 'vi' | 'en'

export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly details: object
  readonly said: Record<Language, string>
  constructor(code: string, status: number, said: Record<Language, string>, details: object) {
    super(said.vi)
    this.code = code
    this.status = status
    this.said = said
    this.details = details
  }
}

export interface Issue {
  path: string
  found: string
  expected: string
}

const define =
  <D extends object>(status: number, code: string, say: Record<Language, (details: D) => string>) =>
  (details: D) =>
    new Problem(code, status, { vi: say.vi(details), en: say.en(details) }, details)

/** What a person calls the thing a record is about. A new kind of record adds its word here. */
const nouns: Record<string, [vi: string, en: string]> = {
  directive: ['văn bản', 'document'],
  task: ['nhiệm vụ', 'task'],
  unit: ['đơn vị hành chính', 'administrative unit'],
  body: ['cơ quan', 'body'],
  account: ['tài khoản', 'account'],
  office: ['chức danh', 'office'],
  file: ['tệp', 'file'],
  edit: ['lần sửa', 'edit'],
  'health-record': ['mục của mạng lưới y tế cơ sở', 'record of the health network'],
  'safety-group': ['tổ an toàn COVID', 'safety group'],
  indicator: ['chỉ số', 'indicator'],
  threshold: ['ngưỡng cảnh báo', 'threshold'],
  incident: ['sự vụ', 'incident'],
  shift: ['ca trực', 'shift'],
  swap: ['đề nghị đổi ca', 'swap'],
  handover: ['biên bản giao ca', 'hand-over note'],
  committee: ['ban chỉ đạo, sở chỉ huy', 'committee'],
  'committee-member': ['thành viên', 'member'],
  'notice-kind': ['loại thông báo', 'kind of notice'],
  'notice-settings': ['cách nhận thông báo', 'notice settings'],
  page: ['địa chỉ', 'address'],
  part: ['phần việc', 'part'],
  report: ['báo cáo', 'report'],
  extension: ['đề nghị gia hạn', 'request for more time'],
  assignment: ['lần giao việc', 'assignment'],
  binding: ['gắn chỉ số', 'binding'],
  supersession: ['quan hệ thay thế', 'supersession'],
  calendar: ['lịch', 'calendar'],
}
const noun = (what: string, language: Language) => nouns[what]?.[language === 'vi' ? 0 : 1] ?? what

const listIssues = (issues: readonly Issue[]) =>
  issues
    .slice(0, 5)
    .map((i) => `${i.path || '·'}: ${i.expected}${i.found ? ` (${i.found})` : ''}`)
    .join('; ')

export const problem = {
  invalid: define(400, 'request.invalid', {
    vi: (d: { where: string; issues: readonly Issue[] }) =>
      `Dữ liệu gửi lên không hợp lệ (${d.where}). ${listIssues(d.issues)}`,
    en: (d) => `The ${d.where} is not valid. ${listIssues(d.issues)}`,
  }),
  malformed: define(400, 'request.malformed', {
    vi: (d: { why: string }) => `Máy chủ không đọc được yêu cầu: ${d.why}`,
    en: (d) => `The request cannot be read: ${d.why}`,
  }),
  requestIdMissing: define(400, 'request.id-missing', {
    vi: (_: { expected: string }) =>
      'Yêu cầu ghi thiếu mã yêu cầu (x-request-id) do thiết bị tạo. Hãy tải lại trang rồi làm lại.',
    en: () => 'A write must carry a request id made on the device (x-request-id, a UUID).',
  }),
  foreignOrigin: define(403, 'request.foreign-origin', {
    vi: (_: { origin: string }) => 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
    en: (d) => `The request comes from another site (${d.origin}) and is refused.`,
  }),
  signedOut: define(401, 'session.signed-out', {
    vi: (_: object) =>
      'Bạn chưa đăng nhập hoặc phiên làm việc đã kết thúc. Hãy đăng nhập lại; nội dung đang nhập vẫn còn.',
    en: () => 'You are not signed in, or the session has ended. Sign in again; what you typed is kept.',
  }),
  signInFailed: define(401, 'session.sign-in-failed', {
    vi: (_: object) => 'Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.',
    en: () => 'The user name, the password or the code is not right.',
  }),
  tooManyAttempts: define(429, 'session.too-many-attempts', {
    vi: (d: { retryAfterSeconds: number }) =>
      `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${Math.ceil(d.retryAfterSeconds / 60)} phút.`,
    en: (d) => `Too many failed attempts. Try again in ${Math.ceil(d.retryAfterSeconds / 60)} minutes.`,
  }),
  noOffice: define(403, 'session.no-office', {
    vi: (_: object) =>
      'Tài khoản hiện không giữ chức danh nào nên chưa làm việc được. Hãy liên hệ quản trị của đơn vị.',
    en: () => 'This account holds no office at present. Ask the administrator of your body.',
  }),
  // Not "forbidden": what lies on a device waits until the password is one's own.
  firstPassword: define(428, 'session.first-password', {
    vi: (_: object) =>
      'Mật khẩu này do người khác đặt. Anh chị đặt mật khẩu của riêng mình rồi làm tiếp, chưa có gì bị mất.',
    en: () => 'Somebody else set this password. Set one of your own, then go on; nothing is lost.',
  }),
  forbidden: define(403, 'action.forbidden', {
    vi: (_: { action: string }) => 'Chức danh của bạn không được làm việc này.',
    en: (d) => `Your office may not do this (${d.action}).`,
  }),
  notFound: define(404, 'subject.not-found', {
    vi: (d: { what: string; id: string }) => `Không có ${noun(d.what, 'vi')} này, hoặc bạn không được xem.`,
    en: (d) => `There is no such ${noun(d.what, 'en')}, or you may not see it.`,
  }),
  stale: define(409, 'subject.stale', {
    vi: (d: { what: string; expected: number; actual: number; current?: unknown }) =>
      `Người khác vừa sửa ${noun(d.what, 'vi')} này (bạn thấy bản ${d.expected}, nay là bản ${d.actual}). Hãy xem bản mới rồi quyết định.`,
    en: (d) =>
      `Someone changed this ${noun(d.what, 'en')} (you saw version ${d.expected}, it is ${d.actual}). Look again and decide.`,
  }),
  illegalMove: define(409, 'lifecycle.illegal-move', {
    vi: (d: { what: string; from: string; event: string }) =>
      `${noun(d.what, 'vi')} đang ở trạng thái “${d.from}” nên không thể thực hiện “${d.event}”.`,
    en: (d) => `A ${noun(d.what, 'en')} that is ${d.from} cannot ${d.event}.`,
  }),
  requestIdTaken: define(409, 'request.id-taken', {
    vi: (_: { id: string }) => 'Mã yêu cầu này đã được dùng cho một việc khác.',
    en: (d) => `Request id ${d.id} was already used for something else.`,
  }),
  purposeMissing: define(422, 'personal-data.purpose-missing', {
    vi: (_: { data: string }) =>
      'Đây là dữ liệu cá nhân. Hãy nêu mục đích xem; mục đích được ghi vào nhật ký.',
    en: () => 'This is personal data. Say what it is needed for; the purpose is kept in the log.',
  }),
  duplicate: define(409, 'subject.duplicate', {
    vi: (d: { what: string; field: string }) => `Đã có ${noun(d.what, 'vi')} với ${d.field} này.`,
    en: (d) => `There already is a ${noun(d.what, 'en')} with this ${d.field}.`,
  }),
  exists: define(409, 'subject.exists', {
    vi: (_: { rule: string }) =>
      'Bản ghi này đã có rồi: có người hoặc thiết bị vừa ghi trước. Hãy tải lại để xem bản đã ghi.',
    en: () => 'This record is there already: somebody or some device was first. Load again to see it.',
  }),
  inconsistent: define(422, 'subject.inconsistent', {
    vi: (d: { rule: string }) =>
      `Dữ liệu không khớp với những gì đã có nên chưa ghi được (quy tắc ${d.rule}). Hãy kiểm tra lại các mục đã chọn.`,
    en: (d) => `What was sent does not agree with what is there (rule ${d.rule}). Check what was chosen.`,
  }),
  outOfRange: define(400, 'request.out-of-range', {
    vi: (d: { found: string }) => `Có giá trị vượt ngoài phạm vi ghi được: ${d.found}`,
    en: (d) => `A value cannot be stored: ${d.found}`,
  }),
  incomplete: define(422, 'subject.incomplete', {
    vi: (d: { issues: readonly Issue[] }) => `Chưa đủ điều kiện thực hiện: ${listIssues(d.issues)}`,
    en: (d) => `Not ready yet: ${listIssues(d.issues)}`,
  }),
  documentUnreadable: define(422, 'document.unreadable', {
    vi: (d: { code: string; message: string }) => d.message,
    en: (d) => `${d.message} (${d.code})`,
  }),
  evidenceRefused: define(422, 'evidence.refused', {
    vi: (d: { name: string; why: string }) =>
      `Không nhận tệp “${d.name}”: ${d.why}. Tệp không được lưu lại; hãy gửi PDF, ảnh (JPEG, PNG, WebP), DOCX, XLSX, PPTX hoặc văn bản thuần.`,
    en: (d) => `The file “${d.name}” is refused and was not kept: ${d.why}.`,
  }),
  outsideJurisdiction: define(422, 'task.outside-jurisdiction', {
    vi: (d: { names: readonly string[] }) =>
      `Chỉ được giao cho cơ quan, đơn vị thuộc phạm vi của mình. Ngoài phạm vi: ${d.names.slice(0, 5).join('; ')}.`,
    en: (d) => `Outside your jurisdiction: ${d.names.slice(0, 5).join('; ')}.`,
  }),
  listTooLong: define(422, 'list.too-long', {
    vi: (d: { found: number; most: number }) =>
      `Danh sách có ${d.found} dòng, mỗi lần xuất được đến ${d.most} dòng. Hãy lọc bớt (theo trạng thái, văn bản, cơ quan) rồi xuất từng phần.`,
    en: (d) =>
      `The list has ${d.found} rows; at most ${d.most} are exported at a time. Filter it and export in parts.`,
  }),
  tooLarge: define(413, 'request.too-large', {
    vi: (d: { limitMegabytes: number }) =>
      `Tệp vượt quá ${d.limitMegabytes} MB. Hãy tách nhỏ hoặc nén ảnh rồi gửi lại.`,
    en: (d) => `The file is larger than ${d.limitMegabytes} MB.`,
  }),
  storageFull: define(507, 'storage.full', {
    vi: (_: object) =>
      'Ổ đĩa của máy chủ đã đầy nên chưa ghi được. Không có gì bị mất; hãy báo quản trị hệ thống rồi thử lại.',
    en: () => 'The server has no disk space left, nothing was written. Tell the administrator and try again.',
  }),
  unavailable: define(503, 'service.unavailable', {
    vi: (_: object) =>
      'Cơ sở dữ liệu tạm thời chưa trả lời. Nội dung của bạn vẫn còn, hãy thử lại sau ít giây.',
    en: () => 'The database does not answer at the moment. Nothing is lost, try again in a few seconds.',
  }),
  busy: define(503, 'service.busy', {
    vi: (_: object) =>
      'Máy chủ đang nhận quá nhiều việc cùng lúc. Nội dung của bạn vẫn còn, hãy thử lại sau một phút.',
    en: () => 'The server has too much to do at once. Nothing is lost, try again in a minute.',
  }),
  internal: define(500, 'internal', {
    vi: (d: { reference: string }) =>
      `Máy chủ gặp lỗi ngoài dự kiến. Hãy báo mã ${d.reference} cho quản trị hệ thống.`,
    en: (d) => `Something failed on our side. Give the administrator this reference: ${d.reference}.`,
  }),
}
