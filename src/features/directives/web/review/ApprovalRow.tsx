import { Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import { Approval, type Task } from '../../domain/index.ts'
import { isUnsure } from '../model/fields.ts'
import { fieldNames } from '../words.ts'
import { EditorActions } from './EditorActions.tsx'
import { FieldChip } from './FieldChip.tsx'
import { FieldRow } from './FieldRow.tsx'
import { useTools } from './tools.ts'
import { useTyped } from './use-typed.ts'
import { words } from './words.ts'

/** Who approves what comes of the task, and who appraises it before. */
export function ApprovalRow({ task, active }: { task: Task; active: boolean }) {
  const say = useWords(words)
  const label = useWords(fieldNames).approval
  const tools = useTools()
  const { approval } = task.content
  const mayEdit = active && !tools.readOnly
  if (!approval && !mayEdit) return null

  return (
    <FieldRow label={label} active={active} bare={!approval}>
      <FieldChip
        taskId={task.id}
        field="approval"
        active={active}
        label={label}
        low={isUnsure(task, 'approval')}
        look={approval ? 'value' : 'add'}
        {...(mayEdit && {
          editor: (close: () => void) => (
            <ApprovalEditor
              task={task}
              onSave={(next) =>
                tools.act({ kind: 'edit-task', taskId: task.id, changes: { approval: next } })
              }
              onClose={close}
            />
          ),
        })}
      >
        {approval ? (
          [
            say.approval.by(approval.authority),
            approval.appraiser && say.approval.appraisedBy(approval.appraiser),
          ]
            .filter(Boolean)
            .join(' · ')
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

interface ApprovalEditorProps {
  task: Task
  onSave: (approval: Approval | null) => void
  onClose: () => void
}

function ApprovalEditor({ task, onSave, onClose }: ApprovalEditorProps) {
  const say = useWords(words)
  const { approval } = task.content
  const { values, change, done } = useTyped(task.id, 'approval', {
    object: approval?.object ?? '',
    authority: approval?.authority ?? '',
    appraiser: approval?.appraiser ?? '',
  })
  const [tried, setTried] = useState(false)
  const missing = values.authority.trim() === ''

  function finish(next: Approval | null) {
    done()
    onSave(next)
    onClose()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const parsed = Approval.safeParse({ ...values, appraiser: values.appraiser.trim() || null })
    if (parsed.success && !missing) finish(parsed.data)
  }

  const field = (name: keyof typeof values) => ({
    label: say.approval[name],
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">
        <TextInput
          {...field('authority')}
          maxLength={500}
          error={tried && missing ? say.register.none : undefined}
        />
        <TextInput {...field('appraiser')} maxLength={500} />
        <TextInput {...field('object')} maxLength={1000} />
      </Stack>
      <EditorActions
        onCancel={() => {
          done()
          onClose()
        }}
        remove={approval ? { label: say.approval.remove, run: () => finish(null) } : undefined}
      />
    </form>
  )
}
