import { useQueryClient } from '@tanstack/react-query'
import { lazy, useEffect, useMemo, useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { useMe } from '#platform/web/session/index.ts'
import { SplitPane } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { fetchDateField, Later } from '../later.tsx'
import { madeBy, subjectsOf } from '../model/actions.ts'
import { liveTasks } from '../model/fields.ts'
import { withPending } from '../model/queue.ts'
import { unsurePages } from '../model/unsure-pages.ts'
import { typedWords } from '../model/typed.ts'
import { key, moveDirective } from '../queries.ts'
import styles from './bench.module.css'
import { OthersContext } from './Dispute.tsx'
import { OriginalImage } from './OriginalImage.tsx'
import { PrintRegister, usePrint } from './PrintRegister.tsx'
import { RegisterPane } from './RegisterPane.tsx'
import { createReviewStore, ReviewStoreContext, useReview, useReviewStore } from './review-state.ts'
import { SaveState } from './SaveState.tsx'
import { TaskPeek } from './TaskPeek.tsx'
import { TextBar } from './TextBar.tsx'
import { TextPane } from './TextPane.tsx'
import { ToolsContext } from './tools.ts'
import { TopBar } from './TopBar.tsx'
import { useDesk } from './use-desk.ts'
import { usePulse } from './use-pulse.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { recallSeen, useReviewTools } from './use-review-tools.ts'
import { words } from './words.ts'

const HistoryDrawer = lazy(() => import('./HistoryDrawer.tsx').then((m) => ({ default: m.HistoryDrawer })))
const IssueDialog = lazy(() => import('./IssueDialog.tsx').then((m) => ({ default: m.IssueDialog })))
/** By then the page stands and nothing else is on its way. In milliseconds. */
const quiet = 2_000

interface WorkbenchProps {
  /** As the server last told it. */
  directive: Directive
  /** The task a link pointed at. */
  firstTask: string | undefined
}

/** The document on the left, its register on the right, and one officer's unsaved work on both. */
export function Workbench({ directive, firstTask }: WorkbenchProps) {
  const { account } = useMe()
  const queries = useQueryClient()
  // An answer leaves the queue and enters the cache at one moment, but the cache tells its observers a tick later:
  // read here, a task that was just made does not vanish for that tick (and with it the keyboard's place).
  const known = queries.getQueryData<Directive>(key.directive(directive.id)) ?? directive
  const [typed] = useState(() => typedWords(localStorage, account.id, known.id))
  const [store] = useState(() => {
    const active = known.tasks.some((task) => task.id === firstTask)
      ? { taskId: firstTask!, field: null }
      : null
    return createReviewStore({ seen: recallSeen(typed), active, side: active ? 'register' : 'text' })
  })
  const { desk, state } = useDesk(known.id)
  const view = useMemo(() => withPending(known, state.queue), [known, state.queue])
  const readOnly = !known.mayEdit || known.state !== 'draft'
  const tools = useReviewTools({
    store,
    desk,
    typed,
    readOnly,
    view: () => {
      const newest = queries.getQueryData<Directive>(key.directive(known.id)) ?? known
      return withPending(newest, desk.state().queue)
    },
  })
  const others = usePulse(known)

  return (
    <ReviewStoreContext value={store}>
      <ToolsContext value={tools}>
        <OthersContext value={others}>
          <Bench view={view} desk={desk} state={state} others={others} />
        </OthersContext>
      </ToolsContext>
    </ReviewStoreContext>
  )
}

interface BenchProps extends ReturnType<typeof useDesk> {
  view: Directive
  others: ReturnType<typeof usePulse>
}

function Bench({ view, desk, state, others }: BenchProps) {
  const say = useWords(words)
  const store = useReviewStore()
  const side = useReview((s) => s.side)
  const [dialog, setDialog] = useState<'history' | 'issue' | null>(null)
  const [original, setOriginal] = useState(false)
  const { printing, print } = usePrint()
  const tasks = useMemo(() => liveTasks(view.tasks), [view.tasks])
  const unsure = useMemo(() => unsurePages(view), [view.text, view.reading])
  const unsaved = useMemo(
    () => new Set(state.queue.flatMap((edit) => [...subjectsOf(edit.action), ...madeBy(edit.action)])),
    [state.queue],
  )
  const disputes = useMemo(() => state.queue.filter((edit) => edit.trouble), [state.queue])
  const discard = useWrite({
    send: (_: null, requestId) => moveDirective(view.id, 'discard', view.version, requestId),
    refresh: [key.all],
  })
  useReviewKeys(dialog === null)
  useEffect(() => {
    const timer = setTimeout(() => {
      fetchDateField()
      void import('./IssueDialog.tsx').catch(() => {})
    }, quiet)
    return () => clearTimeout(timer)
  }, [])
  useForgetTyped(view)

  return (
    <div className={styles.bench}>
      <TopBar
        directive={view}
        saveState={<SaveState state={state} onRetry={desk.retry} />}
        onHistory={() => setDialog('history')}
        onIssue={() => setDialog('issue')}
        onDiscard={() => discard.mutate(null)}
        onPrint={print}
      />
      {others.length > 0 && (
        <p className={styles.others} role="status">
          {say.bar.others(others.map((other) => other.name).join(', '))}
        </p>
      )}
      <SplitPane
        id="directive-review"
        first={52}
        leftLabel={say.sides.text}
        rightLabel={`${say.sides.register} (${tasks.length})`}
        front={side === 'text' ? 'left' : 'right'}
        onFront={(front) => store.set({ side: front === 'left' ? 'text' : 'register' })}
        left={
          <div className={styles.side}>
            <TextBar directive={view} original={original} onOriginal={setOriginal} />
            {original ? (
              <OriginalImage directive={view} />
            ) : (
              <TextPane text={view.text} tasks={tasks} documentEvidence={view.evidence} unsure={unsure} />
            )}
            <TaskPeek tasks={tasks} />
          </div>
        }
        right={
          <div className={styles.side}>
            <RegisterPane directive={view} tasks={tasks} unsaved={unsaved} disputes={disputes} />
          </div>
        }
      />
      <Later wanted={dialog === 'history'}>
        <HistoryDrawer directive={view} opened={dialog === 'history'} onClose={() => setDialog(null)} />
      </Later>
      <Later wanted={dialog === 'issue'}>
        <IssueDialog
          directive={view}
          saved={state.queue.length === 0}
          opened={dialog === 'issue'}
          onClose={() => setDialog(null)}
        />
      </Later>
      {printing && <PrintRegister directive={view} tasks={tasks} />}
    </div>
  )
}

/** Once issued nothing is typed any more: what was left half typed is of no use to anybody. */
function useForgetTyped(view: Directive) {
  const { account } = useMe()
  useEffect(() => {
    if (view.state !== 'issued') return
    const typed = typedWords(localStorage, account.id, view.id)
    for (const field of typed.fields()) typed.drop(field)
  }, [account.id, view.id, view.state])
}
