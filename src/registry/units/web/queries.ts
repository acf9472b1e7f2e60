import { queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import type { ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import { BoundaryReport, ImportReport, UnitDetail, UnitMap, UnitPage } from '../domain/index.ts'

export const unitKeys = { all: ['units'] as const }

const path = (id: string) => `/api/units/${encodeURIComponent(id)}`

export const unitQueries = {
  one: (id: string) =>
    queryOptions({
      queryKey: [...unitKeys.all, 'one', id],
      queryFn: ({ signal }) => api.get(path(id), UnitDetail, {}, { signal, keep: 'public' }),
      staleTime: 300_000,
    }),
  map: (id: string) =>
    queryOptions({
      queryKey: [...unitKeys.all, 'map', id],
      queryFn: ({ signal }) => api.get(`${path(id)}/map`, UnitMap, {}, { signal }),
      staleTime: 300_000,
    }),
}

/** For pickers: units of one code list, told apart by what they lie in. */
export const unitChoices =
  (codeList: string, within?: string): ChoiceFetcher =>
  async (text, signal) => {
    const { rows } = await api.get(
      '/api/units',
      UnitPage,
      { search: text, codeList, within, limit: 20 },
      { signal },
    )
    return rows.map((unit) => ({ id: unit.id, label: unit.name, note: unit.within.join(', ') }))
  }

/** An upload whose fields stand before the file, as the server reads them. */
export function importForm(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

export const Report = BoundaryReport.partial({
  unknownCodes: true,
  withoutBoundary: true,
  otherNames: true,
}).extend(ImportReport.shape)
export type Report = ReturnType<(typeof Report)['parse']>
