import { useEffect } from 'react'
import { z } from 'zod'

import { api } from '../api/index.ts'
import { rewriteAll } from '../outbox/store.ts'
import { useMe } from '../session/Session.tsx'
import { onServerHeard, sinceServer } from './contact.ts'
import { lockState, setLock } from './lock.ts'
import { keepAppOnDevice } from './new-version.ts'
import { dropKey, entrance, hasPin, noteContact, takeKey } from './session-here.ts'
import { currentSeal, sealHere } from './vault.ts'

const DeviceKey = z.object({ key: z.string() })
const idleMs = 10 * 60_000
const lookMs = 20_000
/** The page itself comes first, and had its time before this runs at all. */
const installAfterMs = 1_500

/** Fetches the account's key, keeps the app on the device, and locks it when nobody uses it without a network. */
export function OfflineRunner() {
  const accountId = useMe().account.id
  useEffect(() => {
    const installing = setTimeout(keepAppOnDevice, installAfterMs)
    return () => clearTimeout(installing)
  }, [])
  useEffect(() => {
    if (sealHere() && sealHere()?.accountId !== accountId) dropKey()
    return keepKey(accountId)
  }, [accountId])
  useEffect(() => lockWhenLeft(accountId), [accountId])
  return null
}

/** As soon as the server is reached; until then, without a PIN, what is written lies in the clear. */
function keepKey(accountId: string): () => void {
  let asking = false
  let over = false
  async function ask() {
    if (asking || over || lockState.get() !== 'open' || currentSeal(accountId)) return
    asking = true
    try {
      const { key } = await api.post('/api/offline/key', DeviceKey, undefined)
      if (over) return
      await takeKey(accountId, key)
      await rewriteAll(accountId)
    } catch {
      // Not reached, or no storage here: asked again when the server answers next.
    } finally {
      asking = false
    }
  }
  let noted = 0
  const forget = onServerHeard(() => {
    if (performance.now() - noted > 60_000) {
      noted = performance.now()
      noteContact(accountId).catch(() => {})
    }
    void ask()
  })
  void ask()
  return () => {
    over = true
    forget()
  }
}

function lockWhenLeft(accountId: string): () => void {
  let usedAt = performance.now()
  const used = () => {
    usedAt = performance.now()
  }
  async function look() {
    if (sinceServer() < 60_000 || lockState.get() !== 'open') return
    const idle = performance.now() - usedAt > idleMs
    const found = await entrance()
    if (found?.is === 'expired' && !(await serverAnswers())) setLock('expired')
    else if (idle && (await hasPin(accountId)) && !(await serverAnswers())) {
      dropKey()
      setLock('pin')
    }
  }
  const timer = setInterval(() => void look().catch(() => {}), lookMs)
  const events = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const
  for (const event of events) addEventListener(event, used, { passive: true, capture: true })
  return () => {
    clearInterval(timer)
    for (const event of events) removeEventListener(event, used, { capture: true })
  }
}

async function serverAnswers(): Promise<boolean> {
  return api.get('/api/health', z.unknown()).then(
    () => true,
    () => sinceServer() < 60_000,
  )
}
