/**
 * Every way a file can be refused. `code` is for programs, `message` is in Vietnamese for people and says what the
 * file is and what to do, `details` carries the facts (found, expected, todo) for both.
 */
export class DocumentError extends Error {
  readonly code: string
  readonly details: object
  constructor(code: string, message: string, details: object = {}) {
    super(message)
    this.name = 'DocumentError'
    this.code = code
    this.details = details
  }
}

interface Said {
  found: string
  expected?: string
  todo: string
}

const accepted = 'văn bản .docx, PDF, .txt, .md hoặc ảnh chụp PNG, JPEG, WebP'

function define<D extends object>(code: string, say: (facts: D) => Said) {
  return (facts: D) => {
    const said = say(facts)
    return new DocumentError(code, `${said.found} ${said.todo}`, { ...facts, ...said })
  }
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`

export const refuse = {
  empty: define('document.empty', (_: object) => ({
    found: 'Tệp không có nội dung.',
    expected: accepted,
    todo: 'Hãy kiểm tra lại tệp gốc và tải lên lại.',
  })),
  tooLarge: define('document.too-large', (d: { bytes: number; limit: number }) => ({
    found: `Tệp nặng ${megabytes(d.bytes)}, vượt mức ${megabytes(d.limit)}.`,
    todo: 'Hãy quét lại ở 200 dpi, đen trắng, hoặc tách thành nhiều tệp.',
  })),
  tooMuchText: define('document.too-large', (d: { characters: number; limit: number }) => ({
    found: `Tệp chứa hơn ${d.limit.toLocaleString('vi')} ký tự, không phải một văn bản.`,
    todo: 'Hãy tách riêng văn bản cần đọc.',
  })),
  tooManyPages: define('document.too-many-pages', (d: { pages: number; limit: number }) => ({
    found: `Tệp có ${d.pages} trang, vượt mức ${d.limit} trang.`,
    todo: 'Hãy tách thành nhiều tệp, hoặc chỉ tải phần văn bản chính.',
  })),
  imageTooLarge: define('document.too-large', (d: { width: number; height: number; megapixels: number }) => ({
    found: `Ảnh có kích thước ${d.width} × ${d.height} điểm, vượt mức ${d.megapixels} triệu điểm ảnh.`,
    todo: 'Hãy giảm kích thước ảnh hoặc chụp lại từng trang.',
  })),
  encrypted: define('document.encrypted', (d: { format: string }) => ({
    found: `Tệp ${d.format} được bảo vệ bằng mật khẩu nên không đọc được.`,
    todo: 'Hãy mở bằng mật khẩu, lưu lại một bản không đặt mật khẩu rồi tải lên.',
  })),
  zipBomb: define('document.zip-bomb', (d: { why: string }) => ({
    found: `Tệp nén có cấu trúc bất thường (${d.why}), có thể gây hại nên không được mở.`,
    todo: 'Hãy xin lại bản gốc từ nơi gửi.',
  })),
  spreadsheet: define('document.spreadsheet', (d: { format: string }) => ({
    found: `Đây là bảng tính (${d.format}), không phải văn bản.`,
    expected: accepted,
    todo: 'Hãy nhập bảng tính ở mục nhập dữ liệu, hoặc tải lên chính văn bản.',
  })),
  notASheet: define('document.not-a-spreadsheet', (d: { what: string }) => ({
    found: `Đây là ${d.what}, không phải bảng tính.`,
    expected: 'bảng tính .xlsx hoặc .csv',
    todo: 'Hãy tải lên bảng tính .xlsx hoặc .csv.',
  })),
  tooManyRows: define('document.too-many-rows', (d: { rows: number; cells: number }) => ({
    found: `Bảng tính có quá nhiều dòng hoặc ô (mức cho phép: ${d.rows.toLocaleString('vi')} dòng, ${d.cells.toLocaleString('vi')} ô).`,
    todo: 'Hãy tách thành nhiều tệp, hoặc xóa các dòng, cột trống ở cuối bảng.',
  })),
  notADocument: define('document.not-a-document', (d: { what: string }) => ({
    found: `Đây là ${d.what}, không phải văn bản đọc được.`,
    expected: accepted,
    todo: `Hãy tải lên ${accepted}.`,
  })),
  oldFormat: define('document.unsupported-format', (d: { what: string; saveAs: string }) => ({
    found: `Đây là ${d.what}, hệ thống không đọc định dạng này.`,
    expected: accepted,
    todo: `Hãy mở tệp và lưu lại thành ${d.saveAs} rồi tải lên.`,
  })),
  binary: define('document.binary', (_: object) => ({
    found: 'Tệp chứa dữ liệu nhị phân không nhận ra được, không phải văn bản.',
    expected: accepted,
    todo: `Hãy tải lên ${accepted}.`,
  })),
  encoding: define('document.encoding', (_: { candidates: string[] }) => ({
    found: 'Không xác định được bảng mã tiếng Việt của tệp văn bản này.',
    expected: 'UTF-8, UTF-16, Windows-1258, TCVN3 (ABC) hoặc VNI',
    todo: 'Hãy mở tệp và lưu lại với bảng mã UTF-8 (Unicode).',
  })),
  damaged: define('document.damaged', (d: { format: string; why: string }) => ({
    found: `Tệp ${d.format} bị hỏng hoặc bị cắt cụt nên không đọc được.`,
    todo: 'Hãy tải lại từ nơi gửi, hoặc mở và lưu lại rồi tải lên.',
  })),
  lostPicture: define('document.damaged', (d: { page: number }) => ({
    found: `Ảnh quét ở trang ${d.page} của tệp PDF bị hỏng hoặc quá lớn nên không đọc được.`,
    todo: 'Hãy quét lại trang đó ở 200 dpi, hoặc xuất lại tệp PDF.',
  })),
  noText: define('document.no-text', (d: { format: string }) => ({
    found: `Tệp ${d.format} mở được nhưng không có chữ nào đọc được.`,
    todo: 'Hãy kiểm tra lại bản quét: đúng chiều, đủ sáng, đủ nét (200 dpi trở lên).',
  })),
  cancelled: define('document.cancelled', (_: object) => ({
    found: 'Đã dừng đọc tệp theo yêu cầu.',
    todo: 'Các trang đã đọc vẫn được giữ; có thể đọc tiếp.',
  })),
  timeout: define('document.timeout', (d: { page: number | null; limitMs: number }) => ({
    found: d.page === null ? 'Đọc tệp quá lâu nên đã dừng.' : `Đọc trang ${d.page} quá lâu nên đã dừng.`,
    todo: 'Hãy thử lại; nếu vẫn không được, hãy tách trang này ra hoặc quét lại.',
  })),
  tooHeavy: define('document.too-heavy', (_: { limitMb: number }) => ({
    found: 'Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng để bảo vệ máy chủ.',
    todo: 'Hãy tách thành nhiều tệp hoặc lưu lại ở dạng đơn giản hơn rồi tải lên.',
  })),
  readerFailed: define('document.damaged', (_: { why: string }) => ({
    found: 'Bộ đọc gặp lỗi khi mở tệp này; tệp có thể bị hỏng.',
    todo: 'Hãy mở và lưu lại tệp, hoặc xuất ra PDF rồi tải lên.',
  })),
}

export const isDocumentError = (error: unknown): error is DocumentError => error instanceof DocumentError
