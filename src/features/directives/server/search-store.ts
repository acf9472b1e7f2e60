import { type Db, sql } from '#platform/server/db.ts'

/** The words of a document as they stand now; after every change of its text, title or readers. */
export async function indexDirective(tx: Db, id: string): Promise<void> {
  await tx.run(sql`select index_directive(${id})`)
}
