import { isDocumentError } from '../document-error.ts'
import { extractInside, sheetsInside } from './extract-inside.ts'
import type { Order, Report } from './messages.ts'

// The process that opens foreign files. It talks only to its parent and ends with it.

const say = (report: Report) => new Promise<void>((resolve) => process.send!(report, () => resolve()))

/** Says something and waits until the server has stored it. */
async function sayAndWait(report: Report): Promise<void> {
  const next = new Promise<void>((resolve) => process.once('message', () => resolve()))
  await say(report)
  await next
}

async function wholeInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function work(order: Order): Promise<void> {
  try {
    const bytes = await wholeInput()
    await say(
      order.work === 'extract'
        ? await extractInside(bytes, order.donePages, sayAndWait)
        : await sheetsInside(bytes, order),
    )
  } catch (error) {
    if (!isDocumentError(error)) throw error
    const { code, message, details } = error
    await say({ say: 'refused', code, message, details })
  }
  process.disconnect()
}

process.once('message', (order: Order) => void work(order))
process.on('disconnect', () => process.exit(0))
await say({ say: 'ready' })
