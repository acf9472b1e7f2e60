import { z } from 'zod'

import type { Actor } from '#platform/server/actor.ts'
import { recordAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { announce } from '#platform/server/live.ts'
import { HistoryEntry, type historyKinds } from '../domain/index.ts'
import { listPartyPaths } from './part-store.ts'
import { json } from './store.ts'

export interface Act {
  kind: (typeof historyKinds)[number]
  /** The body it concerns. */
  bodyId?: string
  text?: string
  details?: object
}

/** What was done on a task: its line in the task's history, its entry in the audit log, and word to the open pages. */
export async function recordAct(tx: Db, actor: Actor, taskId: string, act: Act): Promise<void> {
  const { kind, bodyId = null, text = '', details = {} } = act
  const audience = await listPartyPaths(tx, taskId)
  await tx.run(sql`
    insert into task_acts (id, task_id, body_id, unit_path, audience, kind, text, details, account_id)
    values (${newId()}, ${taskId}, ${bodyId}, ${actor.unitPath}::ltree, ${audience}::text[]::ltree[], ${kind}, ${text}, ${json(details)}, ${actor.accountId})`)
  await recordAudit(tx, actor, `task.${kind}`, taskId, { bodyId, text, ...details })
  await announce(tx, 'tasks', ...new Set([actor.unitPath, ...audience]))
}

const Row = HistoryEntry.extend({ details: z.record(z.string(), z.unknown()) })

/** Issue, acts and reminders of one task in one line of time, the newest first. */
export function listHistory(db: Db, taskId: string): Promise<HistoryEntry[]> {
  return db.all(
    Row,
    sql`
    select * from (
      select a.id::text as id, a.at, a.kind, b.name as body_name, c.person_name as by, a.text, a.details
      from task_acts a join accounts c on c.id = a.account_id left join bodies b on b.id = a.body_id where a.task_id = ${taskId}
      union all
      select 'issued-' || p.task_id, p.issued_at, case when p.parent_id is null then 'issued' else 'assigned' end, string_agg(b.name, '; ' order by b.name), null, '',
        jsonb_build_object('issuer', i.name, 'dueOn', min(p.original_due_on))
      from task_parts p join bodies b on b.id = p.body_id join bodies i on i.id = p.issuer_id
      where p.task_id = ${taskId} and p.part = 'lead' group by p.task_id, p.issued_at, p.parent_id, i.name
      union all
      select r.id::text, r.sent_at, case when r.kind = 'escalation' then 'escalated' else 'reminded' end, b.name, c.person_name, r.text,
        jsonb_build_object('kind', r.kind, 'days', r.days, 'onDay', r.on_day)
      from task_reminders r join bodies b on b.id = r.to_body_id left join accounts c on c.id = r.sent_by where r.task_id = ${taskId}
    ) as line order by at desc, id limit 1000`,
  )
}
