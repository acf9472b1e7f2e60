import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import type { DocumentContent, EditDocument } from '../domain/index.ts'
import { mustDraft, mustMove } from './access.ts'
import { type EditedAnswer, withoutUndefined } from './edits.ts'
import { bodiesIn } from './proposals.ts'
import { indexDirective } from './search-store.ts'
import * as store from './store.ts'

export async function editDocument(
  tx: Db,
  actor: Actor,
  id: string,
  input: EditDocument,
): Promise<EditedAnswer> {
  const directive = await mustDraft(tx, actor, id)
  const document: DocumentContent = { ...directive.document, ...withoutUndefined(input.changes) }
  const saved = await store.saveDocument(tx, id, input.version, document)
  if (!saved) {
    if (directive.state !== 'draft')
      throw problem.illegalMove({ what: 'directive', from: directive.state, event: 'edit' })
    throw problem.stale({
      what: 'directive',
      expected: input.version,
      actual: directive.version,
      current: directive.document,
    })
  }
  await indexDirective(tx, id)
  const editId = newId()
  const note = Object.keys(input.changes).join(', ')
  await store.insertEdit(tx, {
    id: editId,
    directiveId: id,
    unitPath: directive.unitPath,
    accountId: actor.accountId,
    kind: 'document-edited',
    before: directive.document,
    after: { document, note },
  })
  await recordAudit(tx, actor, 'directive.document-edited', id, { editId, note })
  return {
    editId,
    ...saved,
    tasks: [],
    document,
    bodies: await store.listBodyLabels(tx, bodiesIn(document, [])),
  }
}

const cancelled = {
  code: 'document.cancelled',
  message: 'Đã dừng đọc theo yêu cầu. Bản gốc và những trang đã đọc vẫn còn; đọc lại sẽ làm tiếp từ đó.',
}

export async function moveDirective(
  tx: Db,
  actor: Actor,
  id: string,
  event: 'cancel' | 'retry' | 'discard' | 'restore',
  input: { version: number; reason: string },
): Promise<EditedAnswer> {
  const directive = await mustDraft(tx, actor, id)
  const to = mustMove(directive, event)
  const moved = await store.moveDirective(
    tx,
    id,
    input.version,
    event === 'restore' && directive.text === '' ? 'unreadable' : to,
  )
  if (!moved) throw problem.stale({ what: 'directive', expected: input.version, actual: directive.version })
  await indexDirective(tx, id)
  if (event === 'cancel') await store.setReading(tx, id, { ...directive.reading, error: cancelled })
  if (event === 'retry') await store.setReading(tx, id, { ...directive.reading, error: null })
  await recordAudit(tx, actor, `directive.${event}`, id, { reason: input.reason })
  return { editId: null, ...moved, tasks: [], document: null, bodies: [] }
}
