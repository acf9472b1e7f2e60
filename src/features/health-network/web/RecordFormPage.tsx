import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { unitQueries } from '#registry/units/web/index.ts'
import { newId } from '#platform/web/chance.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useFieldWrite } from '#platform/web/outbox/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useSession, useToday } from '#platform/web/session/index.ts'
import { DateField, FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Unit } from '#registry/units/domain/index.ts'
import { type Content, fieldsOf, Kind, kindTable, type NewRecord } from '../domain/index.ts'
import { AlikeHere } from './AlikeHere.tsx'
import { emptyForm, formSchemaOf, type FormValues, toRecord } from './form-schema.ts'
import { formWords } from './form-words.ts'
import styles from './form.module.css'
import { fieldKind, type Lens, pageOfKind, useLens } from './lens.ts'
import { PendingRecords } from './PendingRecords.tsx'
import { networkKeys } from './queries.ts'
import { RecordFields } from './RecordFields.tsx'
import { UnitField } from './UnitField.tsx'
import { words } from './words.ts'

/** `/y-te-co-so/moi?kind=…&unit=…`: one record, written down where one stands, with or without a network. */
export function RecordFormPage() {
  const lens = useLens()
  const [search] = useUrlState()
  const office = useSession().office
  const kind = lens.name === 'own' ? 'safety-group' : (Kind.safeParse(search.kind).data ?? 'mobile-station')
  const asked = search.unit ?? office?.unitId ?? ''
  const unit = useQuery(unitQueries.one(asked))
  if (unit.error && !unit.data) return <ErrorState error={unit.error} onRetry={() => void unit.refetch()} />
  return unit.data ? (
    <RecordForm key={`${kind} ${asked}`} kind={kind} lens={lens} at={unit.data.unit} />
  ) : (
    <PageSkeleton />
  )
}

function RecordForm({ kind, lens, at }: { kind: Kind; lens: Lens; at: Unit }) {
  const say = useWords(formWords)
  const network = useWords(words)
  const { language } = useLanguage()
  const today = useToday()
  const navigate = useNavigate()
  const definition = kindTable[kind]
  const office = useSession().office
  const start = emptyForm(kind, definition.levels.includes(at.level) ? at.id : null, today)
  // The enterprise is who is signed in; the server sets its name whatever is sent.
  if (lens.name === 'own') start.enterprise = office?.bodyName ?? ''
  const stay = useRef(false)
  const [saved, setSaved] = useState<string>()
  const write = useFieldWrite<NewRecord>({
    kind: fieldKind,
    path: lens.api,
    title: ({ content }) => `${definition.label[language]}: ${String(content.name)}`,
    refresh: [networkKeys.all, ['indicators']],
    lines: (record) => linesOf(record, language),
  })
  // The page one comes back to may be opened for the first time where there is no network.
  useEffect(() => {
    const next = lens.name === 'own' ? import('./OwnGroupsPage.tsx') : import('./NetworkPage.tsx')
    next.catch(() => undefined)
  }, [lens])
  const form = useZodForm(formSchemaOf(kind), start, (given) => void send(given))

  async function send(given: FormValues) {
    await write(toRecord(newId(), kind, given))
    if (stay.current) {
      // Said at the top and not in a notice: that would lie on the buttons, which are pressed again at once.
      setSaved(String(given.name))
      form.reset({ ...start, unitId: given.unitId ?? null, fromDay: given.fromDay ?? null })
      scrollTo({ top: 0 })
      return
    }
    notify({ tone: 'done', text: say.saved(String(given.name)) })
    await navigate({ to: lens.page as '/', search: { kind } as never })
  }

  const fields = fieldsOf(kind).filter(({ name }) => lens.name === 'network' || name !== 'enterprise')
  const unitId = form.values.unitId as string | null
  return (
    <>
      <PageHeader
        title={say.title(definition.label[language])}
        crumbs={[{ label: network.title, to: pageOfKind(lens, kind) }]}
      />
      <p className={styles.saved} role="status">
        {saved && say.saved(saved)}
      </p>
      <PendingRecords kind={kind} />
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <UnitField
          kind={kind}
          at={at}
          value={unitId}
          error={form.errors.unitId}
          onChange={(id) => form.set({ unitId: id })}
        />
        <RecordFields kind={kind} fields={fields} form={form} unitId={unitId} today={today} />
        <DateField
          label={definition.fromDay[language]}
          size="md"
          required
          {...(form.value('fromDay') as {
            value: string | null
            error: string | undefined
            onChange: (day: string | null) => void
          })}
        />
        {lens.name === 'network' && (
          <AlikeHere kind={kind} lens={lens} unitId={unitId} content={form.values} />
        )}
        <Group className={styles.send ?? ''} grow preventGrowOverflow={false} gap="xs">
          <Button type="submit" size="md" onClick={() => (stay.current = false)}>
            {say.save}
          </Button>
          <Button type="submit" size="md" variant="default" onClick={() => (stay.current = true)}>
            {say.another}
          </Button>
        </Group>
      </form>
    </>
  )
}

/** What the queue shows of a record that waits. */
function linesOf({ kind, content, fromDay }: NewRecord, language: 'vi' | 'en') {
  return [
    ...fieldsOf(kind).flatMap((field) => {
      const value = (content as Content)[field.name] ?? null
      const label = field.label[language]
      if (value === null || typeof value === 'object' || field.type === 'park' || field.type === 'file')
        return []
      if (field.type === 'choice')
        return [{ label, value: field.options.find((one) => one.value === value)?.label[language] ?? '' }]
      // What the server refuses is mended in the queue, at its place.
      return [{ label, value: String(value), field: `content.${field.name}` }]
    }),
    { label: kindTable[kind].fromDay[language], value: formatDate(fromDay) },
  ]
}
