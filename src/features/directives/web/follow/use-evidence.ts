import { useEffect, useRef, useState } from 'react'

import { newId } from '#platform/web/chance.ts'
import { evidenceLimitMegabytes, evidenceMost, judgeEvidence } from '../../domain/index.ts'

/** What the server takes as evidence; it looks into each file again and refuses what could run. */
export const evidenceEndings = ['.pdf', '.docx', '.xlsx', '.pptx', '.jpg', '.jpeg', '.png', '.webp', '.txt']
export const evidenceBytes = evidenceLimitMegabytes * 1_000_000

export interface EvidenceItem {
  id: string
  file: File
  state: 'judging' | 'ready' | 'refused'
  /** Why it would not be taken; empty when the device could not read it. */
  why?: string
}

/**
 * The files of a report that is being written. They leave with it, through the outbox, so that a photograph can be
 * taken where there is no network. What the server would refuse by its content is refused here, with the same sentence.
 */
export function useEvidence() {
  const [items, setItems] = useState<readonly EvidenceItem[]>([])
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => void (shown.current = false)
  }, [])

  async function judge(id: string, file: File) {
    const verdict = await file
      .arrayBuffer()
      .then((bytes) => judgeEvidence(new Uint8Array(bytes)))
      .catch(() => ({ ok: false as const, why: '' }))
    if (!shown.current) return
    const change: Partial<EvidenceItem> = verdict.ok
      ? { state: 'ready' }
      : { state: 'refused', why: verdict.why }
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...change } : item)))
  }

  function add(files: readonly File[]) {
    for (const file of files) {
      const id = newId()
      setItems((all) => [...all, { id, file, state: 'judging' }])
      void judge(id, file)
    }
  }

  const ready = items.filter((item) => item.state === 'ready')
  return {
    items,
    add,
    remove: (id: string) => setItems((all) => all.filter((item) => item.id !== id)),
    ready,
    tooMany: ready.length > evidenceMost,
    busy: items.some((item) => item.state === 'judging'),
  }
}
