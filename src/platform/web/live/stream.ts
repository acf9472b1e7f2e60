import { z } from 'zod'

import { api } from '../api/index.ts'
import { chance } from '../chance.ts'
import { eventReader } from './read-events.ts'

/** What came: topics, or `all` when something may have been missed. */
export type Came = readonly string[] | 'all'

interface StreamEvents {
  onCame: (came: Came) => void
  /** `live` while the stream is open, `polling` while it is not and the clock asks instead. */
  onState: (state: 'live' | 'polling') => void
}

const pollMs = 30_000
const reconnectMs = [1_000, 2_000, 5_000, 15_000, 30_000]
/** Nothing for two heartbeats of the server: the line is dead, though nobody said so (a phone that slept). */
const silentMs = 60_000
const Topics = z.array(z.string())

/**
 * One stream of changes. `fetch` and not EventSource: it carries the office, and tells a refusal from a lost network.
 * While there is no stream, everything is read again every half minute.
 */
export function openStream({ onCame, onState }: StreamEvents): () => void {
  const leaving = new AbortController()
  let attempt = 0

  async function listen(): Promise<'again' | 'poll'> {
    const line = new AbortController()
    const close = () => line.abort()
    leaving.signal.addEventListener('abort', close)
    let silence = setTimeout(close, silentMs)
    try {
      const response = await fetch('/api/live', {
        headers: { ...api.headersOf('live'), accept: 'text/event-stream' },
        credentials: 'same-origin',
        signal: line.signal,
      })
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
      if (!response.ok || !isStream || !response.body) return 'again'
      onState('live')
      // What happened between the last reading and now was announced to nobody.
      if (attempt > 0) onCame('all')
      attempt = 0
      const events = eventReader()
      const text = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await text.read()
        if (done) return 'again'
        clearTimeout(silence)
        silence = setTimeout(close, silentMs)
        for (const { event, data } of events.feed(value)) {
          if (event === 'all') onCame('all')
          else if (event === 'change') onCame(topicsOf(data))
          // Another device took the place: asking for it back would only throw that one out.
          else if (event === 'full') return 'poll'
          else if (event === 'ended') onCame('all') // the queries meet the 401 and ask to sign in
        }
      }
    } catch {
      return 'again'
    } finally {
      clearTimeout(silence)
      leaving.signal.removeEventListener('abort', close)
      line.abort()
    }
  }

  async function keepListening() {
    while (!leaving.signal.aborted) {
      const next = await listen()
      if (leaving.signal.aborted) return
      onState('polling')
      const base = next === 'poll' ? 600_000 : reconnectMs[Math.min(attempt, reconnectMs.length - 1)]!
      attempt++
      // A server that comes back is not asked by everybody in the same moment.
      await pause(base * (0.5 + chance()), leaving.signal)
    }
  }

  const polling = setInterval(() => attempt > 0 && onCame('all'), pollMs)
  void keepListening()
  return () => {
    clearInterval(polling)
    leaving.abort()
  }
}

function topicsOf(data: string): Came {
  try {
    return Topics.parse(JSON.parse(data))
  } catch {
    return 'all'
  }
}

/** Waits; the return of the network cuts it short. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
