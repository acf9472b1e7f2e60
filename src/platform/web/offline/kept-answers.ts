import { now } from '../clock.ts'
import { device } from './device-store.ts'
import { sealHere } from './vault.ts'

const keptDays = 7

/** Sealed or not at all: a device without a PIN keeps nothing to read. */
export async function keepAnswer(officeId: string | undefined, url: string, body: unknown): Promise<void> {
  const here = sealHere()
  if (!here?.seal.atRest || !officeId) return
  try {
    const content = await here.seal.seal(body)
    const { kept } = await device()
    await kept.put({ accountId: here.accountId, officeId, url, at: now().getTime(), content })
  } catch {
    // A full device still shows the page; it only will not be there without a network.
  }
}

/** Master data that everybody may read lies in the clear, under nobody's name: forms need it to open. */
export async function keepPublic(url: string, body: unknown): Promise<void> {
  try {
    const { kept } = await device()
    await kept.put({ accountId: '', officeId: '', url, at: now().getTime(), content: { open: body } })
  } catch {
    // As above.
  }
}

export async function keptAnswer(officeId: string | undefined, url: string): Promise<unknown> {
  const { kept } = await device()
  const oldest = now().getTime() - keptDays * 86_400_000
  await kept.where('at').below(oldest).delete()
  const here = sealHere()
  const mine = here && officeId ? await kept.get([here.accountId, officeId, url]) : undefined
  const found = mine ?? (await kept.get(['', '', url]))
  if (!found) return undefined
  return 'open' in found.content ? found.content.open : here?.seal.open(found.content)
}

export async function wipeKept(accountId: string): Promise<void> {
  const { kept } = await device()
  await kept.where('accountId').equals(accountId).delete()
}
