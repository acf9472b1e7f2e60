import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'

import { useMe } from '../session/Session.tsx'
import { dropDraft, readDraft, writeDraft } from './draft-store.ts'

/** However fast somebody types, what stands on the disk is at most this old when the power goes. */
const staleMs = 200

interface DraftHandle<V> {
  /** Nothing is known until the draft was looked for; do not draw the form before. */
  ready: boolean
  /** What was left behind last time, if it still fits the form. */
  found: V | undefined
  savedAt: string | undefined
  save: (value: V) => void
  /** After the work was sent, or thrown away. */
  drop: () => void
}

/**
 * Keeps what is being typed on this device, so that a closed tab or an empty battery loses nothing.
 * `key` names the form and the record ("task.report:3f2a…"); a draft that no longer fits `schema` is dropped.
 */
export function useDraft<S extends z.ZodType>(key: string, schema: S): DraftHandle<z.output<S>> {
  type V = z.output<S>
  const accountId = useMe().account.id
  const [state, setState] = useState<{ key: string; found: V | undefined }>()
  const [savedAt, setSavedAt] = useState<string>()
  const waiting = useRef<{ value: V; timer: ReturnType<typeof setTimeout> }>(null)
  const ready = state?.key === key

  useEffect(() => {
    let left = false
    readDraft(accountId, key)
      .then((draft) => {
        if (left) return
        const parsed = draft && schema.safeParse(draft.value)
        setState({ key, found: parsed?.success ? parsed.data : undefined })
        setSavedAt(parsed?.success ? draft?.savedAt : undefined)
      })
      // A browser that refuses storage (private window) still lets people work, without drafts.
      .catch(() => !left && setState({ key, found: undefined }))
    return () => {
      left = true
    }
    // The schema only checks what was stored; a new object of the same shape changes nothing.
  }, [accountId, key])

  useEffect(() => {
    const flush = () => {
      const last = waiting.current
      if (!last) return
      clearTimeout(last.timer)
      waiting.current = null
      writeDraft(accountId, key, last.value).then(setSavedAt, () => {})
    }
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [accountId, key])

  function save(value: V) {
    if (waiting.current) {
      waiting.current.value = value
      return
    }
    const timer = setTimeout(() => {
      const latest = waiting.current?.value ?? value
      waiting.current = null
      writeDraft(accountId, key, latest).then(setSavedAt, () => {})
    }, staleMs)
    waiting.current = { value, timer }
  }

  function drop() {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    setSavedAt(undefined)
    dropDraft(accountId, key).catch(() => {})
  }

  return { ready, found: ready ? state.found : undefined, savedAt, save, drop }
}
