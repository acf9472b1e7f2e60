import pg from 'pg'

import { liveChannel } from './live.ts'

/** What a listener is told: topics that changed, or that something may have been missed and all must be read again. */
export type Heard = { topics: ReadonlySet<string> } | 'all'

export interface Listener {
  accountId: string
  /** The subtrees the listener's office covers. */
  scopes: readonly string[]
  hear(heard: Heard): void
  /** The account's session, state or offices changed: ask again whether it may listen. */
  recheck(): void
}

export interface LiveHub {
  add(listener: Listener): () => void
  close(): Promise<void>
}

/** Announcements that arrive close together are told once: a listener reads again once, not a hundred times. */
const gatherMs = 150
const reconnectMs = [200, 1_000, 3_000, 10_000]

type Message = { topic: string; path: string } | { topic: string; accountId: string }

/**
 * One LISTEN connection for the whole process, opened with the first listener. When it is lost, what was announced
 * meanwhile is lost with it: after it is back, every listener is told to read everything again.
 */
export function openLiveHub(databaseUrl: string, log: (line: string) => void = () => {}): LiveHub {
  const listeners = new Set<Listener>()
  let client: pg.Client | undefined
  let closed = false
  let attempt = 0
  let wasLost = false
  let waiting: NodeJS.Timeout | undefined
  let gathered: Message[] = []
  let gathering: NodeJS.Timeout | undefined

  function lost(of: pg.Client, why: string) {
    if (client !== of) return
    client = undefined
    wasLost = true
    of.end().catch(() => {})
    if (closed || listeners.size === 0) return
    log(`live: ${why}`)
    waiting = setTimeout(() => void connect(), reconnectMs[Math.min(attempt++, reconnectMs.length - 1)])
    waiting.unref()
  }

  async function connect() {
    if (client || closed) return
    const opening = new pg.Client({ connectionString: databaseUrl, application_name: 'phaodai-live' })
    client = opening
    opening.on('error', (error) => lost(opening, error.message))
    opening.on('end', () => lost(opening, 'the connection ended'))
    opening.on('notification', ({ payload }) => gather(payload ?? ''))
    try {
      await opening.connect()
      await opening.query(`listen ${liveChannel}`)
    } catch (error) {
      return lost(opening, (error as Error).message)
    }
    attempt = 0
    if (wasLost) for (const listener of listeners) listener.hear('all')
    wasLost = false
  }

  function gather(payload: string) {
    const message = readMessage(payload)
    if (!message) return
    gathered.push(message)
    gathering ??= setTimeout(tell, gatherMs)
  }

  function tell() {
    const messages = gathered
    gathered = []
    gathering = undefined
    for (const listener of listeners) {
      const mine = messages.filter((message) => concerns(message, listener))
      if (mine.some((message) => message.topic === accessTopic)) listener.recheck()
      const topics = new Set(mine.map((message) => message.topic))
      topics.delete(accessTopic)
      if (topics.size > 0) listener.hear({ topics })
    }
  }

  return {
    add(listener) {
      listeners.add(listener)
      void connect()
      return () => void listeners.delete(listener)
    },
    close: async () => {
      closed = true
      clearTimeout(waiting)
      clearTimeout(gathering)
      listeners.clear()
      await client?.end().catch(() => {})
    },
  }
}

/** The database itself says so by trigger, whoever changed a session, an account or an office. */
const accessTopic = 'access'

function readMessage(payload: string): Message | undefined {
  const space = payload.indexOf(' ')
  if (space < 1) return undefined
  const topic = payload.slice(0, space)
  const rest = payload.slice(space + 1)
  return rest.startsWith('@') ? { topic, accountId: rest.slice(1) } : { topic, path: rest }
}

/** Inside what the office covers, or above it: what the province changes concerns its communes. */
function concerns(message: Message, listener: Listener): boolean {
  if ('accountId' in message) return message.accountId === listener.accountId
  return listener.scopes.some((scope) => within(message.path, scope) || within(scope, message.path))
}

const within = (path: string, scope: string) => path === scope || path.startsWith(`${scope}.`)
