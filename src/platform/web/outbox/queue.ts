import type { QueryKey } from '@tanstack/react-query'

import { api } from '../api/index.ts'
import { chance } from '../chance.ts'
import { heardServerTime } from '../clock.ts'
import { heardServer } from '../offline/contact.ts'
import { onSealChange } from '../offline/vault.ts'
import type { Entry } from './entry.ts'
import { readFile } from './files.ts'
import { sendAll, sendOnce } from './send.ts'
import { dropEntry, listEntries, markEntry, watchEntries } from './store.ts'

interface Queue {
  entries: readonly Entry[]
  /** Entries of this person that are sealed and cannot be read before the PIN or the password was given. */
  locked: number
}

const empty: Queue = { entries: [], locked: 0 }
let queue: Queue = empty
const listeners = new Set<() => void>()
let running: { kick: () => void } | undefined

export const queueState = {
  get: () => queue,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

function show(next: Queue) {
  queue = next
  for (const listener of [...listeners]) listener()
}

const waitMs = [2_000, 5_000, 15_000, 30_000, 60_000]
/** Pages have this long to read what was sent before the pending line leaves them. */
const refreshMs = 4_000

/** Tries now: something was added, the network is back, the person pressed “gửi ngay”. */
export function kickQueue(): void {
  running?.kick()
}

/**
 * Sends this person's queue while the product is open. One tab sends (a lock of the browser); all tabs see the same
 * list and read again what was sent.
 */
export function runQueue(accountId: string, refresh: (keys: readonly QueryKey[]) => Promise<void>) {
  let left = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let asked = false
  let busy = false
  const channel = new BroadcastChannel(`phaodai.outbox.${accountId}`)
  channel.onmessage = ({ data }: MessageEvent<QueryKey[]>) => void refresh(data)

  const ports = {
    list: () => listEntries(accountId),
    mark: markEntry,
    finish: async (entry: Entry) => {
      channel.postMessage(entry.refresh)
      const late = new Promise<void>((resolve) => setTimeout(resolve, refreshMs))
      await Promise.race([refresh(entry.refresh).catch(() => {}), late])
      await dropEntry(entry)
    },
    send: async (entry: Entry) => {
      const file = entry.file && (await readFile(entry))
      return sendOnce(entry, (...call) => reach(...call), api.headersOf, file)
    },
  }

  async function run() {
    if (busy) {
      asked = true
      return
    }
    busy = true
    clearTimeout(timer)
    try {
      do {
        asked = false
        const end = await exclusively(accountId, () =>
          left ? Promise.resolve('empty' as const) : sendAll(ports),
        )
        if (end === 'empty') attempts = 0
        else if (end === 'signed-out' && !document.hidden && (await api.signInAgain())) asked = true
        else if (end !== 'signed-out') waitAndTry()
      } while (asked && !left)
    } catch {
      // The device's storage failed: nothing was taken out of it, so nothing is lost.
      waitAndTry()
    } finally {
      busy = false
    }
  }
  function waitAndTry() {
    const ms = waitMs[Math.min(attempts++, waitMs.length - 1)]! * (0.75 + chance() / 2)
    timer = setTimeout(() => void run(), ms)
  }
  function kick() {
    attempts = 0
    void run()
  }
  const onVisible = () => document.hidden || kick()

  addEventListener('online', kick)
  document.addEventListener('visibilitychange', onVisible)
  running = { kick }
  let unwatch = watch(accountId, () => left)
  const forget = onSealChange(() => {
    unwatch()
    unwatch = watch(accountId, () => left)
    kick()
  })
  void run()
  return () => {
    left = true
    clearTimeout(timer)
    forget()
    unwatch()
    removeEventListener('online', kick)
    document.removeEventListener('visibilitychange', onVisible)
    channel.close()
    running = undefined
    show(empty)
  }
}

function watch(accountId: string, isOver: () => boolean): () => void {
  let over = false
  let stop: (() => void) | undefined
  watchEntries(accountId, (entries, locked) => !over && !isOver() && show({ entries, locked }))
    .then((unsubscribe) => {
      stop = unsubscribe
      if (over) stop()
    })
    .catch(() => {}) // a browser without storage has no queue
  return () => {
    over = true
    stop?.()
  }
}

async function reach(...call: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...call)
  heardServerTime(response.headers.get('date'))
  heardServer()
  return response
}

/** Two tabs do not send the same entry; without locks the server's request ids still keep it from being done twice. */
function exclusively<T>(accountId: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(`phaodai.outbox.${accountId}`, work) : work()
}
