import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { ActDialog } from './ActDialog.tsx'
import { words } from './dialog-words.ts'
import { followKey, remindBody, remindTask } from './queries.ts'

type Reminded =
  /** The open parts of these tasks, `bodies` in all. */
  | { tasks: readonly string[]; bodies: number }
  /** Everything one body is late with. */
  | { bodyId: string; bodyName: string }

interface RemindDialogProps {
  what: Reminded
  onClose: () => void
  onDone?: () => void
}

/** Reminds one task, several, or a body of all it is late with. Nobody is reminded of the same thing twice a day. */
export function RemindDialog({ what, onClose, onDone }: RemindDialogProps) {
  const say = useWords(words).remind
  const { language } = useLanguage()
  const number = (n: number) => formatNumber(n, language)
  // Ids are made once: pressing again after a failure reminds nobody twice.
  const [ids] = useState(() => ('tasks' in what ? what.tasks.map(() => newId()) : [newId()]))
  const remind = useWrite({
    send: async (text: string, requestId) => {
      if (!('tasks' in what)) return remindBody({ id: ids[0]!, bodyId: what.bodyId, text }, requestId)
      const sum = { reminded: 0, already: 0 }
      for (const [i, task] of what.tasks.entries()) {
        const answer = await remindTask(
          task,
          { id: ids[i]!, text },
          what.tasks.length === 1 ? requestId : ids[i]!,
        )
        sum.reminded += answer.reminded
        sum.already += answer.already
      }
      return sum
    },
    refresh: [followKey.all],
    done: ({ reminded, already }) => say.sent(number(reminded), number(already)),
    onDone: () => {
      onDone?.()
      onClose()
    },
  })
  return (
    <ActDialog
      title={say.title}
      explain={'tasks' in what ? say.explain(number(what.bodies)) : say.explainBody(what.bodyName)}
      act={say.send}
      ask={say.text}
      loading={remind.isPending}
      onAct={(text) => remind.mutate(text)}
      onClose={onClose}
    />
  )
}
