import { chance } from '../chance.ts'
import { type Came, openStream } from './stream.ts'

type LiveState = 'off' | 'live' | 'polling'
type Listener = (came: Came) => void

/** A page that closes its last listener and opens the next one in the same breath keeps the stream. */
const lingerMs = 1_000
/** Announcements are gathered, and a thousand pages do not all read at the same moment. */
const gatherMs = { least: 100, spread: 500 }

const listeners = new Set<Listener>()
const stateListeners = new Set<() => void>()
let state: LiveState = 'off'
let openFor: string | undefined
let close: (() => void) | undefined
let lingering: ReturnType<typeof setTimeout> | undefined
let gathered: Set<string> | 'all' | undefined

/**
 * Listens as this office (`who` = account and office); several listeners share one stream. Browsers open only six
 * connections to a server over HTTP/1.1, so tabs share one as well: the tab that holds the lock listens and tells the
 * others. A hidden tab neither listens nor holds the lock; when it is looked at again, everything is read again.
 */
export function listen(who: string, listener: Listener): () => void {
  clearTimeout(lingering)
  listeners.add(listener)
  if (openFor !== who) {
    close?.()
    openFor = who
    close = openLink(who)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    lingering = setTimeout(() => {
      close?.()
      close = undefined
      openFor = undefined
      setState('off')
    }, lingerMs)
  }
}

function openLink(who: string): () => void {
  const channel = new BroadcastChannel(`phaodai.live.${who}`)
  channel.onmessage = ({ data }: MessageEvent<{ came?: Came; state?: LiveState }>) => {
    if (data.came) take(data.came)
    if (data.state) setState(data.state)
  }
  let leave: (() => void) | undefined

  function lead() {
    const tell = (came: Came) => {
      channel.postMessage({ came })
      take(came)
    }
    return openStream({
      onCame: tell,
      onState: (now) => {
        channel.postMessage({ state: now })
        setState(now)
      },
    })
  }
  function start() {
    if (leave || document.hidden) return
    const leaving = new AbortController()
    leave = () => leaving.abort()
    const ended = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()))
    const listenUntilLeft = async () => {
      if (leaving.signal.aborted) return
      const end = lead()
      await ended
      end()
    }
    // Without locks (an old browser) each tab listens for itself.
    const held = navigator.locks?.request(`phaodai.live.${who}`, { signal: leaving.signal }, listenUntilLeft)
    if (held) held.catch(() => {})
    else void listenUntilLeft()
    if (state === 'off') setState('live')
  }
  function stop() {
    leave?.()
    leave = undefined
  }
  function onVisible() {
    if (document.hidden) return stop()
    if (!leave) take('all')
    start()
  }
  document.addEventListener('visibilitychange', onVisible)
  start()
  return () => {
    document.removeEventListener('visibilitychange', onVisible)
    stop()
    channel.close()
  }
}

function take(came: Came) {
  if (gathered) {
    gathered = came === 'all' || gathered === 'all' ? 'all' : new Set([...gathered, ...came])
    return
  }
  gathered = came === 'all' ? 'all' : new Set(came)
  setTimeout(
    () => {
      const now: Came = gathered === 'all' || !gathered ? 'all' : [...gathered]
      gathered = undefined
      for (const listener of [...listeners]) listener(now)
    },
    gatherMs.least + chance() * gatherMs.spread,
  )
}

function setState(next: LiveState) {
  if (state === next) return
  state = next
  for (const listener of stateListeners) listener()
}

export const liveState = {
  get: () => state,
  subscribe: (listener: () => void) => {
    stateListeners.add(listener)
    return () => void stateListeners.delete(listener)
  },
}
