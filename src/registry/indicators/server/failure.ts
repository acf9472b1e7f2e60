/**
 * What people read beside the last good figure. The database's own words stay in the server's log: they may quote what
 * somebody recorded.
 */
export function failureText(error: unknown): string {
  const code = String((error as { code?: unknown }).code ?? '')
  if (code === '57014') return 'Phép tính lâu quá thời gian cho phép nên đã dừng.'
  if (code === '42501') return 'Phép tính chưa được cấp quyền đọc dữ liệu nguồn.'
  if (/^(42P01|42703)$/.test(code)) return 'Dữ liệu nguồn của phép tính không còn như trước.'
  return code ? `Phép tính gặp lỗi (mã ${code}).` : 'Phép tính gặp lỗi ngoài dự kiến.'
}
