import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useSession } from '#platform/web/session/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatMoment, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { IssuedTask, Party } from '../../domain/index.ts'
import { partyLists } from '../model/fields.ts'
import { sayTarget, subjectOf } from '../model/say-field.ts'
import { directiveQueries } from '../queries.ts'
import { fieldNames, kindNames, partNames, words as common } from '../words.ts'
import { words as reviewWords } from '../review/words.ts'
import { DueNote } from './DueNote.tsx'
import styles from './inbox.module.css'
import { words } from './words.ts'

/** One task as those see it who have to do it: the sentence where it stands, who does what, by when. */
export function TaskPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const result = useQuery(directiveQueries.task(id))
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? <TaskView given={result.data} /> : <PageSkeleton />
}

function TaskView({ given }: { given: IssuedTask }) {
  const say = useWords(words)
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const partName = useWords(partNames)
  const { office } = useSession()
  const { task, directive } = given
  const head =
    [directive.kind && kinds[directive.kind], directive.number].filter(Boolean).join(' ') ||
    directive.fileName
  const mine = given.parts.filter((part) => part.bodyId === office?.bodyId)

  return (
    <>
      <PageHeader
        title={`${head}, ${name.section(task.content.section)}`}
        crumbs={[{ label: name.inbox, to: '/hop-thu' }]}
        facts={mine.map(({ part }) => (
          <span key={part} className={styles.part} data-part={part}>
            {partName[part]}
          </span>
        ))}
        lead={[
          directive.issuer,
          directive.date && formatDate(directive.date),
          subjectOf(directive.title, directive.kind && kinds[directive.kind]),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <Button
            component={Link}
            to={`/van-ban/${directive.id}?task=${task.id}`}
            variant="default"
            leftSection={<IconFileText size={16} stroke={1.6} />}
          >
            {say.openDocument}
          </Button>
        }
      />
      <div className={styles.task}>
        <Panel title={say.inContext}>
          <blockquote className={styles.context} lang="vi">
            {fromSentence(given.before)}
            <mark>{task.quote}</mark>
            {toSentence(given.after)}
          </blockquote>
          {directive.issuedAt && (
            <p className={styles.note}>
              {say.issued} {formatMoment(directive.issuedAt)} · {directive.bodyName}
            </p>
          )}
        </Panel>
        <Panel title={say.task}>
          <TaskFacts given={given} />
        </Panel>
      </div>
    </>
  )
}

function TaskFacts({ given }: { given: IssuedTask }) {
  const say = useWords(words)
  const review = useWords(reviewWords)
  const fields = useWords(fieldNames)
  const { language } = useLanguage()
  const { content } = given.task
  return (
    <dl className={styles.facts}>
      <Fact label={fields.deadline}>
        <DueNote deadline={content.deadline} />
        {content.deadline?.text && <span className={styles.note}>“{content.deadline.text}”</span>}
      </Fact>
      {partyLists.map(
        (list) =>
          content[list].length > 0 && (
            <Fact key={list} label={fields[list]}>
              {content[list].map((party) => (
                <PartyLine key={party.name} party={party} given={given} />
              ))}
            </Fact>
          ),
      )}
      {content.targets.length > 0 && (
        <Fact label={fields.targets}>
          {content.targets.map((target) => (
            <div key={target.text}>{sayTarget(target, (n) => formatNumber(n, language), say.all_)}</div>
          ))}
        </Fact>
      )}
      {content.approval && (
        <Fact label={fields.approval}>
          {review.approval.by(content.approval.authority)}
          {content.approval.appraiser && <div>{review.approval.appraisedBy(content.approval.appraiser)}</div>}
        </Fact>
      )}
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

function PartyLine({ party, given }: { party: Party; given: IssuedTask }) {
  const say = useWords(words)
  const name = useWords(common)
  const { language } = useLanguage()
  const { office } = useSession()
  const real =
    party.bodyIds.length === 1 ? given.bodies.find((body) => body.id === party.bodyIds[0])?.name : undefined
  const mine = office !== undefined && party.bodyIds.includes(office.bodyId)
  return (
    <div>
      {party.name}
      {party.bodyIds.length > 1 && (
        <span className={styles.quiet}> · {name.bodies(formatNumber(party.bodyIds.length, language))}</span>
      )}
      {real && !real.startsWith(party.name) && <span className={styles.quiet}> → {real}</span>}
      {mine && <strong className={styles.yours}> {say.yours}</strong>}
    </div>
  )
}

/** So much of the document stands around the sentence that one sees where it belongs, and still sees it first on a phone. */
const around = 360

/** The context begins with a whole word and shows that something stands before it. */
function fromSentence(before: string): string {
  if (before.length <= around) return before
  const near = before.slice(-around)
  return `…${near.slice(Math.max(0, near.indexOf(' ')))}`
}

function toSentence(after: string): string {
  if (after.length <= around) return after
  const near = after.slice(0, around)
  return `${near.slice(0, Math.max(0, near.lastIndexOf(' ')))} …`
}
