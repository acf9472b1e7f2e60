import { useEffect, useRef, useState } from 'react'

import { ApiProblem } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { sendEvidence } from './queries.ts'

/** What the server takes as evidence; it looks into each file and refuses what could run. */
export const evidenceEndings = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png', '.webp', '.txt']
export const evidenceBytes = 25 * 1024 * 1024

export interface EvidenceItem {
  id: string
  name: string
  /** 0–1 while it is on its way. */
  share: number
  state: 'sending' | 'kept' | 'failed'
  /** Why it was not taken. */
  problem?: unknown
}

/** Files leave as soon as they are chosen, so that the report itself is a few words and can wait for a network. */
export function useEvidence(taskId: string, first: readonly { id: string; name: string }[]) {
  const [items, setItems] = useState<readonly EvidenceItem[]>(() =>
    first.map((file) => ({ ...file, share: 1, state: 'kept' })),
  )
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    leaving.current = controller
    return () => controller.abort()
  }, [])

  const change = (id: string, patch: Partial<EvidenceItem>) =>
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...patch } : item)))

  function add(files: readonly File[]) {
    for (const file of files) {
      const id = newId()
      setItems((all) => [...all, { id, name: file.name, share: 0, state: 'sending' }])
      const { signal } = leaving.current
      sendEvidence(taskId, id, file, { onProgress: (share) => change(id, { share }), signal }).then(
        // The same bytes sent before have their place already: the server says under which id.
        (kept) => change(id, { id: kept.id, state: 'kept', share: 1 }),
        (problem: unknown) => {
          if (problem instanceof ApiProblem) change(id, { state: 'failed', problem })
        },
      )
    }
  }

  return {
    items,
    add,
    remove: (id: string) => setItems((all) => all.filter((item) => item.id !== id)),
    kept: items.filter((item) => item.state === 'kept'),
    busy: items.some((item) => item.state === 'sending'),
  }
}
