import { currentSeal } from '../offline/vault.ts'
import type { Content } from './entry.ts'

export type Stored = Content | { sealed: ArrayBuffer; iv: Uint8Array<ArrayBuffer> }

export async function sealContent(accountId: string, content: Content): Promise<Stored> {
  const seal = currentSeal(accountId)
  return seal?.atRest ? seal.seal(content) : content
}

/** Nothing when it is sealed and the key is not here. */
export async function openContent(accountId: string, stored: Stored): Promise<Content | undefined> {
  if (!('sealed' in stored)) return stored
  return (await currentSeal(accountId)?.open(stored)) as Content | undefined
}
