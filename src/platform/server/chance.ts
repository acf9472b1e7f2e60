import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** The one room where randomness is drawn. Ids of people's records are made on the device; these are the server's own. */
export const newId = (): string => randomUUID()

/** A secret of `bytes` random bytes, in URL-safe base64. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** Six digits to be typed by a person; every number is as likely as the next. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
