import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { type FollowState, followStates, type historyKinds } from '#features/directives/domain/index.ts'
import { EmptyState, Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatMoment, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Situation } from '../domain/index.ts'
import styles from './situation.module.css'
import { movementWords, stateWords, words } from './words.ts'

const countKey = {
  overdue: 'overdue',
  'due-soon': 'dueSoon',
  'not-yet-due': 'notYetDue',
  'no-deadline': 'noDeadline',
  'done-late': 'doneLate',
  'done-on-time': 'doneOnTime',
} as const satisfies Record<FollowState, keyof Situation['tasks']['tasks']>

/** How all tasks stand: six states, each a number and its share of one bar; each opens its list. */
export function StatesPanel({ tasks }: { tasks: Situation['tasks'] }) {
  const say = useWords(words)
  const states = useWords(stateWords)
  const { language } = useLanguage()
  const n = (value: number) => formatNumber(value, language)
  const count = (state: FollowState) => tasks.tasks[countKey[state]]
  return (
    <Panel
      title={say.tasks}
      actions={
        <span className={styles.quiet}>
          {[
            tasks.waiting > 0 && say.waiting(n(tasks.waiting)),
            tasks.extensionsAsked > 0 && say.extensions(n(tasks.extensionsAsked)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
    >
      <div className={styles.states}>
        {followStates.map((state) => (
          <Link key={state} to={`/theo-doi?state=${state}`} data-state={state}>
            <strong>{n(count(state))}</strong>
            {states[state]}
          </Link>
        ))}
      </div>
      <div className={styles.bar} aria-hidden="true">
        {followStates.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: count(state) }} />
        ))}
      </div>
    </Panel>
  )
}

/** What is late, oldest first, with its age. */
export function OverduePanel({ rows }: { rows: Situation['overdue'] }) {
  const say = useWords(words)
  return (
    <Panel
      title={say.overdue}
      actions={
        <Link to="/theo-doi?state=overdue" className={styles.more}>
          {say.all}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={say.overdueNone} />
      ) : (
        <ul className={styles.lines}>
          {rows.map((row) => (
            <li key={`${row.taskId} ${row.bodyId}`}>
              <span className={styles.age}>{say.daysLate(row.daysLate)}</span>
              <div>
                <Link to={`/nhiem-vu/${row.taskId}`}>{row.quote}</Link>
                <p className={styles.quiet}>
                  {row.bodyName}
                  {row.dueOn && <> · {formatDate(row.dueOn)}</>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Bodies with most overdue first. */
export function BodiesPanel({ bodies }: { bodies: Situation['tasks']['bodies'] }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const n = (value: number) => formatNumber(value, language)
  return (
    <Panel title={say.bodies}>
      {bodies.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={say.bodiesNone} />
      ) : (
        <table className={styles.bodies}>
          <thead>
            <tr>
              <th scope="col">{say.body}</th>
              <th scope="col">{say.late}</th>
              <th scope="col">{say.soon}</th>
              <th scope="col">{say.open}</th>
              <th scope="col">{say.done}</th>
            </tr>
          </thead>
          <tbody>
            {bodies.map((body) => (
              <tr key={body.bodyId}>
                <th scope="row">
                  <Link to={`/theo-doi?body=${body.bodyId}`}>{body.bodyName}</Link>
                </th>
                <td data-tone={body.overdue > 0 ? 'late' : undefined}>{n(body.overdue)}</td>
                <td data-tone={body.dueSoon > 0 ? 'soon' : undefined}>{n(body.dueSoon)}</td>
                <td>{n(body.overdue + body.dueSoon + body.notYetDue + body.noDeadline)}</td>
                <td>{n(body.doneOnTime + body.doneLate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

/** What happened to tasks today, newest first. */
export function MovementsPanel({ movements }: { movements: Situation['movements'] }) {
  const say = useWords(words)
  const said = useWords(movementWords)
  return (
    <Panel title={say.movements}>
      {movements.length === 0 ? (
        <p className={styles.quiet}>{say.movementsNone}</p>
      ) : (
        <ul className={styles.lines}>
          {movements.map((one) => (
            <li key={one.id}>
              <time className={styles.clock}>{formatMoment(one.at).slice(0, 5)}</time>
              <div>
                <strong>{one.bodyName ?? one.by}</strong>{' '}
                {said[one.kind as (typeof historyKinds)[number]] ?? one.kind}
                <p className={styles.quiet}>
                  <Link to={`/nhiem-vu/${one.taskId}`}>{one.quote}</Link>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
