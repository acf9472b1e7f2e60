import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

import { readDirective } from '#lib/directive-reader/index.ts'
import { DocumentError, extractText } from '#platform/documents/index.ts'
import { CommandError, readArgs } from './command.ts'

/** `directive read FILE…`: one JSON object a line; a file that cannot be read gives its error and exit status 1 at the end. */
export async function directive([verb, ...args]: string[]): Promise<number> {
  if (verb !== 'read') throw new CommandError('Cách dùng: phaodai directive read TỆP… [--json]')
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } })
  if (positionals.length === 0)
    throw new CommandError('Cần ít nhất một tệp. Cách dùng: phaodai directive read TỆP… [--json]')
  let failed = false
  for (const file of positionals) {
    const reading = await readOne(file)
    failed ||= 'error' in reading
    await print(values.json ? JSON.stringify(reading) : summary(reading))
  }
  return failed ? 1 : 0
}

type Reading = { file: string } & (
  ReturnType<typeof readDirective> | { error: { code: string; message: string } }
)

async function readOne(file: string): Promise<Reading> {
  try {
    const bytes = await readFile(file)
    const { text } = await extractText(bytes, { fileName: basename(file) })
    return { file, ...readDirective(text) }
  } catch (error) {
    return { file, error: describeError(error) }
  }
}

function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof DocumentError) return { code: error.code, message: error.message }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { code: 'file.missing', message: 'Không có tệp này.' }
  if (code === 'EISDIR') return { code: 'file.is-folder', message: 'Đây là thư mục, cần một tệp.' }
  if (code === 'EACCES') return { code: 'file.forbidden', message: 'Không có quyền đọc tệp này.' }
  return { code: 'document.reading-failed', message }
}

function summary(reading: Reading): string {
  if ('error' in reading) return `${reading.file}: ${reading.error.message} (${reading.error.code})`
  const { document, tasks } = reading
  const head = `${reading.file}\n  ${document.kind ?? '?'} ${document.number ?? ''} ${document.date ?? ''} – ${document.issuer ?? '?'}`
  const lines = tasks.map((t) => {
    const due = t.deadline ? ` [${t.deadline.date ?? t.deadline.kind}]` : ''
    return `  ${t.id.padEnd(6)} ${t.leadCanonical.join('; ') || '(chưa rõ chủ trì)'}${due}\n         ${t.quote.slice(0, 150)}`
  })
  return [head, ...lines].join('\n')
}

/** Waits for the pipe: a reading can be larger than its buffer, and the process may end right after. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve())),
  )
}
