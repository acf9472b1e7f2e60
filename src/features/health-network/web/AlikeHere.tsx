import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { maskPhone, normalisePhone } from '#lib/text-vi/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { foldName } from '#registry/units/domain/index.ts'
import type { Content, Kind } from '../domain/index.ts'
import { formWords } from './form-words.ts'
import styles from './form.module.css'
import type { Lens } from './lens.ts'
import { usePendingRecords } from './pending.ts'
import { networkQueries } from './queries.ts'

interface AlikeHereProps {
  kind: Kind
  lens: Lens
  unitId: string | null
  content: Content
}

/**
 * Says, while one still types, that the same name or number may be on record in this unit. A warning: the server looks
 * through all units, and nobody is stopped.
 */
export function AlikeHere({ kind, lens, unitId, content }: AlikeHereProps) {
  const say = useWords(formWords)
  const list = useQuery({
    ...networkQueries.list(lens, { kind, unit: unitId ?? '', limit: 200 }),
    enabled: unitId !== null && kind !== 'station-beds',
  })
  const name = foldName(String(content.name ?? ''))
  const phone = normalisePhone(String(content.phone ?? ''))
  const known = [...useMasked(kind), ...(list.data?.rows ?? [])]
  const alike = known.filter(
    (row) =>
      (name !== '' && foldName(String(row.content.name)) === name) ||
      (phone !== null && row.content.phone === maskPhone(phone)),
  )
  if (alike.length === 0) return null
  return (
    <div className={styles.alike} role="status">
      <p>
        <strong>{say.duplicates}</strong>
      </p>
      <ul>
        {alike.map((row) => (
          <li key={row.id}>
            <Link to={`${lens.page}/${row.id}` as '/'}>{String(row.content.name)}</Link>
            {typeof row.content.phone === 'string' && ` – ${row.content.phone}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What waits on this device, with its numbers masked like the server's. */
function useMasked(kind: Kind) {
  return usePendingRecords(kind).map(({ record: { id, content } }) => {
    const phone = normalisePhone(String(content.phone ?? ''))
    return { id, content: { name: content.name, phone: phone && maskPhone(phone) } }
  })
}
