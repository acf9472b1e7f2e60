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

  const taskInHand = () => {
    const id = store.state().active?.taskId
    return id && id !== documentOwner ? id : undefined
  }
  const withTask = (run: (taskId: string) => void) => () => {
    const id = taskInHand()
    if (id) run(id)
  }

  useShortcuts(
    say.act.group,
    [
      { key: 'n', label: say.bar.nextDoubt, run: () => tools.walk(1) },
      { key: 'p', label: say.bar.previousDoubt, run: () => tools.walk(-1) },
      {
        key: 'e',
        label: say.act.edit,
        run: () => {
          const { active } = store.state()
          if (active)
            tools.edit(active.taskId, active.field ?? (active.taskId === documentOwner ? 'number' : 'lead/0'))
        },
      },
      { key: 's', label: say.act.split, run: withTask(tools.startSplit) },
      { key: 'j', label: say.act.join, run: withTask(tools.joinNext) },
      { key: 'x', label: say.act.drop, run: withTask(tools.drop) },
      { key: 'a', label: say.act.addTask, run: tools.addSelection },
      { key: 'u', label: say.act.undo, run: tools.undo },
      { key: 'escape', label: say.act.leave, run: () => store.set({ active: null, splitting: null }) },
    ],
    free && !tools.readOnly,
  )
}
