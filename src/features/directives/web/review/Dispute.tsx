import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'

import { ApiProblem, useProblemText } from '#platform/web/api/index.ts'
import { useExerciseMoment } from '#platform/web/moment/index.ts'
import { useMe } from '#platform/web/session/index.ts'
import { ConflictCard, type ConflictField } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Difference } from '../model/clash.ts'
import type { PendingEdit } from '../model/queue.ts'
import { directiveQueries } from '../queries.ts'
import { documentFieldNames, fieldNames, words as common } from '../words.ts'
import styles from './register.module.css'
import { useSayValue } from './say-value.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

export type Others = ReadonlyArray<{ name: string; at: string }>

/** Who else has edited of late, newest first. */
export const OthersContext = createContext<Others>([])

/** An edit that could not be saved as it is: contradicted by somebody else's, or refused. Nothing is decided silently. */
export function Dispute({ edit }: { edit: PendingEdit }) {
  if (edit.trouble?.kind === 'conflict')
    return <Conflict edit={edit} differences={edit.trouble.differences} />
  return edit.trouble && <Refused edit={edit} />
}

function Conflict({ edit, differences }: { edit: PendingEdit; differences: readonly Difference[] }) {
  const others = use(OthersContext)
  const tools = useTools()
  const say = useWords(words)
  const names = { ...useWords(documentFieldNames), ...useWords(fieldNames) } as Record<string, string>
  const value = useSayValue()
  const title = useTitle(edit)
  const act = say.conflict.acts[edit.action.kind]
  const whole = edit.action.kind !== 'edit-task' && edit.action.kind !== 'edit-document'
  const exercise = useExerciseMoment()
  const { account } = useMe()
  const edits = useQuery(directiveQueries.edits(edit.directiveId))
  // The refusal does not say who came first; the history does: the newest edit of somebody else.
  const last =
    edits.data?.edits.map(({ by, at }) => ({ name: by, at })).find((made) => made.name !== account.name) ??
    others[0]
  if (edits.isPending) return null
  const their = last
    ? { name: last.name, at: exercise(last.at) }
    : { name: say.conflict.someone, at: exercise(edit.madeAt) }

  const fields: ConflictField[] = differences.map((difference) => ({
    name: difference.field,
    label: names[difference.field] ?? difference.field,
    mine:
      whole || difference.field === 'state'
        ? say.conflict.goOn(act)
        : value(difference.field, difference.mine),
    theirs:
      difference.field === 'state'
        ? difference.theirs === 'dropped'
          ? say.conflict.droppedByThem
          : say.conflict.changedByThem
        : value(difference.field, difference.theirs),
  }))
  // An act on a whole task is done or not done; it is not done to one field of it.
  const shown = whole ? fields.slice(0, 1) : fields
  return (
    <ConflictCard
      title={title}
      their={their}
      fields={shown}
      onSettle={(choice) => {
        const kept = shown.filter((field) => choice[field.name] === 'mine').map((field) => field.name)
        tools.settle(edit.id, kept)
      }}
    />
  )
}

function useTitle(edit: PendingEdit): string {
  const say = useWords(words)
  const name = useWords(common)
  const { numberOf } = useTools()
  if (edit.action.kind === 'edit-document') return say.conflict.document
  const task = edit.base.tasks[0]
  const number = task && numberOf(task.id)
  return number === undefined ? `“${(task?.quote ?? '').slice(0, 60)}…”` : name.task(number)
}

function Refused({ edit }: { edit: PendingEdit }) {
  const tools = useTools()
  const say = useWords(words)
  const problem = useProblemText()
  const title = useTitle(edit)
  if (edit.trouble?.kind !== 'refused') return null
  const { code, status, message } = edit.trouble
  const why =
    code === 'undo.overtaken' ? say.conflict.overtaken : problem(new ApiProblem(code, status, message))
  return (
    <div className={styles.banner} role="alert">
      <span>
        {title}: {say.conflict.refused(say.conflict.acts[edit.action.kind], why)}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => tools.giveUp(edit.id)}>
        {say.conflict.giveUp}
      </Button>
    </div>
  )
}
