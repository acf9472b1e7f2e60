import { Button } from '@mantine/core'
import { IconArrowBackUp, IconListCheck } from '@tabler/icons-react'
import { useRef } from 'react'

import { EmptyState } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Directive, Task } from '../../domain/index.ts'
import { droppedTasks } from '../model/fields.ts'
import type { PendingEdit } from '../model/queue.ts'
import { doubtsOf } from '../model/walk.ts'
import { words as common } from '../words.ts'
import { Dispute } from './Dispute.tsx'
import { DocumentCard } from './DocumentCard.tsx'
import styles from './register.module.css'
import { useReview } from './review-state.ts'
import { TaskCard } from './TaskCard.tsx'
import { useTools } from './tools.ts'
import { TypedLeft } from './TypedLeft.tsx'
import { useRegisterFollow } from './use-register-follow.ts'
import { useRegisterPointing } from './use-register-pointing.ts'
import { words } from './words.ts'

interface RegisterPaneProps {
  directive: Directive
  /** Tasks of the register, in its order. */
  tasks: readonly Task[]
  /** Tasks with an edit that is not saved yet. */
  unsaved: ReadonlySet<string>
  /** Edits that could not be saved as they are. */
  disputes: readonly PendingEdit[]
}

export function RegisterPane({ directive, tasks, unsaved, disputes }: RegisterPaneProps) {
  const say = useWords(words)
  const name = useWords(common)
  const tools = useTools()
  const scroll = useRef<HTMLDivElement>(null)
  const seen = useReview((state) => state.seen)
  const keepPlace = useRegisterFollow(scroll)
  const pointing = useRegisterPointing(scroll, keepPlace)

  return (
    <div className={styles.scroll} ref={scroll} tabIndex={-1} {...pointing}>
      <div className={styles.list}>
        {disputes
          .filter((edit) => !tasks.some((task) => task.id === taskOf(edit)))
          .map((edit) => (
            <Dispute key={edit.id} edit={edit} />
          ))}
        {!tools.readOnly && <TypedLeft />}
        <DocumentCard directive={directive} />
        <h2 className={styles.heading}>
          {say.register.tasks}
          <span>{name.tasks(String(tasks.length))}</span>
        </h2>
        {tasks.length === 0 && (
          <EmptyState
            icon={IconListCheck}
            title={say.register.empty}
            {...(!tools.readOnly && { text: say.register.emptyHow })}
          />
        )}
        {tasks.map((task, i) => (
          <TaskCard
            key={task.id}
            task={task}
            number={i + 1}
            doubts={task.state === 'proposed' ? doubtsOf(task, seen).length : 0}
            last={i === tasks.length - 1}
            unsaved={unsaved.has(task.id)}
            dispute={disputes.find((edit) => taskOf(edit) === task.id)}
          />
        ))}
        <Dropped tasks={droppedTasks(directive.tasks)} />
      </div>
    </div>
  )
}

/** The card a dispute stands in; one about the document, or a task that is no longer there, stands above them all. */
export function taskOf(edit: PendingEdit): string | undefined {
  return edit.base.tasks[0]?.id
}

function Dropped({ tasks }: { tasks: readonly Task[] }) {
  const say = useWords(words)
  const tools = useTools()
  if (tasks.length === 0) return null
  return (
    <>
      <h2 className={styles.heading}>{say.register.dropped(tasks.length)}</h2>
      {tasks.map((task) => (
        <div key={task.id} className={styles.droppedCard}>
          <s>{task.quote}</s>
          {!tools.readOnly && (
            <Button
              size="compact-sm"
              variant="default"
              style={{ flex: 'none' }}
              leftSection={<IconArrowBackUp size={14} />}
              onClick={() => tools.act({ kind: 'restore-task', taskId: task.id })}
            >
              {say.register.restore}
            </Button>
          )}
        </div>
      ))}
    </>
  )
}
