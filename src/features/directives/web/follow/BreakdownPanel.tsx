import { Button, SegmentedControl } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import {
  type FollowState,
  followStates,
  type RollUpRow,
  type TaskAssignment,
  type TaskFollow,
} from '../../domain/index.ts'
import { districtsOf } from '../model/roll-up.ts'
import { key } from '../queries.ts'
import { ActDialog } from './ActDialog.tsx'
import { words as dialogs } from './dialog-words.ts'
import { FollowMark } from './FollowMark.tsx'
import styles from './follow.module.css'
import { followQueries, withdrawAssignment } from './queries.ts'
import { followStateNames, words } from './words.ts'

/** How the task was given on, how far it has come in each unit – late ones first – and every body's own task. */
export function BreakdownPanel({ follow }: { follow: TaskFollow }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const number = (n: number) => formatNumber(n, language)
  const rollUp = useQuery(followQueries.rollUp(follow.taskId))
  const sum = rollUp.data
  return (
    <Panel title={say.breakdown}>
      {sum && (
        <p className={styles.figure}>
          <strong>{say.rollUp.done(number(sum.done), number(sum.total))}</strong>
          {sum.overdue > 0 && <span className={styles.late}>{say.rollUp.late(number(sum.overdue))}</span>}
          {sum.waiting > 0 && <span className={styles.quiet}>{say.rollUp.waiting(number(sum.waiting))}</span>}
        </p>
      )}
      <ul className={styles.assignments}>
        {follow.assignments.map((assignment) => (
          <AssignmentLine key={assignment.id} follow={follow} assignment={assignment} />
        ))}
      </ul>
      {sum && <RollUpTree rows={sum.units} />}
      {sum && sum.total > 0 && <Children taskId={follow.taskId} />}
    </Panel>
  )
}

function AssignmentLine({ follow, assignment }: { follow: TaskFollow; assignment: TaskAssignment }) {
  const say = useWords(words)
  const dialog = useWords(dialogs)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const number = (n: number) => formatNumber(n, language)
  const withdraw = useWrite({
    send: (reason: string, requestId) => withdrawAssignment(follow.taskId, assignment.id, reason, requestId),
    refresh: [key.all],
    done: (answer) => dialog.assign.withdrawn(number(answer.withdrawn)),
    onDone: () => setAsking(false),
  })
  const open = assignment.total - assignment.done - assignment.withdrawn
  return (
    <li>
      “{assignment.quote}”
      <div className={styles.quiet}>
        {say.rollUp.givenTo(number(assignment.total))} · {assignment.by}, {assignment.bodyName} ·{' '}
        <Moment at={assignment.at} />
        {assignment.dueOn && ` · ${say.dueBy(formatDate(assignment.dueOn))}`}
        {assignment.withdrawn > 0 && ` · ${say.rollUp.withdrawn(number(assignment.withdrawn))}`}
      </div>
      {follow.may.assign && open > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsking(true)}>
          {dialog.assign.withdraw}
        </Button>
      )}
      {asking && (
        <ActDialog
          title={dialog.assign.withdraw}
          explain={dialog.assign.withdrawExplain}
          act={dialog.assign.withdraw}
          ask={dialog.reason}
          required
          loading={withdraw.isPending}
          onAct={(reason) => withdraw.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

function RollUpTree({ rows }: { rows: readonly RollUpRow[] }) {
  const say = useWords(words)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const districts = districtsOf(rows)
  const toggle = (id: string) =>
    setOpen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    )
  return (
    <ul className={styles.tree} aria-label={say.unit}>
      {districts.map(({ unit, below }) => (
        <li key={unit.unitId}>
          {below.length === 0 ? (
            <div className={styles.unitRow}>
              <UnitCells row={unit} />
            </div>
          ) : (
            <button
              type="button"
              className={styles.unitRow}
              aria-expanded={open.has(unit.unitId)}
              onClick={() => toggle(unit.unitId)}
            >
              <UnitCells row={unit} open={open.has(unit.unitId)} />
            </button>
          )}
          {open.has(unit.unitId) && (
            <ul>
              {below.map((row) => (
                <li key={row.unitId} className={styles.unitRow}>
                  <UnitCells row={row} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function UnitCells({ row, open }: { row: RollUpRow; open?: boolean }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const number = (n: number) => formatNumber(n, language)
  const Icon = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <span className={styles.unitName}>
        {open !== undefined && <Icon size={14} stroke={1.8} aria-hidden="true" />}
        {row.unitName}
        {row.overdue > 0 && <span className={styles.late}>{say.rollUp.late(number(row.overdue))}</span>}
        {row.waiting > 0 && <span className={styles.quiet}>{say.rollUp.waiting(number(row.waiting))}</span>}
      </span>
      <span>
        {number(row.done)}/{number(row.total)}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${row.total ? (row.done / row.total) * 100 : 0}%` }} />
      </span>
    </>
  )
}

const pageSize = 20

/** Each body's own task, those that are late first. */
function Children({ taskId }: { taskId: string }) {
  const say = useWords(words)
  const states = useWords(followStateNames)
  const { language } = useLanguage()
  const [state, setState] = useState<FollowState | ''>('')
  const [limit, setLimit] = useState(pageSize)
  const page = useQuery(followQueries.children(taskId, { limit, ...(state && { state }) }))
  const options = ['', ...followStates.filter((one) => one !== 'no-deadline')] as const
  return (
    <>
      <h3 className={styles.subheading}>{say.rollUp.each}</h3>
      <div className={styles.scrollX}>
        <SegmentedControl
          size="xs"
          aria-label={say.rollUp.each}
          value={state}
          onChange={(value) => setState(value as FollowState | '')}
          data={options.map((value) => ({ value, label: value === '' ? say.rollUp.all : states[value] }))}
        />
      </div>
      {page.data?.total === 0 && <p className={styles.quiet}>{say.rollUp.none}</p>}
      <ul className={styles.parts}>
        {page.data?.rows.map((row) => (
          <li key={`${row.taskId} ${row.bodyId}`}>
            <Link to={`/nhiem-vu/${row.taskId}`}>{row.bodyName}</Link>
            <span className={styles.partState}>
              <FollowMark state={row.followState} daysLate={row.daysLate} />
              {row.state === 'reported' && (
                <span className={styles.tag} data-state="submitted">
                  {say.rollUp.reported}
                </span>
              )}
              {row.percent !== null && (
                <span className={styles.quiet}>{say.percent(formatNumber(row.percent, language))}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {page.data && page.data.total > limit && (
        <Button
          size="compact-sm"
          variant="default"
          mt="xs"
          onClick={() => setLimit(Math.min(200, limit + 60))}
        >
          {say.rollUp.more(formatNumber(page.data.total - limit, language))}
        </Button>
      )}
    </>
  )
}
