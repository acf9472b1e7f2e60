import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import { DocumentContent, documentKinds, issuerLevels } from '../../domain/index.ts'
import { DateField } from '../later.tsx'
import { documentOwner } from '../text/marks.ts'
import { kindNames, levelNames } from '../words.ts'
import { EditorActions } from './EditorActions.tsx'
import { useTyped } from './use-typed.ts'
import { words } from './words.ts'

type Simple = 'kind' | 'number' | 'date' | 'meetingDate' | 'issuer' | 'issuerLevel' | 'province' | 'title'

interface EditorProps {
  onSave: (changes: Partial<DocumentContent>) => void
  onClose: () => void
}

interface FieldEditorProps extends EditorProps {
  field: Simple
  label: string
  document: DocumentContent
}

/** One value of the document; an emptied field means “the text does not say”. */
export function DocumentFieldEditor({ field, label, document, onSave, onClose }: FieldEditorProps) {
  const kinds = useWords(kindNames)
  const levels = useWords(levelNames)
  const { values, change, done } = useTyped(documentOwner, field, { value: document[field] ?? '' })
  const value = values.value
  const common = { label, value, 'data-autofocus': true }
  const typed = (event: { currentTarget: { value: string } }) => change({ value: event.currentTarget.value })
  const choices = (names: Record<string, string>, keys: readonly string[]) => [
    { value: '', label: '–' },
    ...keys.map((key) => ({ value: key, label: names[key]! })),
  ]

  function input(): ReactNode {
    switch (field) {
      case 'kind':
        return <NativeSelect {...common} data={choices(kinds, documentKinds)} onChange={typed} />
      case 'issuerLevel':
        return <NativeSelect {...common} data={choices(levels, issuerLevels)} onChange={typed} />
      case 'date':
      case 'meetingDate':
        return (
          <DateField label={label} value={value || null} onChange={(day) => change({ value: day ?? '' })} />
        )
      case 'title':
        return <Textarea {...common} autosize minRows={2} maxRows={8} maxLength={2000} onChange={typed} />
      default:
        return <TextInput {...common} maxLength={field === 'issuer' ? 500 : 100} onChange={typed} />
    }
  }

  return (
    <EditorForm
      parse={() => DocumentContent.shape[field].safeParse(value.trim() || null)}
      onParsed={(given) => onSave({ [field]: given })}
      done={done}
      onClose={onClose}
    >
      {input()}
    </EditorForm>
  )
}

export function SignerEditor({
  signer,
  onSave,
  onClose,
}: EditorProps & { signer: DocumentContent['signer'] }) {
  const say = useWords(words)
  const { values, change, done } = useTyped(documentOwner, 'signer', {
    onBehalf: signer?.onBehalf ?? '',
    title: signer?.title ?? '',
    name: signer?.name ?? '',
  })
  const filled = Object.values(values).some((value) => value.trim() !== '')
  const given = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim() || null]))
  return (
    <EditorForm
      parse={() => DocumentContent.shape.signer.safeParse(filled ? given : null)}
      onParsed={(next) => onSave({ signer: next })}
      done={done}
      onClose={onClose}
    >
      {(['onBehalf', 'title', 'name'] as const).map((part) => (
        <TextInput
          key={part}
          label={say.signer[part]}
          value={values[part]}
          maxLength={200}
          onChange={(event) => change({ [part]: event.currentTarget.value })}
        />
      ))}
    </EditorForm>
  )
}

type Reference = DocumentContent['references'][number]

export function ReferenceEditor({
  references,
  at,
  onSave,
  onClose,
}: EditorProps & { references: readonly Reference[]; at: number }) {
  const say = useWords(words)
  const reference = references[at]
  const { values, change, done } = useTyped(documentOwner, `references/${at}`, {
    kind: reference?.kind ?? '',
    number: reference?.number ?? '',
    date: reference?.date ?? '',
    issuer: reference?.issuer ?? '',
  })
  const given = {
    number: values.number.trim(),
    kind: values.kind.trim() || null,
    date: values.date || null,
    issuer: values.issuer.trim() || null,
  }
  const text = (part: 'kind' | 'number' | 'issuer') => ({
    label: say.reference[part],
    value: values[part],
    maxLength: part === 'issuer' ? 300 : 100,
    onChange: (event: { currentTarget: { value: string } }) => change({ [part]: event.currentTarget.value }),
  })
  return (
    <EditorForm
      parse={() => DocumentContent.shape.references.element.refine((r) => r.number !== '').safeParse(given)}
      onParsed={(next) =>
        onSave({ references: [...references.slice(0, at), next, ...references.slice(at + 1)] })
      }
      done={done}
      onClose={onClose}
      remove={
        reference && {
          label: say.reference.remove,
          run: () => onSave({ references: references.filter((_, other) => other !== at) }),
        }
      }
    >
      <TextInput {...text('number')} />
      <TextInput {...text('kind')} />
      <DateField
        label={say.reference.date}
        value={values.date || null}
        onChange={(day) => change({ date: day ?? '' })}
      />
      <TextInput {...text('issuer')} />
    </EditorForm>
  )
}

interface EditorFormProps<V> {
  parse: () => { success: true; data: V } | { success: false }
  onParsed: (value: V) => void
  /** Forgets what was being typed. */
  done: () => void
  onClose: () => void
  remove?: { label: string; run: () => void } | undefined
  children: ReactNode
}

function EditorForm<V>({ parse, onParsed, done, onClose, remove, children }: EditorFormProps<V>) {
  const say = useWords(words)
  const [wrong, setWrong] = useState(false)

  function leave() {
    done()
    onClose()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const parsed = parse()
    setWrong(!parsed.success)
    if (!parsed.success) return
    onParsed(parsed.data)
    leave()
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">{children}</Stack>
      {wrong && <p role="alert">{say.document.wrong}</p>}
      <EditorActions
        onCancel={leave}
        remove={
          remove && {
            ...remove,
            run: () => {
              remove.run()
              leave()
            },
          }
        }
      />
    </form>
  )
}
