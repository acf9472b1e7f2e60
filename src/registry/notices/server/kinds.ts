import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import type { KindWords } from '../domain/index.ts'

/** A kind with its port: which of these subjects may this person see now? Asked in the person's own scope. */
export interface NoticeKind extends KindWords {
  canSee: (tx: Db, actor: Actor, subjectIds: readonly string[]) => Promise<ReadonlySet<string>>
}
