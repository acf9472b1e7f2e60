import { memo } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import type { Task } from '../../domain/index.ts'
import { fieldNames } from '../words.ts'
import { ApprovalRow } from './ApprovalRow.tsx'
import { DeadlineRow } from './DeadlineRow.tsx'
import { FieldChip } from './FieldChip.tsx'
import { FieldRow } from './FieldRow.tsx'
import { PartyRow } from './PartyRow.tsx'
import styles from './register.module.css'
import { TargetsRow } from './TargetsRow.tsx'

/**
 * Everything a task says. Empty fields show only in the card in hand, where they can be filled. Kept apart from the
 * number of the card: dropping the first of 300 tasks renumbers 299, but changes the fields of none.
 */
export const TaskFields = memo(function TaskFields({ task, active }: { task: Task; active: boolean }) {
  const names = useWords(fieldNames)
  return (
    <div className={styles.fields} data-active={active || undefined}>
      <PartyRow task={task} list="lead" active={active} />
      <PartyRow task={task} list="coordinate" active={active} />
      <DeadlineRow task={task} active={active} />
      <TargetsRow task={task} active={active} />
      <PartyRow task={task} list="directs" active={active} />
      <ApprovalRow task={task} active={active} />
      <PartyRow task={task} list="reportTo" active={active} />
      <PartyRow task={task} list="reportVia" active={active} />
      {active && task.content.softTime.length > 0 && (
        <FieldRow label={names.softTime} active>
          {task.content.softTime.map((soft, i) => (
            <FieldChip
              key={`${i} ${soft.text}`}
              taskId={task.id}
              field={`softTime/${i}`}
              active
              label={names.softTime}
            >
              {soft.text}
            </FieldChip>
          ))}
        </FieldRow>
      )}
    </div>
  )
})
