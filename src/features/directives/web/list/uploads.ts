import { useSyncExternalStore } from 'react'

import { mayPass } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { sendFile } from '../queries.ts'
import { dropFile, keepFile, type KeptFile, keptFiles } from './kept-files.ts'

export interface Upload {
  id: string
  name: string
  /** 0 to 1. */
  share: number
  state: 'sending' | 'waiting' | 'failed'
  error: unknown
}

interface Running extends Upload {
  file: KeptFile
  stop: AbortController
}

let uploads: readonly Running[] = []
const listeners = new Set<() => void>()

function change(next: readonly Running[]) {
  uploads = next
  for (const listener of listeners) listener()
}
const patch = (id: string, part: Partial<Running>) =>
  change(uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)))

/** They go on while other pages are open, so they belong to no page. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => uploads,
  )
}

export async function startUpload(
  accountId: string,
  file: File,
  onDone: (id: string) => void,
): Promise<void> {
  const kept: KeptFile = { id: newId(), accountId, name: file.name, file }
  await keepFile(kept)
  await run(kept, onDone)
}

/** Files that a closed browser left behind. */
export async function resumeUploads(accountId: string, onDone: (id: string) => void): Promise<void> {
  for (const kept of await keptFiles(accountId)) {
    if (!uploads.some((upload) => upload.id === kept.id)) void run(kept, onDone)
  }
}

export function retryUpload(id: string, onDone: (id: string) => void): void {
  const upload = uploads.find((u) => u.id === id)
  if (upload) void run(upload.file, onDone)
}

export function giveUpUpload(id: string): void {
  uploads.find((upload) => upload.id === id)?.stop.abort()
  change(uploads.filter((upload) => upload.id !== id))
  void dropFile(id)
}

async function run(file: KeptFile, onDone: (id: string) => void): Promise<void> {
  const stop = new AbortController()
  const fresh: Running = { id: file.id, name: file.name, share: 0, state: 'sending', error: null, file, stop }
  change([...uploads.filter((upload) => upload.id !== file.id), fresh])
  try {
    await sendFile(file.id, new File([file.file], file.name, { type: file.file.type }), {
      signal: stop.signal,
      onProgress: (share) => patch(file.id, { share }),
    })
    change(uploads.filter((upload) => upload.id !== file.id))
    await dropFile(file.id)
    onDone(file.id)
  } catch (error) {
    if (stop.signal.aborted) return
    const passing = mayPass(error)
    patch(file.id, { state: passing ? 'waiting' : 'failed', error })
    // What the server refuses it will refuse tomorrow too; what did not reach it is kept.
    if (!passing) await dropFile(file.id)
  }
}
