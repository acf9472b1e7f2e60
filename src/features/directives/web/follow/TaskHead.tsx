import { IconAlertTriangle, IconArrowRight, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import { useState } from 'react'

import { Moment } from '#platform/web/moment/index.ts'
import { usePending } from '#platform/web/outbox/index.ts'
import { useSession } from '#platform/web/session/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { IssuedTask, TaskFollow } from '../../domain/index.ts'
import { DueNote } from '../inbox/DueNote.tsx'
import { type NextStep, nextStep, partOf } from '../model/next-step.ts'
import { DueNow, followMeanings, FollowMark } from './FollowMark.tsx'
import styles from './follow.module.css'
import { reportKind } from './queries.ts'
import { TaskActions } from './TaskActions.tsx'
import { words } from './words.ts'

/** Longer sentences are folded on the first screen; the whole is one press away. In characters. */
const longSentence = 420

interface TaskHeadProps {
  given: IssuedTask
  follow: TaskFollow
  /** "Thông báo kết luận 187-TB/TU" */
  document: string
}

/** What is asked, by when, by whom, and what to do now: all of it on the first screen, also on a phone. */
export function TaskHead({ given, follow, document }: TaskHeadProps) {
  const say = useWords(words)
  const { office } = useSession()
  const mine = partOf(follow, office?.bodyId)
  // Whoever has no part of it sees how the one who is furthest behind stands.
  const part =
    mine ?? follow.parts.filter((one) => one.part === 'lead').toSorted((a, b) => b.daysLate - a.daysLate)[0]
  const state = mine?.part === 'lead' ? mine.followState : follow.state
  const next = nextStep(follow, office?.bodyId)
  const dated = part && (part.dueOn ?? part.originalDueOn) !== null
  return (
    <section className={styles.head} data-meaning={state ? followMeanings[state] : 'plain'}>
      <p className={styles.facts}>
        {state && <FollowMark state={state} daysLate={part?.daysLate ?? 0} />}
        {dated ? (
          <DueNow {...part} state={part.followState} today={follow.today} beside />
        ) : (
          <DueNote deadline={given.task.content.deadline} today={follow.today} />
        )}
      </p>
      <Sentence given={given} />
      <p className={styles.given}>
        {say.givenBy} <strong>{follow.issuer.name}</strong>, {document}
        {given.directive.issuedAt && (
          <>
            , {say.issuedOn} <Moment at={given.directive.issuedAt} />
          </>
        )}
      </p>
      <NextLine follow={follow} next={next} />
      <TaskActions follow={follow} next={next} />
    </section>
  )
}

/** The exact sentence; on demand in the paragraph it stands in. */
function Sentence({ given }: { given: IssuedTask }) {
  const say = useWords(words)
  const [whole, setWhole] = useState(false)
  const [context, setContext] = useState(false)
  const { quote } = given.task
  const folded = !whole && !context && quote.length > longSentence
  const around = given.before.trim() !== '' || given.after.trim() !== ''
  return (
    <>
      <blockquote className={styles.sentence} lang="vi" data-folded={folded || undefined}>
        {context && given.before}
        <mark>{quote}</mark>
        {context && given.after}
      </blockquote>
      {folded && (
        <button type="button" className={styles.fold} onClick={() => setWhole(true)}>
          {say.wholeSentence}
        </button>
      )}{' '}
      {around && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={context}
          onClick={() => setContext(!context)}
        >
          {context ? say.lessContext : say.context}
        </button>
      )}
    </>
  )
}

const icons = { late: IconAlertTriangle, soon: IconClockHour4, done: IconCircleCheck, plain: IconArrowRight }

/** One sentence that says what to do now, or that there is nothing to do. */
function NextLine({ follow, next }: { follow: TaskFollow; next: NextStep }) {
  const say = useWords(words)
  const text = useNextText(follow, next)
  const pending = usePending(reportKind(follow.taskId))
  const stuck = pending.some((entry) => entry.state === 'refused' || entry.state === 'conflict')
  const tone = toneOf(next)
  const Icon = icons[tone ?? 'plain']
  return (
    <p className={styles.next} data-tone={tone}>
      <Icon size={16} stroke={1.8} aria-hidden="true" /> {text}
      {pending.length > 0 && ` (${stuck ? say.notSent : say.waitingBadge})`}
    </p>
  )
}

function toneOf(next: NextStep): 'late' | 'soon' | 'done' | 'plain' | undefined {
  if (next.kind === 'lead') return next.daysLate > 0 ? 'late' : undefined
  if (next.kind === 'follow') return next.late > 0 ? 'late' : 'plain'
  if (next.kind === 'returned' || next.kind.startsWith('decide')) return 'soon'
  if (next.kind === 'accepted' || next.kind === 'confirmed') return 'done'
  return next.kind === 'watch' || next.kind === 'ended' || next.kind === 'reported' ? 'plain' : undefined
}

function useNextText(follow: TaskFollow, next: NextStep): string {
  const say = useWords(words)
  const { language } = useLanguage()
  const number = (n: number) => formatNumber(n, language)
  switch (next.kind) {
    case 'ended': {
      const by = follow.supersededBy[0]
      return next.how === 'withdrawn' ? say.withdrawn : say.superseded(by?.number ?? by?.title ?? '…')
    }
    case 'decide':
      return say.next.decide(number(next.reports))
    case 'decide-extensions':
      return say.next.extensions(number(next.requests))
    case 'returned':
      return say.next.returned(next.reason)
    case 'reported':
      return say.next.reported(follow.issuer.name)
    case 'asked-more':
      return say.next.askedMore(formatDate(next.until))
    case 'follow':
      return next.late > 0
        ? say.next.followLate(number(next.open), number(next.late))
        : say.next.follow(number(next.open))
    case 'accepted':
      return follow.may.decide ? say.next.allDone : say.next.accepted
    case 'lead':
      if (next.daysLate > 0) return say.next.leadLate(next.daysLate)
      return next.dueOn ? say.next.lead(formatDate(next.dueOn)) : say.next.leadUndated
    case 'proposes-done':
      return say.next.proposesDone
    default:
      return say.next[next.kind]
  }
}
