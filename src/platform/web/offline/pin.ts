import type { PinLock } from './device-store.ts'
import { sealWith } from './vault.ts'

/** OWASP's figure for PBKDF2 with SHA-256 (2023); about half a second on a cheap phone. */
const iterations = 600_000

/** After so many wrong entries what is kept for reading is wiped; what waits to be sent stays, sealed. */
export const pinTries = 5

/** Six digits at least: a million possibilities, five tries. */
export const isPin = (text: string): boolean => /^\d{6,12}$/.test(text)

export async function lockWithPin(key: Uint8Array<ArrayBuffer>, pin: string): Promise<PinLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const seal = await sealWith(await keyOfPin(pin, salt, iterations), true)
  return { salt, iterations, wrapped: await seal.seal([...key]), wrong: 0 }
}

/** The account's key; nothing when the PIN is another. */
export async function unlockWithPin(
  lock: Pick<PinLock, 'salt' | 'iterations' | 'wrapped'>,
  pin: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const seal = await sealWith(await keyOfPin(pin, lock.salt, lock.iterations), true)
  const bytes = await seal.open(lock.wrapped)
  return Array.isArray(bytes) ? Uint8Array.from(bytes as number[]) : undefined
}

async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number) {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    256,
  )
  return new Uint8Array(bits)
}
