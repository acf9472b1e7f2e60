import { queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import type { ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import { BodyDetail, BodyPage, ListBodies, type RenameBody } from '../domain/index.ts'

export const bodyKeys = { all: ['bodies'] as const }

export const bodyQueries = {
  list: (query: Partial<ListBodies>) =>
    queryOptions({
      queryKey: [...bodyKeys.all, 'list', query],
      queryFn: ({ signal }) => api.get('/api/bodies', BodyPage, query, { signal }),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...bodyKeys.all, 'one', id],
      queryFn: ({ signal }) => api.get(`/api/bodies/${id}`, BodyDetail, {}, { signal }),
    }),
}

/** For pickers: bodies of a unit and of everything below it, or of all units. */
export const bodyChoices =
  (unit?: string): ChoiceFetcher =>
  async (text, signal) => {
    const { rows } = await api.get('/api/bodies', BodyPage, { search: text, unit, limit: 20 }, { signal })
    return rows.map((body) => ({ id: body.id, label: body.name, note: body.unitName }))
  }

export const renameBody = (given: RenameBody & { id: string }, requestId: string) => {
  const { id, ...change } = given
  return api.post(`/api/bodies/${id}/name`, BodyDetail, change, { requestId })
}

export const addAlias = (given: { id: string; alias: string }, requestId: string) =>
  api.post(`/api/bodies/${given.id}/aliases`, BodyDetail, { alias: given.alias }, { requestId })

export const removeAlias = (given: { id: string; alias: string }, requestId: string) =>
  api.post(`/api/bodies/${given.id}/aliases/remove`, BodyDetail, { alias: given.alias }, { requestId })

/** The address speaks of pages, the server of offsets. What it does not know is left out. */
export function listQuery(
  filters: Readonly<Record<string, string | undefined>>,
  page: number,
  size: number,
): Partial<ListBodies> {
  const { q, ...given } = filters
  const paging = { offset: (page - 1) * size, limit: size }
  const parsed = ListBodies.safeParse({ ...given, ...(q && { search: q }), ...paging })
  return parsed.success ? parsed.data : paging
}
