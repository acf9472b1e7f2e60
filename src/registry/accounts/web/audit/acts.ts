import type { Phrase } from '#platform/web/words/index.ts'

/** Reads one fact of an entry as text; empty when the entry does not carry it. */
export type Fact = (name: string) => string

/** What the log says in people's words, by action code. A code that is not here is shown as it is. */
export const acts: Readonly<Record<string, (fact: Fact) => Phrase>> = {
  'directive.received': (f) => ({
    vi: `Đưa văn bản vào hệ thống${quoted(f('file'))}`,
    en: `Brought in a document${quoted(f('file'))}`,
  }),
  'directive.read': (f) => ({
    vi: `Đọc xong văn bản${counted(f('tasks'), 'nhiệm vụ')}`,
    en: `Read a document${counted(f('tasks'), 'tasks')}`,
  }),
  'directive.unreadable': () => ({ vi: 'Không đọc được văn bản', en: 'Could not read a document' }),
  'directive.task-edited': () => ({ vi: 'Sửa một nhiệm vụ', en: 'Corrected a task' }),
  'directive.task-added': () => ({ vi: 'Thêm một nhiệm vụ', en: 'Added a task' }),
  'directive.task-dropped': () => ({ vi: 'Bỏ một nhiệm vụ', en: 'Dropped a task' }),
  'directive.task-restored': () => ({ vi: 'Lấy lại một nhiệm vụ đã bỏ', en: 'Fetched back a dropped task' }),
  'directive.task-split': () => ({ vi: 'Tách một nhiệm vụ', en: 'Split a task' }),
  'directive.tasks-joined': () => ({ vi: 'Gộp các nhiệm vụ', en: 'Joined tasks' }),
  'directive.document-edited': () => ({
    vi: 'Sửa thông tin văn bản',
    en: 'Corrected the facts of a document',
  }),
  'directive.edit-undone': () => ({ vi: 'Hoàn tác một lần sửa', en: 'Undid a correction' }),
  'directive.issued': (f) => ({
    vi: `Phát hành văn bản${spaced(f('number'))}${counted(f('tasks'), 'nhiệm vụ')}`,
    en: `Issued document${spaced(f('number'))}${counted(f('tasks'), 'tasks')}`,
  }),
  'directive.discard': () => ({ vi: 'Xếp bỏ văn bản', en: 'Set a document aside' }),
  'directive.restore': () => ({ vi: 'Lấy lại văn bản đã xếp bỏ', en: 'Fetched back a document' }),
  'directive.cancel': () => ({ vi: 'Dừng đọc văn bản', en: 'Stopped the reading of a document' }),
  'directive.retry': () => ({ vi: 'Cho đọc lại văn bản', en: 'Had a document read again' }),
  'account.created': (f) => ({
    vi: `Lập tài khoản${spaced(f('username'))}${f('office') && `, chức danh ${f('office')}`}`,
    en: `Made account${spaced(f('username'))}${f('office') && ` as ${f('office')}`}`,
  }),
  'account.disabled': (f) => ({
    vi: `Khóa tài khoản${spaced(f('username'))}${counted(f('sessionsEnded'), 'phiên kết thúc')}`,
    en: `Disabled ${account(f)}${counted(f('sessionsEnded'), 'sessions ended')}`,
  }),
  'account.enabled': (f) => ({
    vi: `Mở khóa tài khoản${spaced(f('username'))}`,
    en: `Enabled ${account(f)}`,
  }),
  'account.password-reset': (f) => ({
    vi: `Đặt lại mật khẩu của tài khoản${spaced(f('username')) || ' khác'}`,
    en: `Reset the password of ${account(f)}`,
  }),
  'account.password-changed': () => ({ vi: 'Đổi mật khẩu của mình', en: 'Changed the own password' }),
  'office.given': (f) => ({
    vi: `Giao chức danh${spaced(f('title'))}`,
    en: `Gave an office${f('title') && `: ${f('title')}`}`,
  }),
  'office.ended': () => ({ vi: 'Cho thôi một chức danh', en: 'Ended an office' }),
  'body.renamed': (f) => ({
    vi: `Đổi tên cơ quan${f('from') && ` ${f('from')} thành ${f('to')}`}`,
    en: `Renamed a body${f('from') && ` from ${f('from')} to ${f('to')}`}`,
  }),
  'body.alias-added': (f) => ({
    vi: `Thêm tên gọi khác của cơ quan${quoted(f('alias'))}`,
    en: `Added a name of a body${quoted(f('alias'))}`,
  }),
  'body.alias-removed': (f) => ({
    vi: `Bỏ tên gọi khác của cơ quan${quoted(f('alias'))}`,
    en: `Removed a name of a body${quoted(f('alias'))}`,
  }),
  'body.imported': (f) => ({
    vi: `Nhập danh mục cơ quan${counted(f('read'), 'dòng')}`,
    en: `Imported bodies${counted(f('read'), 'rows')}`,
  }),
  'body.generated': (f) => ({
    vi: `Lập các cơ quan chuẩn của tỉnh${counted(f('added'), 'cơ quan')}`,
    en: `Made the standard bodies of a province${counted(f('added'), 'bodies')}`,
  }),
  'unit.added': (f) => ({
    vi: `Thêm đơn vị${spaced(f('name'))}`,
    en: `Added unit${spaced(f('name'))}`,
  }),
  'unit.imported': (f) => ({
    vi: `Nhập danh mục đơn vị hành chính${counted(f('read'), 'dòng')}`,
    en: `Imported units${counted(f('read'), 'rows')}`,
  }),
  'unit.boundaries-imported': () => ({
    vi: 'Nhập ranh giới đơn vị hành chính',
    en: 'Imported boundaries of units',
  }),
  'installation.demo-loaded': () => ({ vi: 'Nạp dữ liệu trình diễn', en: 'Loaded the demo' }),
  'auth_sessions.insert': () => ({ vi: 'Đăng nhập', en: 'Signed in' }),
  'auth_sessions.delete': () => ({ vi: 'Kết thúc phiên đăng nhập', en: 'A session ended' }),
  'auth_users.insert': () => ({ vi: 'Ghi hồ sơ đăng nhập mới', en: 'New sign-in record' }),
  'auth_users.update': () => ({ vi: 'Sửa hồ sơ đăng nhập', en: 'Sign-in record changed' }),
  'auth_credentials.insert': () => ({ vi: 'Đặt mật khẩu lần đầu', en: 'First password set' }),
  'auth_credentials.update': () => ({ vi: 'Mật khẩu được thay', en: 'Password replaced' }),
  'auth_two_factors.insert': () => ({
    vi: 'Bắt đầu bật xác thực hai bước',
    en: 'Began to turn on two-step sign-in',
  }),
  'auth_two_factors.update': () => ({ vi: 'Dùng xác thực hai bước', en: 'Two-step sign-in used' }),
  'auth_two_factors.delete': () => ({ vi: 'Tắt xác thực hai bước', en: 'Turned off two-step sign-in' }),
}

