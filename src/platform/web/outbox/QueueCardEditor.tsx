import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'

import { ApiProblem, fieldIssues } from '../api/problem.ts'
import { useWords } from '../words/index.ts'
import { bodyOnVersion, fieldOf, linesOf, withFields } from './card-lines.ts'
import type { Entry } from './entry.ts'
import { words } from './words.ts'

interface QueueCardEditorProps {
  entry: Entry
  onSave: (body: object) => Promise<void>
  onCancel: () => void
}

/** Mends what the server would not take, without the page it was written on (which may need the network). */
export function QueueCardEditor({ entry, onSave, onCancel }: QueueCardEditorProps) {
  const say = useWords(words)
  const fields = linesOf(entry).filter((line) => line.field)
  const { body } = entry
  const [values, setValues] = useState(() =>
    Object.fromEntries(
      fields.map((line) => [line.field ?? '', String(fieldOf(body, line.field ?? '') ?? '')]),
    ),
  )
  const { problem } = entry
  const issues = problem
    ? fieldIssues(new ApiProblem(problem.code, problem.status, problem.message, problem.details))
    : []

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void onSave(withFields(bodyOnVersion(entry) ?? body, values))
      }}
    >
      <Stack gap="sm" mt="sm">
        {fields.map(({ field = '', label }, at) => (
          <TextInput
            key={field}
            label={label}
            value={values[field] ?? ''}
            data-autofocus={at === 0 || undefined}
            inputMode={typeof fieldOf(body, field) === 'number' ? 'decimal' : 'text'}
            error={issues.find((issue) => issue.path.join('.') === field)?.message}
            onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
          />
        ))}
        <Group gap="xs">
          <Button size="sm" type="submit">
            {say.save}
          </Button>
          <Button size="sm" variant="default" onClick={onCancel}>
            {say.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
