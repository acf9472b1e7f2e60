import { TextInput } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useState } from 'react'

import { parseDay } from '#platform/web/ui/form/parse-day.ts'
import { formatDate } from '#platform/web/words/index.ts'

/**
 * Parts of a page that nobody needs before they press something: each is a script of its own, fetched when it is asked
 * for. Measured on the review page: 397 KB of script before, with what stood in dialogs and calendars.
 */
const loadDateField = () => import('#platform/web/ui/form/index.ts')
const LazyDateField = lazy(() =>
  loadDateField().then(
    (m) => ({ default: m.DateField }),
    () => ({ default: TypedDay }),
  ),
)

type DateFieldProps = Parameters<Awaited<ReturnType<typeof loadDateField>>['DateField']>[0]

/** The network went before the calendar came: a day can still be typed. */
function TypedDay({ value, onChange, label, error }: DateFieldProps) {
  const [text, setText] = useState(value ? formatDate(value) : '')
  return (
    <TextInput
      label={label}
      error={error}
      inputMode="numeric"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        const day = parseDay(event.currentTarget.value)
        if (day || event.currentTarget.value === '') onChange(day)
      }}
    />
  )
}

/** The same field; its place is kept while its calendar is on the way. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<div style={{ minHeight: '3.75rem' }} aria-busy="true" />}>
      <LazyDateField {...props} />
    </Suspense>
  )
}

/** Fetches the calendar before it is needed: a press then finds it there, also when the network has gone. */
export const fetchDateField = () => void loadDateField().catch(() => {})

/** Draws its children from the first time they are wanted on, so that they may close by themselves. */
export function Later({ wanted, children }: { wanted: boolean; children: ReactNode }) {
  const [ever, setEver] = useState(wanted)
  if (wanted && !ever) setEver(true)
  return ever ? <Suspense fallback={null}>{children}</Suspense> : null
}
