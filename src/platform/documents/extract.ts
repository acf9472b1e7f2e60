import { runChild } from './child/run.ts'
import { detectKind } from './detect.ts'
import { refuse } from './document-error.ts'
import { INLINE_TEXT_BYTES, MAX_FILE_BYTES } from './limits.ts'
import { joinPages } from './pdf/running-heads.ts'
import { decodeText } from './text/decode.ts'
import type { Extraction, ExtractOptions, PageText } from './types.ts'

/**
 * The text of a file, by what the file is and not by its name: .txt, .md, .docx, PDF, PNG, JPEG, WebP. Everything but
 * a small text file is opened in a child process (child/run.ts). Rejects with DocumentError only.
 */
export async function extractText(bytes: Uint8Array, options: ExtractOptions): Promise<Extraction> {
  if (options.signal?.aborted) throw refuse.cancelled({})
  if (bytes.length > MAX_FILE_BYTES) throw refuse.tooLarge({ bytes: bytes.length, limit: MAX_FILE_BYTES })
  const kind = detectKind(bytes)
  if (kind === 'text' && bytes.length <= INLINE_TEXT_BYTES) return readSmallText(bytes, options)

  const donePages = (options.donePages ?? []).map((page) => ({ ...page }))
  const pages: PageText[] = []
  const final = await runChild(
    bytes,
    { work: 'extract', donePages },
    async (report) => {
      if (report.say === 'starting') {
        options.onProgress?.({ page: report.page, pages: report.pages, method: report.method })
      } else if (report.say === 'page') {
        const { page, old } = report
        pages.push(page)
        if (!old) await options.onPage?.(page)
        if (page.method === 'text' || old)
          options.onProgress?.({ page: page.number, pages: report.pages, method: page.method })
      }
    },
    options.signal,
  )
  if (final.say !== 'extracted') throw refuse.readerFailed({ why: `unexpected ${final.say}` })
  const paged = final.kind === 'pdf-text' || final.kind === 'pdf-scan'
  return { kind: final.kind, text: paged ? joinPages(pages) : pages[0]!.text, pages }
}

async function readSmallText(bytes: Uint8Array, options: ExtractOptions): Promise<Extraction> {
  const page: PageText = { number: 1, text: decodeText(bytes), method: 'text', confidence: null }
  if (page.text.trim() === '') throw refuse.empty({})
  await options.onPage?.(page)
  options.onProgress?.({ page: 1, pages: 1, method: 'text' })
  return { kind: 'text', text: page.text, pages: [page] }
}
