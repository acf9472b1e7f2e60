import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import { api, withQuery } from '#platform/web/api/index.ts'
import type { ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import {
  type ChangeRecord,
  Coverage,
  type EndRecord,
  ImportCheck,
  KeptFile,
  type Kind,
  ListRecords,
  type NewRecord,
  Phone,
  Recorded,
  RecordDetail,
  RecordedAll,
  RecordPage,
} from '../domain/index.ts'
import type { Lens } from './lens.ts'

export const networkKeys = { all: ['health-network'] as const }
const base = '/api/health-network'

export const networkQueries = {
  list: (lens: Lens, query: Partial<ListRecords>) =>
    queryOptions({
      queryKey: [...networkKeys.all, lens.name, 'list', query],
      queryFn: ({ signal }) => api.get(lens.api, RecordPage, query, { signal, keep: true }),
      placeholderData: keepPreviousData,
    }),
  one: (lens: Lens, id: string) =>
    queryOptions({
      queryKey: [...networkKeys.all, lens.name, 'one', id],
      queryFn: ({ signal }) => api.get(`${lens.api}/${id}`, RecordDetail, {}, { signal }),
    }),
  coverage: (unit?: string) =>
    queryOptions({
      queryKey: [...networkKeys.all, 'coverage', unit],
      queryFn: ({ signal }) => api.get(`${base}/coverage`, Coverage, { unit }, { signal, keep: true }),
      placeholderData: keepPreviousData,
    }),
}

/** The address speaks of pages, the server of offsets. What it does not know is left out. */
export function listQuery(
  kind: Kind,
  filters: Readonly<Record<string, string | undefined>>,
  page: number,
  size: number,
  sort?: string,
): Partial<ListRecords> & { kind: Kind } {
  const { q, unit, show } = filters
  const paging = { kind, offset: (page - 1) * size, limit: size }
  const parsed = ListRecords.safeParse({
    ...paging,
    ...(q && { search: q }),
    ...(unit && { unit }),
    ...(show && { show }),
    ...(sort && { sort }),
  })
  return parsed.success ? parsed.data : paging
}

/** For the picker of parks: those the office may see. */
export const parkChoices: ChoiceFetcher = async (text, signal) => {
  const query = { kind: 'industrial-park', search: text || undefined, limit: 20 }
  const { rows } = await api.get(`${base}/records`, RecordPage, query, { signal })
  return rows.map((park) => ({ id: park.id, label: String(park.content.name), note: park.unitName }))
}

type Touched<T> = T & { id: string; lens: Lens }
export const changeRecord = ({ lens, id, ...given }: Touched<ChangeRecord>, requestId: string) =>
  api.post(`${lens.api}/${id}/change`, Recorded, given, { requestId })
export const endRecord = ({ lens, id, ...given }: Touched<EndRecord>, requestId: string) =>
  api.post(`${lens.api}/${id}/end`, Recorded, given, { requestId })
export const undoLast = ({ lens, id, version }: Touched<{ version: number }>, requestId: string) =>
  api.post(`${lens.api}/${id}/undo`, Recorded, { version }, { requestId })

export const askPhone = (lens: Lens, id: string) => async (purpose: string) =>
  (await api.post(`${lens.api}/${id}/phone`, Phone, {}, { purpose })).phone

export function keepFile(file: File, requestId: string) {
  const form = new FormData()
  form.append('file', file)
  return api.upload(`${base}/files`, KeptFile, form, { requestId })
}

export function checkSheet(given: { kind: Kind; file: File }, requestId: string) {
  const form = new FormData()
  form.append('kind', given.kind)
  form.append('file', given.file)
  return api.upload(`${base}/import-check`, ImportCheck, form, { requestId })
}
export const recordAll = (records: readonly NewRecord[], requestId: string) =>
  api.post(`${base}/records/batch`, RecordedAll, { records }, { requestId })

export const templateLink = (kind: Kind, format: 'xlsx' | 'csv') =>
  withQuery(`${base}/template`, { kind, format })

export function saveExport(
  query: Partial<ListRecords>,
  format: 'xlsx' | 'csv',
  purpose?: string,
): Promise<void> {
  const { offset: _, limit: __, ...filter } = query
  const asked = { ...filter, format, ...(purpose && { phones: '1' }) }
  return api.save(`${base}/export`, asked, undefined, { purpose })
}

/** Whatever a device kept of a write; parsed like any other input. */
export const PendingRecord = z.object({
  id: z.string(),
  kind: z.string(),
  unitId: z.string(),
  fromDay: z.string(),
  content: z.record(z.string(), z.unknown()),
})
