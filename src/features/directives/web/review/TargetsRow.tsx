import { Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { FormEvent } from 'react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { comparators, Target, type Task } from '../../domain/index.ts'
import { isUnsure } from '../model/fields.ts'
import { sayTarget } from '../model/say-field.ts'
import { fieldNames } from '../words.ts'
import { EditorActions } from './EditorActions.tsx'
import { FieldChip } from './FieldChip.tsx'
import { FieldRow } from './FieldRow.tsx'
import { useTools } from './tools.ts'
import { useTyped } from './use-typed.ts'
import { words } from './words.ts'

const blank: Target = { text: '', quantity: null, unit: null, scope: null, comparator: null, coverage: null }

export function TargetsRow({ task, active }: { task: Task; active: boolean }) {
  const say = useWords(words)
  const label = useWords(fieldNames).targets
  const { language } = useLanguage()
  const tools = useTools()
  const { targets } = task.content
  const mayEdit = active && !tools.readOnly
  if (targets.length === 0 && !mayEdit) return null

  const set = (next: Target[]) =>
    tools.act({ kind: 'edit-task', taskId: task.id, changes: { targets: next } })
  const editor = (at: number) => (close: () => void) => (
    <TargetEditor
      taskId={task.id}
      field={`targets/${at}`}
      target={targets[at]}
      onSave={(next) =>
        set(next ? [...targets.slice(0, at), next, ...targets.slice(at + 1)] : targets.toSpliced(at, 1))
      }
      onClose={close}
    />
  )

  return (
    <FieldRow label={label} active={active} bare={targets.length === 0}>
      {targets.map((target, i) => (
        <FieldChip
          key={i}
          taskId={task.id}
          field={`targets/${i}`}
          active={active}
          label={label}
          low={isUnsure(task, `targets/${i}`)}
          {...(mayEdit && { editor: editor(i) })}
        >
          {sayTarget(target, (value) => formatNumber(value, language), say.target.every)}
        </FieldChip>
      ))}
      {mayEdit && (
        <FieldChip
          taskId={task.id}
          field={`targets/${targets.length}`}
          active
          label={say.party.addTo(label)}
          look="add"
          editor={editor(targets.length)}
        >
          <IconPlus size={14} stroke={1.8} aria-hidden="true" />
          {targets.length === 0 && label}
        </FieldChip>
      )}
    </FieldRow>
  )
}

interface TargetEditorProps {
  taskId: string
  field: string
  target: Target | undefined
  onSave: (target: Target | null) => void
  onClose: () => void
}

function TargetEditor({ taskId, field, target, onSave, onClose }: TargetEditorProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { values, change, done } = useTyped<Target>(taskId, field, target ?? blank)
  const numbers = { hideControls: true, decimalSeparator: language === 'vi' ? ',' : '.', min: 0 } as const
  const amount = (value: string | number) => (value === '' ? null : Number(value))

  function finish(next: Target | null) {
    done()
    onSave(next)
    onClose()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const parsed = Target.safeParse({
      ...values,
      text: values.text.trim() || sayTarget(values, String, say.target.every),
    })
    if (parsed.success) finish(parsed.data)
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">
        <TextInput
          label={say.target.words}
          value={values.text}
          maxLength={1000}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Group gap="xs" grow>
          <NativeSelect
            label={say.target.comparator}
            value={values.comparator ?? ''}
            data={['', ...comparators]}
            onChange={(event) => change({ comparator: event.currentTarget.value || null })}
          />
          <NumberInput
            {...numbers}
            label={say.target.quantity}
            value={values.quantity ?? ''}
            onChange={(value) => change({ quantity: amount(value) })}
          />
          <TextInput
            label={say.target.unit}
            value={values.unit ?? ''}
            maxLength={200}
            onChange={(event) => change({ unit: event.currentTarget.value || null })}
          />
        </Group>
        <Group gap="xs" grow>
          <NumberInput
            {...numbers}
            max={100}
            label={say.target.coverage}
            value={values.coverage === null ? '' : values.coverage * 100}
            onChange={(value) => change({ coverage: value === '' ? null : Number(value) / 100 })}
          />
          <TextInput
            label={say.target.scope}
            value={values.scope ?? ''}
            maxLength={500}
            onChange={(event) => change({ scope: event.currentTarget.value || null })}
          />
        </Group>
      </Stack>
      <EditorActions
        onCancel={() => {
          done()
          onClose()
        }}
        remove={target ? { label: say.target.remove, run: () => finish(null) } : undefined}
      />
    </form>
  )
}