/** Prefixes of action codes, as the filter offers them. */
export const actGroups: ReadonlyArray<{ prefix: string; label: Phrase }> = [
  { prefix: 'directive.', label: { vi: 'Văn bản', en: 'Documents' } },
  { prefix: 'task.', label: { vi: 'Theo dõi nhiệm vụ', en: 'Follow-up' } },
  { prefix: 'health-record.', label: { vi: 'Mạng lưới y tế cơ sở', en: 'Health network' } },
  { prefix: 'incident.', label: { vi: 'Tin báo', en: 'Incidents' } },
  { prefix: 'committee.', label: { vi: 'Ban Chỉ đạo', en: 'Committees' } },
  { prefix: 'account.', label: { vi: 'Tài khoản', en: 'Accounts' } },
  { prefix: 'office.', label: { vi: 'Chức danh', en: 'Offices' } },
  { prefix: 'body.', label: { vi: 'Cơ quan', en: 'Bodies' } },
  { prefix: 'unit.', label: { vi: 'Đơn vị hành chính', en: 'Units' } },
  { prefix: 'auth_', label: { vi: 'Đăng nhập', en: 'Sign-in' } },
]

const account = (f: Fact) => (f('username') ? `account ${f('username')}` : 'an account')
const spaced = (text: string) => (text ? ` ${text}` : '')
const quoted = (text: string) => (text ? ` “${text}”` : '')
const counted = (count: string, what: string) => (count && count !== '0' ? ` (${count} ${what})` : '')
