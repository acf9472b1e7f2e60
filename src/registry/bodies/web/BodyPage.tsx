import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'

import { useMay, useToday } from '#platform/web/session/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { BodyDetail, FoundBody } from '../domain/index.ts'
import { Aliases } from './Aliases.tsx'
import styles from './bodies.module.css'
import { bodyQueries } from './queries.ts'
import { RenameForm } from './RenameForm.tsx'
import { kindNames, sectorNames, words } from './words.ts'

/** One body: what it is, what documents call it, what stands above and below, who took over from whom. */
export function BodyPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const result = useQuery(bodyQueries.one(id))
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? <BodyView given={result.data} key={id} /> : <PageSkeleton />
}

function BodyView({ given }: { given: BodyDetail }) {
  const { body, children, successors, predecessors } = given
  const say = useWords(words)
  const mayEdit = useMay('bodies.edit')
  const today = useToday()
  const [renaming, setRenaming] = useState(false)
  return (
    <>
      <PageHeader
        title={body.name}
        crumbs={[{ label: say.bodies, to: '/co-quan' }]}
        facts={
          body.validTo &&
          body.validTo < today && <span className={styles.ended}>{say.ended(formatDate(body.validTo))}</span>
        }
        actions={
          mayEdit && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} stroke={1.6} />}
              aria-expanded={renaming}
              onClick={() => setRenaming(!renaming)}
            >
              {say.rename}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        <div className={styles.column}>
          {renaming && <RenameForm body={body} onClose={() => setRenaming(false)} />}
          <Panel title={say.facts}>
            <Facts given={given} />
          </Panel>
          {children.length > 0 && (
            <Panel title={`${say.children} (${children.length})`}>
              <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.children}>
                <ul className={styles.links}>
                  {children.map((child) => (
                    <li key={child.id}>
                      <BodyLink body={child} />
                    </li>
                  ))}
                </ul>
              </div>
            </Panel>
          )}
        </div>
        <div className={styles.column}>
          <Succession title={say.became} links={successors} />
          <Succession title={say.from} links={predecessors} />
          <Aliases given={given} mayEdit={mayEdit} />
        </div>
      </div>
    </>
  )
}

function Facts({ given: { body, parent } }: { given: BodyDetail }) {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const sectors = useWords(sectorNames)
  return (
    <dl className={styles.facts}>
      <Fact label={say.shortName}>{body.shortName}</Fact>
      <Fact label={say.kind}>{kinds[body.kind]}</Fact>
      <Fact label={say.sector}>{sectors[body.sector]}</Fact>
      <Fact label={say.unit}>
        <Link to={`/don-vi/${body.unitId}`}>{body.unitName}</Link>
      </Fact>
      {parent && (
        <Fact label={say.parent}>
          <BodyLink body={parent} />
        </Fact>
      )}
      <Fact label={say.exists}>
        {say.since(formatDate(body.validFrom), body.validTo ? formatDate(body.validTo) : '')}
      </Fact>
      <Fact label={say.code}>
        <code>{body.code}</code>
      </Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

const BodyLink = ({ body }: { body: FoundBody }) => <Link to={`/co-quan/${body.id}`}>{body.name}</Link>

function Succession({ title, links }: { title: string; links: BodyDetail['successors'] }) {
  const say = useWords(words)
  if (links.length === 0) return null
  return (
    <Panel title={title}>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id}>
            <BodyLink body={link} />
            {link.note && ` (${link.note})`}
            <span className={styles.note}>
              {formatDate(link.since)} · {link.instrument}
              {!link.verified && ` · ${say.unverified}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
