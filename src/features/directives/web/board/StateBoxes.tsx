import { useUrlState } from '#platform/web/router/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type FollowState, followStates, type ListTasks, type TaskCounts } from '../../domain/index.ts'
import { followStateNames } from '../follow/words.ts'
import styles from './board.module.css'
import { words } from './words.ts'

export type Box = FollowState | 'waiting' | 'extensions' | 'all'

/** What a box asks of the server. */
export function askOf(box: Box): Partial<Pick<ListTasks, 'state' | 'part' | 'extension'>> {
  if (box === 'waiting') return { part: 'reported' }
  if (box === 'extensions') return { extension: 'asked' }
  return box === 'all' ? {} : { state: box }
}

/**
 * What is looked at: what the address says; else, over everything, what is late, if anything is – at two in the morning
 * nobody should have to look for it.
 */
export function shownBox(url: Readonly<Record<string, string>>, counts: TaskCounts | undefined): Box {
  if (url.part === 'reported') return 'waiting'
  if (url.state === 'extensions' || url.state === 'all') return url.state
  const state = followStates.find((one) => one === url.state)
  if (state) return state
  return !url.directive && !url.body && !url.q && (counts?.tasks.overdue ?? 0) > 0 ? 'overdue' : 'all'
}

const tones: Partial<Record<Box, string>> = {
  waiting: 'soon',
  extensions: 'soon',
  overdue: 'late',
  'due-soon': 'soon',
  'done-on-time': 'done',
  'done-late': 'done',
}

/** The states as figures; pressing one shows what stands in it. Late is red, what waits for a decision amber. */
export function StateBoxes({ counts, shown }: { counts: TaskCounts | undefined; shown: Box }) {
  const say = useWords(words)
  const names = useWords(followStateNames)
  const { language } = useLanguage()
  const [, change] = useUrlState()
  if (!counts) return <div className={styles.boxes} aria-busy="true" />
  const { tasks } = counts
  const boxes: ReadonlyArray<[Box, number]> = [
    ['waiting', counts.waiting],
    ['extensions', counts.extensionsAsked],
    ['overdue', tasks.overdue],
    ['due-soon', tasks.dueSoon],
    ['not-yet-due', tasks.notYetDue],
    ['no-deadline', tasks.noDeadline],
    ['done-late', tasks.doneLate],
    ['done-on-time', tasks.doneOnTime],
    ['all', tasks.total],
  ]
  const label = { ...names, waiting: say.waiting, extensions: say.extensions, all: say.all }
  return (
    <div className={styles.boxes} role="group" aria-label={say.boxes}>
      {boxes
        // Late is told also when nothing is; the other empty ones would only be in the way.
        .filter(([box, value]) => value > 0 || box === shown || box === 'overdue' || box === 'all')
        .map(([box, value]) => (
          <button
            key={box}
            type="button"
            className={styles.box}
            data-tone={value > 0 ? tones[box] : undefined}
            aria-pressed={box === shown}
            onClick={() =>
              change({
                part: box === 'waiting' ? 'reported' : undefined,
                state: box === 'waiting' ? undefined : box,
                page: undefined,
              })
            }
          >
            <strong>{formatNumber(value, language)}</strong> {label[box]}
          </button>
        ))}
    </div>
  )
}
