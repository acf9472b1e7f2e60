import { useLocalStorage } from '@mantine/hooks'
import { z } from 'zod'

import { useSession } from '../../session/Session.tsx'

/** Filters, order and columns under a name. Kept per person in this browser. */
const SavedView = z.object({
  name: z.string(),
  search: z.record(z.string(), z.string()),
  columns: z.array(z.string()).optional(),
})
export type SavedView = z.infer<typeof SavedView>

const Memory = z.object({ columns: z.array(z.string()).optional(), views: z.array(SavedView).default([]) })
type Memory = z.infer<typeof Memory>

/** What a person has arranged about one table. An unreadable memory counts as none. */
export function useTableMemory(tableId: string): [Memory, (patch: Partial<Memory>) => void] {
  const account = useSession().me?.account.id ?? 'nobody'
  const [memory, setMemory] = useLocalStorage<Memory>({
    key: `phaodai.table.${account}.${tableId}`,
    defaultValue: { views: [] },
    getInitialValueInEffect: false,
    deserialize: readMemory,
  })
  return [memory, (patch) => setMemory((before) => ({ ...before, ...patch }))]
}

function readMemory(text: string | undefined): Memory {
  try {
    return Memory.parse(JSON.parse(text ?? ''))
  } catch {
    return { views: [] }
  }
}
