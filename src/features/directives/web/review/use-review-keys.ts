import { useShortcuts } from '#platform/web/shortcuts/shortcuts.tsx'
import { useWords } from '#platform/web/words/index.ts'
import { documentOwner } from '../text/marks.ts'
import { useReview, useReviewStore } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

/** The keyboard of the review. Off while a dialog or an editor is open: what is typed there is meant for it. */
export function useReviewKeys(enabled: boolean): void {
  const say = useWords(words)
  const tools = useTools()
  const store = useReviewStore()
  const editing = useReview((state) => state.editing !== null)
  const free = enabled && !editing

  const firstField = (taskId: string) => {
    if (taskId === documentOwner) return 'number'
    return tools.task(taskId)?.content.lead.length ? 'lead/0' : 'lead'
  }
  const taskInHand = () => {
    const id = store.state().active?.taskId
    return id && id !== documentOwner ? id : undefined
  }
  /** A dialog of the frame (search, help) lies over the page: its keys are not ours. */
  const alone = (run: () => void) => () => {
    if (!document.querySelector('[aria-modal="true"]')) run()
  }
  const withTask = (run: (taskId: string) => void) =>
    alone(() => {
      const id = taskInHand()
      if (id) run(id)
    })

  useShortcuts(
    say.act.group,
    [
      { key: 'n', label: say.bar.nextDoubt, run: alone(() => tools.walk(1)) },
      { key: 'p', label: say.bar.previousDoubt, run: alone(() => tools.walk(-1)) },
      {
        key: 'e',
        label: say.act.edit,
        run: alone(() => {
          const { active } = store.state()
          if (active) tools.edit(active.taskId, active.field ?? firstField(active.taskId))
        }),
      },
      { key: 's', label: say.act.split, run: withTask(tools.startSplit) },
      { key: 'j', label: say.act.join, run: withTask(tools.joinNext) },
      { key: 'x', label: say.act.drop, run: withTask(tools.drop) },
      { key: 'a', label: say.act.addTask, run: alone(tools.addSelection) },
      { key: 'u', label: say.act.undo, run: alone(tools.undo) },
      { key: 'escape', label: say.act.leave, run: alone(() => store.set({ active: null, splitting: null })) },
    ],
    free && !tools.readOnly,
  )
}
