import { Worker } from 'node:worker_threads'

import type { DirectiveReading } from '#lib/directive-reader/index.ts'

/** A ten-megabyte text is read in seconds and a few hundred megabytes; more than this is refused, not suffered. */
const heapMegabytes = 1024
const longestRun = 120_000

/** Reads a text on another thread, so that nobody else waits while a long document is taken apart. */
export function readOnThread(text: string, signal: AbortSignal): Promise<DirectiveReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      workerData: text,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    })
    const timer = setTimeout(() => end(() => reject(new Error('reading took too long'))), longestRun)
    const stop = () => end(() => reject(new Error('reading was stopped')))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      void worker.terminate()
      settle()
    }
    signal.addEventListener('abort', stop)
    worker.once('message', (reading: DirectiveReading) => end(() => resolve(reading)))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', (code) => end(() => reject(new Error(`the reader stopped with ${code}`))))
  })
}
