import { type FormEvent, useRef, useState } from 'react'
import type { z } from 'zod'

import { type FieldIssue, fieldIssues } from '../../api/index.ts'
import { useLanguage } from '../../words/index.ts'
import { issueText } from './issue-text.ts'

type Values = Record<string, unknown>

export interface ZodForm<V extends Values> {
  values: V
  /** Errors by field name, in the language of the page; a nested field is named "targets.0.value". */
  errors: Readonly<Record<string, string>>
  changed: boolean
  set: (patch: Partial<V>) => void
  /** Props of a text field. */
  text: (name: keyof V & string) => {
    name: string
    value: string
    error: string | undefined
    'aria-invalid': true | undefined
    onChange: (event: { currentTarget: { value: string } }) => void
  }
  /** Props of a field that hands over its value (Select, NumberInput, DateInput, pickers). */
  value: <K extends keyof V & string>(
    name: K,
  ) => {
    value: V[K]
    error: string | undefined
    onChange: (value: V[K]) => void
  }
  /** Marks the fields that the server refused; returns false when the problem is of another kind. */
  refuse: (error: unknown) => boolean
  reset: (values?: V) => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/**
 * A form that is checked by the same schema the server uses. Nothing is marked while a field is being filled in
 * for the first time; after the first attempt to submit, a mark leaves as soon as its field is right.
 */
export function useZodForm<S extends z.ZodType, V extends Values>(
  schema: S,
  initial: V,
  send: (given: z.output<S>) => void,
): ZodForm<V> {
  const { language } = useLanguage()
  const [start, setStart] = useState(initial)
  const [values, setValues] = useState(initial)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<readonly FieldIssue[]>([])
  const latest = useRef(values)

  const parsed = schema.safeParse(values)
  const found = tried && !parsed.success ? (parsed.error.issues as readonly FieldIssue[]) : []
  const errors: Record<string, string> = {}
  for (const issue of [...found, ...refused]) {
    errors[issue.path.join('.')] ??= issueText(issue, valueAt(values, issue.path), language)
  }

  function set(patch: Partial<V>) {
    latest.current = { ...latest.current, ...patch }
    setValues(latest.current)
    // What the server said about a field is settled once the field is touched.
    setRefused((issues) => issues.filter((issue) => !(String(issue.path[0]) in patch)))
  }

  function reset(next: V = start) {
    latest.current = next
    setStart(next)
    setValues(next)
    setTried(false)
    setRefused([])
  }

  return {
    values,
    errors,
    changed: JSON.stringify(values) !== JSON.stringify(start),
    set,
    text: (name) => ({
      name,
      value: String(values[name] ?? ''),
      error: errors[name],
      // Fields for passwords do not say it by themselves, and focusFirstInvalid goes by it.
      'aria-invalid': errors[name] ? true : undefined,
      onChange: (event) => set({ [name]: event.currentTarget.value } as Partial<V>),
    }),
    value: (name) => ({
      value: values[name],
      error: errors[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<V>),
    }),
    refuse: (error) => {
      const issues = fieldIssues(error)
      setRefused(issues)
      return issues.length > 0
    },
    reset,
    onSubmit: (event) => {
      event.preventDefault()
      setTried(true)
      const now = schema.safeParse(latest.current)
      if (now.success) send(now.data)
      else focusFirstInvalid(event.currentTarget)
    },
  }
}

function valueAt(values: unknown, path: ReadonlyArray<string | number>): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown> | undefined)?.[key],
    values,
  )
}

/** After the marks are drawn, the first marked field takes the focus: keyboard and screen reader start there. */
function focusFirstInvalid(form: HTMLFormElement) {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
