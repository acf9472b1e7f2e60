import type { Actor } from './actor.ts'
import type { Database, Db } from './db.ts'
import { reading } from './edge.ts'

interface Turn {
  running: Promise<unknown>
  next?: Promise<unknown>
}

/**
 * For what is dear to read and asked for again at every change by every open page of an office: walls, cars, the same
 * person's tabs. Whoever asks while an answer is being made waits for the next one, which begins when that one has ended.
 * So no answer is older than its question, and however many ask, one is made at a time.
 *
 * `question` names what is asked; answers are shared only between requests of the same person in the same office with
 * the same rights, and belong to nobody in particular: they must not be changed.
 */
export function sharedReading(db: Database) {
  const turns = new Map<string, Turn>()

  function begin<T>(key: string, actor: Actor, work: (tx: Db) => Promise<T>): Promise<T> {
    const running = reading(db, actor, work)
    const turn: Turn = { running }
    turns.set(key, turn)
    const ended = () => {
      if (!turn.next) turns.delete(key)
    }
    running.then(ended, ended)
    return running
  }

  return function read<T>(actor: Actor, question: string, work: (tx: Db) => Promise<T>): Promise<T> {
    const { accountId, officeId, role, scopes, permissions } = actor
    const key = [question, accountId, officeId, role, ...scopes, '', ...permissions].join('\n')
    const turn = turns.get(key)
    if (!turn) return begin(key, actor, work)
    const start = () => begin(key, actor, work)
    turn.next ??= turn.running.then(start, start)
    return turn.next as Promise<T>
  }
}
