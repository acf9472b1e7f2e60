import { Button, Checkbox, Group, Modal, SegmentedControl, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useProblemText, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { notify } from '#platform/web/notices/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { AssignTask, FollowPart, Receivers, TaskFollow } from '../../domain/index.ts'
import { key } from '../queries.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'
import { assignTask, followQueries, withdrawAssignment } from './queries.ts'
import { ReceiverChoice, receiversOfChoice, startChoice } from './ReceiverChoice.tsx'
import { ReceiverPreview } from './ReceiverPreview.tsx'

interface AssignDialogProps {
  follow: TaskFollow
  mine: FollowPart | undefined
  onClose: () => void
}

/** “Cụ thể hóa”: one sentence and one deadline to a whole level less exceptions, in one act; who gets it is shown first. */
export function AssignDialog({ follow, mine, onClose }: AssignDialogProps) {
  const say = useWords(words).assign
  const close = useWords(words).close
  return (
    <Modal opened onClose={onClose} title={say.title} size="lg" closeButtonProps={{ 'aria-label': close }}>
      <AssignForm follow={follow} mine={mine} onClose={onClose} />
    </Modal>
  )
}

function AssignForm({ follow, mine, onClose }: AssignDialogProps) {
  const all = useWords(words)
  const say = all.assign
  const problem = useProblemText()
  const { language } = useLanguage()
  const number = (n: number) => formatNumber(n, language)
  const [id] = useState(newId)
  const [quote, setQuote] = useState(follow.quote)
  const [dueOn, setDueOn] = useState<string | null>(mine?.dueOn ?? null)
  const [lateReason, setLateReason] = useState('')
  const [targets, setTargets] = useState<readonly number[]>(() => follow.targets.map((one) => one.index))
  const [choice, setChoice] = useState(startChoice)
  // Every exception that is added asks again; typing in a picker does not.
  const [receivers] = useDebouncedValue<Receivers | undefined>(receiversOfChoice(choice), 200)
  const preview = useQuery(followQueries.receivers(follow.taskId, receivers))
  const fresh = receivers ? (preview.data?.rows.filter((row) => !row.already).length ?? 0) : 0
  const later = mine?.dueOn != null && dueOn !== null && dueOn > mine.dueOn
  const ready = fresh > 0 && quote.trim().length >= 10 && (!later || lateReason.trim() !== '')

  const takeBack = useWrite({
    send: (assignment: string, requestId) =>
      withdrawAssignment(follow.taskId, assignment, say.byMistake, requestId),
    refresh: [key.all],
    done: (answer) => say.withdrawn(number(answer.withdrawn)),
  })
  const assign = useWrite({
    send: (given: AssignTask, requestId) => assignTask(follow.taskId, given, requestId),
    refresh: [key.all],
    onDone: ({ assignment }) => {
      onClose()
      notify({
        tone: 'done',
        text: say.sent(number(assignment.total)),
        undo: () => takeBack.mutate(assignment.id),
      })
    },
  })

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && receivers)
          assign.mutate({
            id,
            quote: quote.trim(),
            dueOn,
            lateReason: later ? lateReason.trim() : '',
            receivers,
            targets: [...targets],
          })
      }}
    >
      <Textarea
        label={say.quote}
        description={say.quoteHint}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        value={quote}
        onChange={(event) => setQuote(event.currentTarget.value)}
      />
      <div className={styles.fields}>
        <DateField label={say.dueOn} value={dueOn} min={follow.today} onChange={setDueOn} />
        <div>
          <SegmentedControl
            mt={24}
            aria-label={say.to}
            value={choice.how}
            onChange={(how) => setChoice({ ...choice, how: how as 'level' | 'names' })}
            data={[
              { value: 'level', label: say.byLevel },
              { value: 'names', label: say.byName },
            ]}
          />
        </div>
      </div>
      {later && (
        <Textarea
          label={say.lateReason}
          required
          autosize
          maxLength={1000}
          value={lateReason}
          onChange={(event) => setLateReason(event.currentTarget.value)}
        />
      )}
      <ReceiverChoice choice={choice} onChange={setChoice} />
      {follow.targets.length > 0 && (
        <Checkbox.Group
          label={say.targets}
          value={targets.map(String)}
          onChange={(next) => setTargets(next.map(Number))}
        >
          <div className={styles.choices}>
            {follow.targets.map(({ index, target }) => (
              <Checkbox key={index} value={String(index)} label={target.text} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {preview.error ? (
        <p className={styles.late} role="alert">
          {problem(preview.error)}
        </p>
      ) : (
        <ReceiverPreview list={receivers ? preview.data : undefined} />
      )}
      {fresh > 0 && (
        <p className={styles.explain}>
          {dueOn ? say.explain(number(fresh), formatDate(dueOn)) : say.explainUndated(number(fresh))}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {all.cancel}
        </Button>
        <Button type="submit" disabled={!ready || preview.isFetching} loading={assign.isPending}>
          {say.send(number(fresh))}
        </Button>
      </Group>
    </form>
  )
}
