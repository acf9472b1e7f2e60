import { foldAccents } from '#lib/text-vi/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import {
  markedWords,
  passagesIn,
  type SearchDirectives,
  type SearchPage,
  searchWords,
} from '../domain/index.ts'
import { listHits, searchWordsOf } from './search-store.ts'

/**
 * All words in the text, number or title of every document the office may see. Accents that were typed are held to;
 * when no document has them so, the same words without accents are looked for, and the answer says so.
 */
export async function searchDirectives(tx: Db, actor: Actor, ask: SearchDirectives): Promise<SearchPage> {
  const words = searchWords(ask.q)
  if (words.length === 0) return { rows: [], total: 0, withoutAccents: false }
  const marked = markedWords(ask.q)
  const last = words.at(-1)!
  const begun = last.length > 1 ? [last, ...marked.filter((word) => foldAccents(word) === last)] : []
  const page = { kind: ask.kind, offset: ask.offset, limit: ask.limit, begun }
  let found = await searchWordsOf(tx, actor, { ...page, words: [...marked, ...words] })
  const withoutAccents = found.length === 0 && marked.length > 0 && ask.offset === 0
  if (withoutAccents) found = await searchWordsOf(tx, actor, { ...page, words })
  const hits = await listHits(
    tx,
    found.map((f) => f.directiveId),
  )
  const rows = hits.map(({ text, tasks, ...hit }) => {
    const passages = passagesIn(text, words, withoutAccents ? [] : marked)
    const within = (start: number) => tasks.filter((t) => t.start < start + 320 && t.end > start)
    return {
      ...hit,
      passages,
      taskIds: [...new Set(passages.flatMap((p) => within(p.start)).map((t) => t.id))],
    }
  })
  return { rows, total: found[0]?.total ?? 0, withoutAccents: withoutAccents && rows.length > 0 }
}
