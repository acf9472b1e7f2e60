import { useMemo } from 'react'

import type { Query } from '../../api/index.ts'
import { type UrlPatch, useUrlState } from '../../router/index.ts'

export interface Sort {
  column: string
  descending: boolean
}

export interface TableState {
  page: number
  size: number
  sort: Sort | undefined
  /** Filters by name, as text; an absent filter is not set. */
  filters: Readonly<Record<string, string>>
  /** Ready for `api.get`: page, size, sort ("-dueOn" is descending) and the filters. */
  query: Query
  /** The same without paging: what an export gets. */
  wholeQuery: Query
  goTo: (page: number) => void
  setSize: (size: number) => void
  setSort: (sort: Sort | undefined) => void
  /** Changing a filter goes back to the first page. */
  setFilters: (patch: Readonly<Record<string, string | undefined>>) => void
  clearFilters: () => void
  /** The state as a saved view keeps it, and back. */
  snapshot: () => Record<string, string>
  restore: (saved: Readonly<Record<string, string>>) => void
}

interface TableSettings {
  /** Names of the filters the page knows; other words in the address are left alone. */
  filters?: readonly string[]
  sort?: Sort
  size?: number
}

export const pageSizes = [25, 50, 100, 200]

/** Page, order and filters of a table, kept in the address. The server does the paging. */
export function useTableState({
  filters: names = [],
  sort: firstSort,
  size: firstSize = 50,
}: TableSettings = {}): TableState {
  const [search, change] = useUrlState()
  const nameList = names.join(',')

  return useMemo(() => {
    const known = nameList === '' ? [] : nameList.split(',')
    const filters = Object.fromEntries(known.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
    const page = Math.max(1, Number.parseInt(search.page ?? '1', 10) || 1)
    const askedSize = Number(search.size)
    const size = pageSizes.includes(askedSize) ? askedSize : firstSize
    const sort = parseSort(search.sort) ?? firstSort
    const wholeQuery = { sort: sort && sortText(sort), ...filters }
    const cleared = Object.fromEntries(known.map((name) => [name, undefined]))

    return {
      page,
      size,
      sort,
      filters,
      query: { page, size, ...wholeQuery },
      wholeQuery,
      goTo: (next) => change({ page: next === 1 ? undefined : next }, { push: true }),
      setSize: (next) => change({ size: next === firstSize ? undefined : next, page: undefined }),
      setSort: (next) => change({ sort: next && sortText(next), page: undefined }),
      setFilters: (patch) => change({ ...patch, page: undefined } as UrlPatch),
      clearFilters: () => change({ ...cleared, page: undefined }),
      snapshot: () => ({ ...filters, ...(sort && { sort: sortText(sort) }), size: String(size) }),
      restore: (saved) => change({ ...cleared, page: undefined, ...saved }),
    }
    // `firstSort` is an object literal at most callers: its text is what matters.
  }, [search, change, nameList, firstSize, firstSort && sortText(firstSort)])
}

/** "-dueOn" is descending. */
export function parseSort(text: string | undefined): Sort | undefined {
  if (!text) return undefined
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false }
}

export function sortText(sort: Sort): string {
  return `${sort.descending ? '-' : ''}${sort.column}`
}
