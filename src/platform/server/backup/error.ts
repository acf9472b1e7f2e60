/**
 * A backup that cannot be made, read or restored. Vietnamese first, then English; `code` is stable; `details` says
 * where in the file or database.
 */
export class BackupError extends Error {
  readonly code: string
  readonly details: object

  constructor(code: string, words: { vi: string; en: string }, details: object = {}, cause?: unknown) {
    super(`${words.vi}\n${words.en}`, { cause })
    this.name = 'BackupError'
    this.code = `backup.${code}`
    this.details = details
  }
}

export function damaged(file: string, where: string, cause?: unknown): BackupError {
  return new BackupError(
    'damaged',
    {
      vi: `Bản sao lưu ${file} bị hỏng ở ${where}. Không phục hồi gì cả: hãy dùng bản sao khác.`,
      en: `The backup ${file} is damaged at ${where}. Nothing was restored: use another copy.`,
    },
    { file, where },
    cause,
  )
}
