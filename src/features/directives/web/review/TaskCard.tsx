import { Button } from '@mantine/core'
import {
  IconArrowMerge,
  IconArrowsSplit2,
  IconCheck,
  IconChecks,
  IconFileText,
  IconTrash,
} from '@tabler/icons-react'
import { memo } from 'react'

import { Kbd } from '#platform/web/ui/Kbd.tsx'
import { useWords } from '#platform/web/words/index.ts'
import type { Task } from '../../domain/index.ts'
import type { PendingEdit } from '../model/queue.ts'
import { words as common } from '../words.ts'
import { Dispute } from './Dispute.tsx'
import styles from './register.module.css'
import { useReview, useReviewStore } from './review-state.ts'
import { SectionChip } from './SectionChip.tsx'
import { SplitQuote } from './SplitQuote.tsx'
import { TaskFields } from './TaskFields.tsx'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface TaskCardProps {
  task: Task
  number: number
  /** Places in it that nobody has looked at yet. */
  doubts: number
  last: boolean
  unsaved: boolean
  dispute: PendingEdit | undefined
}

/** One task of the register: its sentence and what was read from it; the one in hand is open for correction. */
export const TaskCard = memo(function TaskCard({
  task,
  number,
  doubts,
  last,
  unsaved,
  dispute,
}: TaskCardProps) {
  const say = useWords(words)
  const name = useWords(common)
  const tools = useTools()
  const active = useReview((s) => s.active?.taskId === task.id)
  const splitting = useReview((s) => s.splitting === task.id)

  return (
    <article
      className={styles.card}
      data-card={task.id}
      data-active={active || undefined}
      data-tint={(number - 1) % 2}
      aria-label={name.task(number)}
      onClick={(event) => {
        if (!active && !(event.target as Element).closest('[data-place]')) tools.go(task.id, null, 'register')
      }}
    >
      <div className={styles.cardHead}>
        <button
          type="button"
          className={styles.cardNumber}
          data-place={`${task.id} quote`}
          data-number
          aria-expanded={active}
          aria-label={`${name.task(number)}, ${name.section(task.content.section)}`}
          onClick={() => tools.go(task.id, null, 'register')}
        >
          {number}
        </button>
        <SectionChip task={task} active={active} />
        <CardNotes task={task} unsaved={unsaved} />
        {doubts > 0 && (
          <span className={styles.doubts}>{doubts > 1 ? say.register.looks(doubts) : say.register.look}</span>
        )}
      </div>
      {dispute && <Dispute edit={dispute} />}
      {splitting ? (
        <SplitQuote task={task} />
      ) : (
        <p className={styles.quote} data-active={active || undefined}>
          {task.quote}
        </p>
      )}
      <TaskFields task={task} active={active} />
      {active && !tools.readOnly && !splitting && <CardActions task={task} doubts={doubts} last={last} />}
      {active && <ToText />}
    </article>
  )
})

function CardNotes({ task, unsaved }: { task: Task; unsaved: boolean }) {
  const say = useWords(words)
  const origin = {
    read: undefined,
    assigned: undefined,
    added: say.register.added,
    split: say.register.splitMark,
    joined: say.register.joined,
  }
  const notes = [origin[task.origin], task.reviewed && say.register.reviewed].filter(Boolean)
  return (
    <span className={styles.notes}>
      {notes.join(' · ')}
      {unsaved && notes.length > 0 && ' · '}
      {unsaved && <span className={styles.unsaved}>{say.register.unsaved}</span>}
    </span>
  )
}

function CardActions({ task, doubts, last }: { task: Task; doubts: number; last: boolean }) {
  const say = useWords(words)
  const tools = useTools()
  const field = useReview((s) => s.active?.field ?? null)
  return (
    <div className={styles.actions} role="toolbar" aria-label={say.act.group}>
      {doubts > 0 && (
        <Button
          size="compact-sm"
          leftSection={<IconCheck size={14} />}
          rightSection={<Kbd keys="enter" />}
          onClick={() => tools.accept(task.id, field)}
        >
          {say.act.accept}
        </Button>
      )}
      {doubts > 1 && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconChecks size={14} />}
          onClick={() => tools.accept(task.id, null)}
        >
          {say.act.acceptAll}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowsSplit2 size={14} />}
        rightSection={<Kbd keys="s" />}
        onClick={() => tools.startSplit(task.id)}
      >
        {say.act.split}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowMerge size={14} />}
        rightSection={<Kbd keys="j" />}
        disabled={last}
        onClick={() => tools.joinNext(task.id)}
      >
        {say.act.join}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={14} />}
        rightSection={<Kbd keys="x" />}
        onClick={() => tools.drop(task.id)}
      >
        {say.act.drop}
      </Button>
    </div>
  )
}

/** A phone shows one side at a time. */
function ToText() {
  const say = useWords(words)
  const store = useReviewStore()
  return (
    <Button
      hiddenFrom="sm"
      mt="xs"
      variant="subtle"
      size="compact-sm"
      leftSection={<IconFileText size={14} />}
      onClick={() => store.set({ side: 'text', movedBy: 'register' })}
    >
      {say.register.inText}
    </Button>
  )
}
