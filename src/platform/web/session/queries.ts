import { queryOptions } from '@tanstack/react-query'

import { entrance, rememberPerson, signOutOwed, signOutPaid } from '../offline/session-here.ts'
import { lockOf, lockState, setLock } from '../offline/lock.ts'
import { api, ApiProblem } from '../api/index.ts'
import { Done, Me, SignInAnswer, System, TotpStart } from './schemas.ts'

export const sessionQueries = {
  me: () =>
    queryOptions({
      queryKey: ['session', 'me'],
      queryFn: ({ signal }) => whoIsHere(signal),
      staleTime: 60_000,
    }),
  system: () =>
    queryOptions({
      queryKey: ['session', 'system'],
      queryFn: ({ signal }) => thisSystem(signal),
      // Long, but a page that stays open over midnight must learn the new day.
      staleTime: 10 * 60_000,
    }),
}

const notReached = (error: unknown) => error instanceof ApiProblem && error.status === 0

/**
 * Who is signed in, as the server says; while it is not reached, who worked here last and may go on for some hours
 * (docs/decisions/0009-field-work.md).
 */
async function whoIsHere(signal: AbortSignal): Promise<Me> {
  try {
    if (signOutOwed()) {
      await signOut()
      signOutPaid()
    }
    const me = await api.get('/api/me', Me, {}, { signal, signedOutIsAnAnswer: true })
    rememberPerson(me.account.id, me).catch(() => {}) // without storage: only with a network
    if (lockState.get() === 'expired') setLock('open')
    return me
  } catch (error) {
    const found = notReached(error) ? await entrance().catch(() => undefined) : undefined
    const me = Me.safeParse(found?.me)
    if (!found || !me.success) throw error
    setLock(lockOf(found))
    return me.data
  }
}

const systemKey = 'phaodai.system'

/** What anybody may know is kept in the clear: the day of an exercise must not change when the network goes. */
async function thisSystem(signal: AbortSignal): Promise<System> {
  try {
    const system = await api.get('/api/system', System, {}, { signal })
    localStorage.setItem(systemKey, JSON.stringify({ ...system, demoAccounts: [] }))
    return system
  } catch (error) {
    const kept = notReached(error) ? localStorage.getItem(systemKey) : null
    const system = kept ? System.safeParse(JSON.parse(kept)) : undefined
    if (!system?.success) throw error
    return system.data
  }
}

const isAnswer = { signedOutIsAnAnswer: true }

export const signIn = (given: { username: string; password: string }) =>
  api.post('/api/session', SignInAnswer, given, isAnswer).then(paid)
export const proveSecondFactor = (given: { code: string }) =>
  api.post('/api/session/totp', Done, given, isAnswer).then(paid)
/** A session that begins now ends the one that was left without a network. */
function paid<T>(answer: T): T {
  signOutPaid()
  return answer
}

export const signOut = () => api.delete('/api/session', Done, undefined, isAnswer)

/**
 * A wrong password or code is answered with 401 as well, but then the session goes on and the field is wrong; any
 * other 401 means that the session is over, and is handled as in every other call.
 */
async function provingOneself<T>(send: (options: { signedOutIsAnAnswer: true }) => Promise<T>): Promise<T> {
  try {
    return await send({ signedOutIsAnAnswer: true })
  } catch (error) {
    const over = error instanceof ApiProblem && error.status === 401 && !isWrongSecret(error)
    if (!over || !(await api.signInAgain())) throw error
    return send({ signedOutIsAnAnswer: true })
  }
}

const isWrongSecret = (error: unknown) =>
  error instanceof ApiProblem && error.code === 'session.sign-in-failed'

/** Says at the field that the password or the code in it is not right. */
export function markWrong(field: string, message: string) {
  return (error: unknown): never => {
    if (!isWrongSecret(error)) throw error
    throw new ApiProblem('session.sign-in-failed', 401, message, {
      issues: [{ path: [field], code: 'custom', message }],
    })
  }
}

export const changePassword = (given: { current: string; next: string }, requestId: string) =>
  provingOneself((options) => api.post('/api/account/password', Done, given, { requestId, ...options }))
export const startTotp = (password: string, requestId: string) =>
  provingOneself((options) =>
    api.post('/api/account/totp/start', TotpStart, { password }, { requestId, ...options }),
  )
export const confirmTotp = (code: string, requestId: string) =>
  provingOneself((options) =>
    api.post('/api/account/totp/confirm', Done, { code }, { requestId, ...options }),
  )
export const stopTotp = (password: string, requestId: string) =>
  provingOneself((options) =>
    api.post('/api/account/totp/stop', Done, { password }, { requestId, ...options }),
  )
