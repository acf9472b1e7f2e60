import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '#platform/web/api/index.ts'
import type { ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import { BodyPage } from '#registry/bodies/domain/index.ts'
import {
  Account,
  AccountPage,
  type AccountWithOffices,
  type AddOffice,
  type CreateAccount,
  Done,
} from '../domain/index.ts'

export const accountsKey = ['accounts'] as const

interface ListAsked {
  page: number
  size: number
  search: string | undefined
}

export const accountQueries = {
  list: ({ page, size, search }: ListAsked) =>
    queryOptions({
      queryKey: [...accountsKey, 'list', { page, size, search }],
      queryFn: ({ signal }) =>
        api.get('/api/accounts', AccountPage, { search, offset: (page - 1) * size, limit: size }, { signal }),
      placeholderData: keepPreviousData,
    }),
  /** The server finds accounts by part of a name; the one that is meant has exactly this user name. */
  one: (username: string) =>
    queryOptions({
      queryKey: [...accountsKey, 'one', username],
      queryFn: async ({ signal }): Promise<AccountWithOffices | null> => {
        const { rows } = await api.get(
          '/api/accounts',
          AccountPage,
          { search: username, limit: 200 },
          { signal },
        )
        return rows.find((account) => account.username === username) ?? null
      },
    }),
}

export const createAccount = (given: CreateAccount, requestId: string) =>
  api.post('/api/accounts', Account, given, { requestId })

export interface StateChange {
  id: string
  to: Account['state']
  version: number
  reason: string
}
export const changeState = ({ id, to, version, reason }: StateChange, requestId: string) =>
  api.post(
    `/api/accounts/${id}/${to === 'disabled' ? 'disable' : 'enable'}`,
    Account,
    { version, reason },
    { requestId },
  )

export const resetPassword = (given: { id: string; password: string }, requestId: string) =>
  api.post(`/api/accounts/${given.id}/password`, Done, { password: given.password }, { requestId })

export const addOffice = (given: { id: string; office: AddOffice }, requestId: string) =>
  api.post(`/api/accounts/${given.id}/offices`, Done, given.office, { requestId })

export const endOffice = (given: { id: string; officeId: string; lastDay: string }, requestId: string) =>
  api.post(
    `/api/accounts/${given.id}/offices/${given.officeId}/end`,
    Done,
    { lastDay: given.lastDay },
    { requestId },
  )

/** Bodies of the unit and of everything below it: an office can be given nowhere else. */
export const bodiesWithin =
  (unit: string | undefined): ChoiceFetcher =>
  async (text, signal) => {
    const { rows } = await api.get('/api/bodies', BodyPage, { search: text, unit, limit: 20 }, { signal })
    return rows.map((body) => ({ id: body.id, label: body.name, note: body.unitName }))
  }
