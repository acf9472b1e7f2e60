import { z } from 'zod'

import { api } from '#platform/web/api/index.ts'
import type { ChoiceFetcher } from '#platform/web/ui/picker/index.ts'

const Units = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })
const Bodies = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), unitName: z.string() })),
})

/** Units inside one's own, by name. */
export const unitsBelow =
  (within: string | undefined): ChoiceFetcher =>
  async (search, signal) => {
    const { rows } = await api.get('/api/units', Units, { search, within, limit: 20 }, { signal })
    return rows.map((unit) => ({ id: unit.id, label: unit.name }))
  }

/** Bodies in one's own unit and below, by name; the server says which of them are not below this one. */
export const bodiesBelow =
  (unit: string | undefined): ChoiceFetcher =>
  async (search, signal) => {
    const { rows } = await api.get('/api/bodies', Bodies, { search, unit, limit: 20 }, { signal })
    return rows.map((body) => ({ id: body.id, label: body.name, note: body.unitName }))
  }
