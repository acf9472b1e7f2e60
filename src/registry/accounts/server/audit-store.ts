import { type Db, sql } from '#platform/server/db.ts'
import { AuditRow, type ListAudit } from '../domain/index.ts'

/**
 * The log, newest first, of what offices in the auditor's units did, of signing in to accounts with an office there, and –
 * for an auditor of a whole province – of what the system did by itself. Paged by id: it only ever grows.
 */
export function listAudit(db: Db, scopes: readonly string[], list: ListAudit) {
  const units = sql`${[...scopes]}::text[]::ltree[]`
  return db.all(
    AuditRow,
    sql`select e.id, e.at, a.person_name, b.name as body_name, e.action, e.subject_id, e.purpose, e.details,
          exists (select from audit_seals s where s.after_id < e.id and s.last_id >= e.id) as sealed
        from audit_entries e
        left join bodies b on b.id = e.body_id
        left join accounts a on a.id = e.account_id
        where case
            when e.body_id is not null then b.unit_path <@ any (${units})
            when e.account_id is not null then exists (
              select from offices o join bodies ob on ob.id = o.body_id where o.account_id = e.account_id and ob.unit_path <@ any (${units}))
            else exists (select from unnest(${units}) as scope where nlevel(scope) <= 2)
          end
          and (${list.subject ?? null}::text is null or e.subject_id = ${list.subject ?? null})
          and (${list.action ?? null}::text is null or starts_with(e.action, ${list.action ?? ''}))
          and e.id < ${list.before ?? Number.MAX_SAFE_INTEGER}
        order by e.id desc limit ${list.limit}`,
  )
}
