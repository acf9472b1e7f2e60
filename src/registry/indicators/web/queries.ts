import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import {
  FactRows,
  IndicatorList,
  IndicatorView,
  Series,
  type SetThreshold,
  Threshold,
  ThresholdList,
  UnitFigurePage,
  UnitValues,
} from '../domain/index.ts'

/** Which figure: the own unit, today and the usual parameter when they are left out. */
export interface AskOne {
  key: string
  unit?: string | undefined
  on?: string | undefined
  atLeast?: number | undefined
}
type Query = Record<string, string | number | undefined>

export const indicatorKeys = { all: ['indicators'] as const }
const path = (key: string, rest = '') => `/api/indicators/${encodeURIComponent(key)}${rest}`
export const exportPath = (key: string) => path(key, '/units/export')

/** A figure that is still being computed is asked for again soon, should its announcement get lost. */
const waitingMs = 5_000

export const indicatorQueries = {
  list: (query: { unit?: string | undefined; on?: string | undefined }) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'list', query],
      queryFn: ({ signal }) => api.get('/api/indicators', IndicatorList, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  one: ({ key, ...query }: AskOne) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'one', key, query],
      queryFn: ({ signal }) => api.get(path(key), IndicatorView, query, { signal }),
      refetchInterval: ({ state }) => (state.data?.figure.waiting ? waitingMs : false),
    }),
  series: ({ key, ...query }: Omit<AskOne, 'on'> & { from: string; to: string }) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'series', key, query],
      queryFn: ({ signal }) => api.get(path(key, '/series'), Series, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  units: (key: string, query: Query) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'units', key, query],
      queryFn: ({ signal }) => api.get(path(key, '/units'), UnitFigurePage, query, { signal }),
      placeholderData: keepPreviousData,
    }),
  values: ({ key, ...query }: AskOne) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'values', key, query],
      queryFn: ({ signal }) => api.get(path(key, '/values'), UnitValues, query, { signal }),
    }),
  facts: ({ key, unit, on }: AskOne) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'facts', key, unit, on],
      queryFn: ({ signal }) => api.get(path(key, '/facts'), FactRows, { unit, on }, { signal }),
    }),
  thresholds: ({ key, unit }: AskOne) =>
    queryOptions({
      queryKey: [...indicatorKeys.all, 'thresholds', key, unit],
      queryFn: ({ signal }) => api.get(path(key, '/thresholds'), ThresholdList, { unit }, { signal }),
    }),
}

export const setThreshold = (given: { key: string; body: SetThreshold }, requestId: string) =>
  api.post(path(given.key, '/thresholds'), Threshold, given.body, { requestId })

export const endThreshold = (given: { id: string; version: number }, requestId: string) =>
  api.post(`/api/thresholds/${given.id}/end`, Threshold, { version: given.version }, { requestId })
