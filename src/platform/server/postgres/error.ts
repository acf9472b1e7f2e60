/**
 * A database that cannot be had. The message is for the person who started the product: what was found, what was
 * expected and what to do, in Vietnamese and then in English. `code` is stable, for programs and tests.
 */
export class PostgresError extends Error {
  readonly code: string
  readonly details: object

  constructor(code: string, words: { vi: string; en: string }, details: object = {}, cause?: unknown) {
    super(`${words.vi}\n${words.en}`, { cause })
    this.name = 'PostgresError'
    this.code = `postgres.${code}`
    this.details = details
  }
}

/** The code of a failed system call, such as ENOENT. */
export function systemCode(error: unknown): string {
  return String((error as NodeJS.ErrnoException | undefined)?.code ?? '')
}

/** A folder or file that the system did not let us make, read or write. */
export function folderError(path: string, error: unknown): PostgresError {
  const code = systemCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error)
  return new PostgresError(
    'folder-refused',
    {
      vi: `Không dùng được thư mục ${path} (${code}). Cần một thư mục ghi được: đặt biến PHAODAI_DATA trỏ tới thư mục như thế, hoặc chạy bằng người dùng có quyền.`,
      en: `The folder ${path} cannot be used (${code}). A writable folder is needed: set PHAODAI_DATA to one, or run as a user who may write there.`,
    },
    { path, systemCode: code },
    error,
  )
}

export function diskFull(path: string, cause?: unknown): PostgresError {
  return new PostgresError(
    'disk-full',
    {
      vi: `Hết chỗ trên đĩa chứa ${path}. Không mất dữ liệu đã ghi nhận: giải phóng chỗ (ít nhất 200 MB) hoặc chuyển PHAODAI_DATA sang đĩa khác, rồi chạy lại.`,
      en: `The disk that holds ${path} is full. Nothing acknowledged is lost: free some space (at least 200 MB) or move PHAODAI_DATA to another disk, then start again.`,
    },
    { path },
    cause,
  )
}
