import { queryOptions } from '@tanstack/react-query'

import { api } from '../api/index.ts'
import { Done, Me, SignInAnswer, System, TotpConfirmed, TotpStart } from './schemas.ts'

export const sessionQueries = {
  me: () =>
    queryOptions({
      queryKey: ['session', 'me'],
      queryFn: ({ signal }) => api.get('/api/me', Me, {}, { signal, signedOutIsAnAnswer: true }),
      staleTime: 60_000,
    }),
  system: () =>
    queryOptions({
      queryKey: ['session', 'system'],
      queryFn: ({ signal }) => api.get('/api/system', System, {}, { signal }),
      staleTime: Infinity,
    }),
}

const isAnswer = { signedOutIsAnAnswer: true }

export const signIn = (given: { username: string; password: string }) =>
  api.post('/api/session', SignInAnswer, given, isAnswer)
export const proveSecondFactor = (given: { code: string }) =>
  api.post('/api/session/totp', Done, given, isAnswer)
export const signOut = () => api.delete('/api/session', Done, undefined, isAnswer)

export const changePassword = (given: { current: string; next: string }, requestId: string) =>
  api.post('/api/account/password', Done, given, { requestId })
export const startTotp = (requestId: string) =>
  api.post('/api/account/totp/start', TotpStart, {}, { requestId })
export const confirmTotp = (code: string, requestId: string) =>
  api.post('/api/account/totp/confirm', TotpConfirmed, { code }, { requestId })
export const removeTotp = (requestId: string) =>
  api.delete('/api/account/totp', Done, undefined, { requestId })
