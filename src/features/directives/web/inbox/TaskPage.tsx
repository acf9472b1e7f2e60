import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useLive } from '#platform/web/live/index.ts'
import { useSession } from '#platform/web/session/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { IssuedTask, Party, TaskFollow } from '../../domain/index.ts'
import { BreakdownPanel } from '../follow/BreakdownPanel.tsx'
import { ExtensionList } from '../follow/ExtensionList.tsx'
import columns from '../follow/follow.module.css'
import { HistoryPanel } from '../follow/HistoryPanel.tsx'
import { PartsPanel } from '../follow/PartsPanel.tsx'
import { followKey, followQueries } from '../follow/queries.ts'
import { ReportList } from '../follow/ReportList.tsx'
import { TargetsPanel } from '../follow/TargetsPanel.tsx'
import { TaskHead } from '../follow/TaskHead.tsx'
import { words as followWords } from '../follow/words.ts'
import { partyLists } from '../model/fields.ts'
import { sayTarget, subjectOf } from '../model/say-field.ts'
import { directiveQueries } from '../queries.ts'
import { fieldNames, kindNames, partNames, words as common } from '../words.ts'
import { words as reviewWords } from '../review/words.ts'
import { DueNote } from './DueNote.tsx'
import styles from './inbox.module.css'
import { words } from './words.ts'

/** One task as those see it who have to do it, follow it or decide about it. */
export function TaskPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const result = useQuery(directiveQueries.task(id))
  const follow = useQuery(followQueries.task(id))
  useLive(['tasks', 'indicators'], [followKey.all])
  const error = result.error ?? follow.error
  const again = () => void Promise.all([result.refetch(), follow.refetch()])
  if (error && !(result.data && follow.data)) return <ErrorState error={error} onRetry={again} />
  return result.data && follow.data ? (
    <TaskView key={id} given={result.data} follow={follow.data} />
  ) : (
    <PageSkeleton />
  )
}

function TaskView({ given, follow }: { given: IssuedTask; follow: TaskFollow }) {
  const say = useWords(words)
  const state = useWords(followWords)
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const partName = useWords(partNames)
  const { office } = useSession()
  const { task, directive } = given
  const head =
    [directive.kind && kinds[directive.kind], directive.number].filter(Boolean).join(' ') ||
    directive.fileName
  const mine = given.parts.filter((part) => part.bodyId === office?.bodyId)
  const broken = follow.assignments.length > 0

  return (
    <>
      <PageHeader
        title={`${head}, ${name.section(task.content.section)}`}
        crumbs={
          follow.may.decide
            ? [{ label: name.followUp, to: '/theo-doi' }]
            : [{ label: name.inbox, to: '/hop-thu' }]
        }
        facts={mine.map(({ part }) => (
          <span key={part} className={styles.part} data-part={part}>
            {partName[part]}
          </span>
        ))}
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
      {follow.parent && (
        <p className={styles.parent}>
          {state.parent}: <Link to={`/nhiem-vu/${follow.parent.taskId}`}>“{follow.parent.quote}”</Link>
          {` · ${follow.parent.bodyNames.join(', ')}`}
          {follow.parent.dueOn && ` · ${state.dueBy(formatDate(follow.parent.dueOn))}`}
        </p>
      )}
      <TaskHead given={given} follow={follow} document={head} />
      <div className={columns.columns}>
        <div className={columns.column}>
          {follow.targets.length > 0 && <TargetsPanel follow={follow} />}
          {broken && <BreakdownPanel follow={follow} />}
          {follow.extensions.length > 0 && (
            <Panel title={state.extensions}>
              <ExtensionList follow={follow} />
            </Panel>
          )}
          <Panel title={state.reports}>
            <ReportList follow={follow} />
          </Panel>
        </div>
        <div className={columns.column}>
          <PartsPanel follow={follow} />
          <Panel title={say.task}>
            <TaskFacts given={given} />
            {directive.title && (
              <p className={styles.note}>
                {[
                  directive.issuer,
                  directive.date && formatDate(directive.date),
                  subjectOf(directive.title, directive.kind && kinds[directive.kind]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            )}
          </Panel>
          <HistoryPanel taskId={task.id} />
        </div>
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
