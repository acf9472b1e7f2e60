import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'

import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import { Deadline, deadlineKinds, type Task } from '../../domain/index.ts'
import { DateField } from '../later.tsx'
import { isUnsure } from '../model/fields.ts'
import { sayDeadline } from '../model/say-field.ts'
import { deadlineKindNames, fieldNames, words as common } from '../words.ts'
import { EditorActions } from './EditorActions.tsx'
import { FieldChip } from './FieldChip.tsx'
import { FieldRow } from './FieldRow.tsx'
import { useTools } from './tools.ts'
import { useTyped } from './use-typed.ts'
import { words } from './words.ts'

export function DeadlineRow({ task, active }: { task: Task; active: boolean }) {
  const name = useWords(common)
  const label = useWords(fieldNames).deadline
  const kinds = useWords(deadlineKindNames)
  const tools = useTools()
  const { deadline } = task.content
  const mayEdit = active && !tools.readOnly
  if (!deadline && !mayEdit) return null

  return (
    <FieldRow label={label} active={active} bare={!deadline}>
      <FieldChip
        taskId={task.id}
        field="deadline"
        active={active}
        label={label}
        low={isUnsure(task, 'deadline')}
        look={deadline ? 'value' : 'add'}
        {...(mayEdit && {
          editor: (close: () => void) => (
            <DeadlineEditor
              task={task}
              onSave={(next) =>
                tools.act({ kind: 'edit-task', taskId: task.id, changes: { deadline: next } })
              }
              onClose={close}
            />
          ),
        })}
      >
        {deadline ? (
          sayDeadline(deadline, formatDate, { kinds, ...name })
        ) : (
          <>
            <IconPlus size={14} stroke={1.8} aria-hidden="true" />
            {label}
          </>
        )}
      </FieldChip>
    </FieldRow>
  )
}

interface DeadlineEditorProps {
  task: Task
  onSave: (deadline: Deadline | null) => void
  onClose: () => void
}

function DeadlineEditor({ task, onSave, onClose }: DeadlineEditorProps) {
  const say = useWords(words)
  const kinds = useWords(deadlineKindNames)
  const { language } = useLanguage()
  const first: Deadline = task.content.deadline ?? { text: '', kind: 'by', date: null, start: null }
  const { values, change, done } = useTyped<Deadline>(task.id, 'deadline', first)
  const [refused, setRefused] = useState<string>()
  const hasStart = values.kind === 'from' || values.kind === 'between'
  const hasEnd = values.kind === 'by' || values.kind === 'between'

  function finish(deadline: Deadline | null) {
    done()
    onSave(deadline)
    onClose()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const given = { ...values, start: hasStart ? values.start : null, date: hasEnd ? values.date : null }
    const parsed = Deadline.safeParse(given)
    if (parsed.success) finish(parsed.data)
    else setRefused(parsed.error.issues[0]?.message)
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">
        <NativeSelect
          label={say.deadline.kind}
          value={values.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as Deadline['kind'] })}
          data={deadlineKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          lang={language}
        />
        {hasStart && (
          <DateField
            label={say.deadline.start}
            value={values.start}
            onChange={(start) => change({ start })}
          />
        )}
        {hasEnd && (
          <DateField label={say.deadline.end} value={values.date} onChange={(date) => change({ date })} />
        )}
        <TextInput
          label={say.deadline.words}
          value={values.text}
          maxLength={500}
          onChange={(event) => change({ text: event.currentTarget.value })}
          error={refused}
        />
      </Stack>
      <EditorActions
        onCancel={() => {
          done()
          onClose()
        }}
        remove={task.content.deadline ? { label: say.deadline.remove, run: () => finish(null) } : undefined}
      />
    </form>
  )
}
