import { useState } from 'react'

import { useTools } from './tools.ts'

/**
 * The values of an open editor, kept on the device while they are being typed. `done` forgets them, when they became
 * an edit or were given up. What was stored in another shape than expected is left aside.
 */
export function useTyped<V extends object>(taskId: string, field: string, initial: V) {
  const { typed } = useTools()
  const key = `${taskId}.${field}`
  const [values, setValues] = useState<V>(() => ({ ...initial, ...stored(typed.get(key), initial) }))

  function change(patch: Partial<V>) {
    const next = { ...values, ...patch }
    setValues(next)
    typed.set(key, JSON.stringify(next))
  }
  return { values, change, done: () => typed.drop(key) }
}

function stored<V extends object>(text: string | undefined, initial: V): Partial<V> {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter(([name]) => name in initial)) as Partial<V>
  } catch {
    return {}
  }
}
