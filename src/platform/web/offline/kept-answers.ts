import { now } from '../clock.ts'
import { device } from './device-store.ts'
import { onSealChange, sealHere } from './vault.ts'

const keptDays = 7
/** The first pages of a visit are answered before the key is here; what they need waits for it in memory. */
const waitingAtMost = 60
const waiting = new Map<string, unknown>()
let waitingFor: string | undefined

onSealChange(() => {
  const officeId = waitingFor
  const answers = [...waiting]
  waiting.clear()
  if (!sealHere()) return
  for (const [url, body] of answers) void keepAnswer(officeId, url, body)
})

/** Sealed or not at all: a device without a PIN keeps nothing to read. */
export async function keepAnswer(officeId: string | undefined, url: string, body: unknown): Promise<void> {
  if (!officeId) return
  const here = sealHere()
  if (!here) return wait(officeId, url, body)
  if (!here.seal.atRest) return
  try {
    const content = await here.seal.seal(body)
    const { kept } = await device()
    await kept.put({ accountId: here.accountId, officeId, url, at: now().getTime(), content })
  } catch {
    // A full device still shows the page; it only will not be there without a network.
  }
}

/** An office is one person's: what another left waiting is forgotten. */
function wait(officeId: string, url: string, body: unknown): void {
  if (waitingFor !== officeId) waiting.clear()
  waitingFor = officeId
  waiting.delete(url)
  waiting.set(url, body)
  const [oldest] = waiting.keys()
  if (waiting.size > waitingAtMost && oldest !== undefined) waiting.delete(oldest)
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
