/** Something written on this device that only its owner can read. AES-GCM; the key is never stored in the clear. */
export interface Sealed {
  sealed: ArrayBuffer
  iv: Uint8Array<ArrayBuffer>
}

export interface Seal {
  seal(value: unknown): Promise<Sealed>
  /** Nothing when it was sealed with another key. */
  open(sealed: Sealed): Promise<unknown>
  sealBytes(bytes: ArrayBuffer): Promise<Sealed>
  openBytes(sealed: Sealed): Promise<ArrayBuffer | undefined>
  /** Whether what is written now must be sealed at once: a device with a PIN keeps nothing in the clear. */
  atRest: boolean
}

let present: { accountId: string; seal: Seal } | undefined
const listeners = new Set<() => void>()

export function currentSeal(accountId: string): Seal | undefined {
  return present?.accountId === accountId ? present.seal : undefined
}

/** Whose key is here, if anybody's. */
export const sealHere = (): { accountId: string; seal: Seal } | undefined => present

export function setSeal(next: { accountId: string; seal: Seal } | undefined): void {
  present = next
  for (const listener of [...listeners]) listener()
}

/** Calls back when the key comes or goes: what is sealed can be read, or no longer. */
export function onSealChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** `bytes` is the 32-byte key of the account. */
export async function sealWith(bytes: Uint8Array<ArrayBuffer>, atRest: boolean): Promise<Seal> {
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const sealBytes = async (plain: BufferSource): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return { iv, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) }
  }
  const openBytes = ({ iv, sealed }: Sealed) =>
    crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed).catch(() => undefined)
  return {
    atRest,
    sealBytes,
    openBytes,
    seal: (value) => sealBytes(new TextEncoder().encode(JSON.stringify(value))),
    open: async (sealed) => {
      const text = await openBytes(sealed)
      return text && (JSON.parse(new TextDecoder().decode(text)) as unknown)
    },
  }
}
