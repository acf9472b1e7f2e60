import { TextInput } from '@mantine/core'

import { useWords } from '#platform/web/words/index.ts'
import type { Task } from '../../domain/index.ts'
import { fieldNames, words as common } from '../words.ts'
import { EditorActions } from './EditorActions.tsx'
import { FieldChip } from './FieldChip.tsx'
import { useTools } from './tools.ts'
import { useTyped } from './use-typed.ts'

/** Where in the document the task stands; corrected like any other value. */
export function SectionChip({ task, active }: { task: Task; active: boolean }) {
  const name = useWords(common)
  const label = useWords(fieldNames).section
  const tools = useTools()
  const { section } = task.content
  if (!active || tools.readOnly) return <span>{name.section(section)}</span>
  return (
    <FieldChip
      taskId={task.id}
      field="section"
      active
      label={label}
      editor={(close) => (
        <SectionEditor
          task={task}
          onSave={(next) => tools.act({ kind: 'edit-task', taskId: task.id, changes: { section: next } })}
          onClose={close}
        />
      )}
    >
      {name.section(section)}
    </FieldChip>
  )
}

interface SectionEditorProps {
  task: Task
  onSave: (section: string) => void
  onClose: () => void
}

function SectionEditor({ task, onSave, onClose }: SectionEditorProps) {
  const label = useWords(fieldNames).section
  const { values, change, done } = useTyped(task.id, 'section', { section: task.content.section })
  const leave = () => {
    done()
    onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(values.section.trim())
        leave()
      }}
    >
      <TextInput
        label={label}
        value={values.section}
        maxLength={50}
        onChange={(event) => change({ section: event.currentTarget.value })}
      />
      <EditorActions onCancel={leave} />
    </form>
  )
}
