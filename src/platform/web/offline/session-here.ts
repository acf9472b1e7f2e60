import { z } from 'zod'

import { now } from '../clock.ts'
import { offlineHours, sinceServer } from './contact.ts'
import { device, type PersonHere } from './device-store.ts'
import { wipeKept } from './kept-answers.ts'
import { lockWithPin, pinTries, unlockWithPin } from './pin.ts'
import { sealHere, sealWith, setSeal } from './vault.ts'

const lastKey = 'phaodai.last-person'
const owedKey = 'phaodai.sign-out-owed'

/** The account's key, as long as it is in memory; needed to set a PIN. */
let keyHere: { accountId: string; bytes: Uint8Array<ArrayBuffer> } | undefined

const rememberAfterMs = 1_500

export type Entrance =
  | { is: 'open'; me: unknown }
  /** There is a person, and a PIN stands before them. */
  | { is: 'pin'; me: unknown; accountId: string }
  /** Too long without the server. */
  | { is: 'expired'; me: unknown }

/** The server answered who is signed in: for the next hours this person may go on here without it. */
export async function rememberPerson(accountId: string, me: unknown): Promise<void> {
  localStorage.setItem(lastKey, accountId)
  // The page comes first: opening the database is a script of its own.
  await new Promise((resolve) => setTimeout(resolve, rememberAfterMs))
  const { people } = await device()
  if (localStorage.getItem(lastKey) !== accountId) return // signed out in between
  const before = await people.get(accountId)
  const at = now().getTime()
  await people.put({ ...before, accountId, me, contactAt: at, latestAt: at })
}

/** Who may work here while the server is not reached. */
export async function entrance(): Promise<Entrance | undefined> {
  const accountId = localStorage.getItem(lastKey)
  if (!accountId || signOutOwed()) return undefined
  const { people } = await device()
  const person = await people.get(accountId)
  if (!person) return undefined
  const { me } = person
  if (isExpired(person)) return { is: 'expired', me }
  await people.update(accountId, { latestAt: now().getTime() })
  return person.pin && sealHere()?.accountId !== accountId ? { is: 'pin', me, accountId } : { is: 'open', me }
}

/** A clock that shows less than it already did cannot tell how long it has been. */
export function isExpired({ contactAt, latestAt }: Pick<PersonHere, 'contactAt' | 'latestAt'>): boolean {
  const at = now().getTime()
  return at - contactAt > offlineHours * 3_600_000 || at < latestAt - 60_000
}

export async function noteContact(accountId: string): Promise<void> {
  if (sinceServer() > 60_000) return
  const at = now().getTime()
  const { people } = await device()
  await people.update(accountId, { contactAt: at, latestAt: at })
}

const Key = z.base64url().transform((text) => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
})

/** The key has come from the server. */
export async function takeKey(accountId: string, text: string): Promise<void> {
  await useKey(accountId, Key.parse(text), await hasPin(accountId))
}

async function useKey(accountId: string, bytes: Uint8Array<ArrayBuffer>, atRest: boolean) {
  keyHere = { accountId, bytes }
  setSeal({ accountId, seal: await sealWith(bytes, atRest) })
}

export function dropKey(): void {
  keyHere = undefined
  setSeal(undefined)
}

export async function hasPin(accountId: string): Promise<boolean> {
  const { people } = await device()
  return (await people.get(accountId))?.pin !== undefined
}

/** Possible while the key is here: signed in with a network, or unlocked. */
export const canSetPin = (accountId: string): boolean => keyHere?.accountId === accountId

export async function setPin(accountId: string, pin: string | undefined): Promise<void> {
  if (keyHere?.accountId !== accountId) throw new Error('a PIN is set while the account’s key is here')
  const { people } = await device()
  await people.update(accountId, {
    pin: pin === undefined ? undefined : await lockWithPin(keyHere.bytes, pin),
  })
  if (pin === undefined) await wipeKept(accountId)
  await useKey(accountId, keyHere.bytes, pin !== undefined)
}

/** `left` is how many tries remain; at none what was kept for reading is gone and only signing in helps. */
export async function tryPin(accountId: string, pin: string): Promise<{ opened: boolean; left: number }> {
  const { people } = await device()
  const lock = (await people.get(accountId))?.pin
  if (!lock || lock.wrong >= pinTries) return { opened: false, left: 0 }
  const wrong = lock.wrong + 1
  await people.update(accountId, { pin: { ...lock, wrong } })
  const bytes = await unlockWithPin(lock, pin)
  if (bytes) {
    await people.update(accountId, { pin: { ...lock, wrong: 0 } })
    await useKey(accountId, bytes, true)
    return { opened: true, left: pinTries }
  }
  if (wrong >= pinTries) {
    await wipeKept(accountId)
    await people.delete(accountId)
  }
  return { opened: false, left: pinTries - wrong }
}

/** At sign-out: nothing to read stays behind, and nobody may go on here without the server. */
export async function forgetPerson(accountId: string): Promise<void> {
  localStorage.removeItem(lastKey)
  dropKey()
  const { people } = await device()
  await wipeKept(accountId)
  await people.delete(accountId)
}

/** Signing out without a network: the cookie is the server's to end, which is made up for before anything else. */
export const oweSignOut = (): void => localStorage.setItem(owedKey, 'yes')
export const signOutOwed = (): boolean => localStorage.getItem(owedKey) !== null
export const signOutPaid = (): void => localStorage.removeItem(owedKey)
