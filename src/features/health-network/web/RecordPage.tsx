import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconPlayerStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { useLive } from '#platform/web/live/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type HealthRecord, kindTable, type RecordDetail } from '../domain/index.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { EndForm } from './EndForm.tsx'
import form from './form.module.css'
import { type Lens, pageOfKind, useLens } from './lens.ts'
import { NormPanel } from './NormPanel.tsx'
import { networkKeys, networkQueries, undoLast } from './queries.ts'
import { Readiness } from './Readiness.tsx'
import styles from './record.module.css'
import { RecordFacts } from './RecordFacts.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import { recordWords } from './record-words.ts'
import { RecordStateBadge } from './RecordTable.tsx'
import { words } from './words.ts'

/** `/y-te-co-so/$id`: one record with its norm, its history and what may be done with it. */
export function RecordPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const lens = useLens()
  const result = useQuery(networkQueries.one(lens, id))
  useLive(['health-network'], [networkKeys.all])
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? <RecordView key={id} detail={result.data} lens={lens} /> : <PageSkeleton />
}

function RecordView({ detail, lens }: { detail: RecordDetail; lens: Lens }) {
  const { record, history, alike, mayRecord } = detail
  const say = useWords(recordWords)
  const network = useWords(words)
  const { language } = useLanguage()
  const today = useToday()
  const [doing, setDoing] = useState<'change' | 'end'>()
  const done = () => setDoing(undefined)
  const { label, many } = kindTable[record.kind]
  return (
    <>
      <PageHeader
        title={String(record.content.name)}
        crumbs={[
          { label: lens.name === 'own' ? many[language] : network.title, to: lens.page },
          ...(lens.name === 'own' ? [] : [{ label: many[language], to: pageOfKind(lens, record.kind) }]),
        ]}
        facts={
          <>
            <RecordStateBadge state={record.state} /> {label[language]}, {record.unitName} ({record.aboveName}
            ), {periodText(record, say)}
          </>
        }
        actions={mayRecord && <Actions record={record} lens={lens} onDo={setDoing} doing={doing} />}
      />
      {record.withdrawn && <p className={form.quiet}>{say.withdrawn}</p>}
      {alike.length > 0 && (
        <div className={form.alike} role="note">
          <p>
            <strong>{say.alike}</strong>
          </p>
          <ul>
            {alike.map((other) => (
              <li key={other.id}>
                <Link to={`${lens.page}/${other.id}` as '/'}>{other.name}</Link> ({other.unitName};{' '}
                {say.by[other.by]})
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.page}>
        <div className={styles.column}>
          {doing === 'change' && <ChangeForm record={record} lens={lens} onClose={done} />}
          {doing === 'end' && <EndForm record={record} lens={lens} onClose={done} />}
          {record.kind === 'rapid-team' && mayRecord && record.state === 'current' && (
            <Readiness record={record} lens={lens} />
          )}
          <Panel title={say.facts}>
            <RecordFacts record={record} lens={lens} />
          </Panel>
          <NormPanel record={record} on={today} />
        </div>
        <Panel title={say.history}>
          <RecordHistory kind={record.kind} entries={history} />
        </Panel>
      </div>
    </>
  )
}

function periodText(record: HealthRecord, say: (typeof recordWords)['vi']): string {
  const from = formatDate(record.fromDay)
  if (record.toDay) return say.until(from, formatDate(record.toDay))
  return record.replacedOn
    ? `${say.from(from)}, ${say.replaced(formatDate(record.replacedOn))}`
    : say.from(from)
}

interface ActionsProps {
  record: HealthRecord
  lens: Lens
  doing: string | undefined
  onDo: (what: 'change' | 'end' | undefined) => void
}

function Actions({ record, lens, doing, onDo }: ActionsProps) {
  const say = useWords(recordWords)
  const undo = useWrite({
    send: undoLast,
    refresh: [networkKeys.all],
    onDone: ({ id, version }) =>
      notify({ tone: 'note', text: say.undone, undo: () => undo.mutate({ lens, id, version }) }),
  })
  const toggle = (what: 'change' | 'end') => onDo(doing === what ? undefined : what)
  return (
    <Group gap="xs">
      <Button
        variant="subtle"
        color="gray"
        loading={undo.isPending}
        leftSection={<IconArrowBackUp size={16} stroke={1.6} />}
        onClick={() => undo.mutate({ lens, id: record.id, version: record.version })}
      >
        {say.undo}
      </Button>
      {!record.withdrawn && (
        <>
          {record.toDay === null && (
            <Button
              variant="default"
              aria-expanded={doing === 'end'}
              leftSection={<IconPlayerStop size={16} stroke={1.6} />}
              onClick={() => toggle('end')}
            >
              {say.end}
            </Button>
          )}
          <Button
            aria-expanded={doing === 'change'}
            leftSection={<IconPencil size={16} stroke={1.6} />}
            onClick={() => toggle('change')}
          >
            {say.change}
          </Button>
        </>
      )}
    </Group>
  )
}
