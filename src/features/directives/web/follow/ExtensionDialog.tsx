import { Textarea } from '@mantine/core'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { notify } from '#platform/web/notices/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { AskExtension, FollowPart, TaskExtension, TaskFollow } from '../../domain/index.ts'
import { ActDialog } from './ActDialog.tsx'
import { words } from './dialog-words.ts'
import { askExtension, followKey, takeBackExtension } from './queries.ts'

interface ExtensionDialogProps {
  follow: TaskFollow
  mine: FollowPart
  onClose: () => void
}

/** Asks for a later day. Nothing moves until the office has answered, and the first day is never forgotten. */
export function ExtensionDialog({ follow, mine, onClose }: ExtensionDialogProps) {
  const say = useWords(words)
  const [id] = useState(newId)
  const [dueAsked, setDueAsked] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const takeBack = useWrite({
    send: (asked: TaskExtension, requestId) => takeBackExtension(asked.id, asked.version, requestId),
    refresh: [followKey.all],
    done: () => say.extend.takenBack,
  })
  const ask = useWrite({
    send: (given: AskExtension, requestId) => askExtension(follow.taskId, given, requestId),
    refresh: [followKey.all],
    onDone: ({ extension }) => {
      onClose()
      notify({ tone: 'done', text: say.extend.sent, undo: () => takeBack.mutate(extension) })
    },
  })
  const after = mine.dueOn ?? follow.today
  const ready = dueAsked !== null && dueAsked > after && reason.trim().length >= 3
  return (
    <ActDialog
      title={say.extend.title}
      explain={
        ready
          ? say.extend.explain(follow.issuer.name, formatDate(mine.dueOn ?? follow.today))
          : say.extend.missing
      }
      act={say.extend.send}
      ready={ready}
      loading={ask.isPending}
      onAct={() => ask.mutate({ id, dueAsked: dueAsked!, reason: reason.trim() })}
      onClose={onClose}
    >
      <DateField label={say.extend.until} value={dueAsked} min={after} onChange={setDueAsked} required />
      <Textarea
        label={say.extend.why}
        autosize
        minRows={3}
        maxLength={1000}
        required
        mt="sm"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  )
}
