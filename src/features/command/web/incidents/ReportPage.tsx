import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { newId } from '#platform/web/chance.ts'
import { now } from '#platform/web/clock.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useFieldWrite } from '#platform/web/outbox/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { PageHeader } from '#platform/web/ui/index.ts'
import { type Choice, UnitPicker } from '#platform/web/ui/picker/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import {
  incidentKinds,
  kindRules,
  type NoteIncident,
  Phone,
  ReportIncident,
  urgencies,
  UrgencyOf,
} from '../../domain/index.ts'
import { pageNames } from '../page-names.ts'
import { findUnits, incidentQueries, keys } from '../queries.ts'
import styles from './incidents.module.css'
import { reportKind } from './PendingReports.tsx'
import { PhotoField } from './PhotoField.tsx'
import { usePhotos } from './use-photos.ts'
import { kindNames, words } from './words.ts'

type Values = Record<string, unknown> & {
  kind: string
  urgency: string | null
  details: string
  placeText: string
}

/** What stands in the form as it is sent: empty fields are not sent at all. */
const Form = ReportIncident.pick({ kind: true, details: true, placeText: true }).extend({
  urgency: UrgencyOf.nullable(),
})

/** Takes a call, or reports from the field; stored on the device first, so that no network is no obstacle. */
export function ReportPage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const kinds = useWords(kindNames)
  const handles = useMay('incidents.handle')
  const navigate = useNavigate()
  const desks = useQuery(incidentQueries.desks())
  const [deskId, setDeskId] = useState<string | null>(null)
  const [unit, setUnit] = useState<Choice | null>(null)
  const [caller, setCaller] = useState({ name: '', phone: '' })
  const typed = Phone.safeParse(caller.phone)
  const phoneFault = caller.phone.trim() !== '' && !typed.success ? typed.error.issues[0]?.message : undefined
  const chosenDesk = deskId ?? desks.data?.defaultDeskId ?? null
  const report = useFieldWrite<ReportIncident>({
    kind: reportKind,
    path: '/api/incidents',
    title: (body) => `${kinds[body.kind]}: ${body.details.slice(0, 80)}`,
    refresh: [keys.incidents],
    lines: (body) => [
      { label: say.kind, value: kinds[body.kind] },
      { label: say.details, value: body.details, field: 'details' },
      { label: say.place, value: body.placeText },
    ],
  })
  // Made when the page opens: what follows the report is addressed by it, and stands behind it in the queue.
  const [id] = useState(newId)
  const photos = usePhotos()
  const follow = useFieldWrite<NoteIncident>({
    kind: 'incident.note',
    path: `/api/incidents/${id}/notes`,
    title: (body) => body.text,
    refresh: [keys.incidents],
    subject: () => id,
    filesIn: 'files',
    lines: (body) => [{ label: say.note, value: body.text, field: 'text' }],
  })

  async function send(body: ReportIncident) {
    await report(body)
    if (photos.good.length > 0) {
      const files = photos.good.map((photo) => ({
        id: photo.id,
        path: `/api/incidents/${id}/files`,
        title: `${kinds[body.kind]}: ${photo.file.name}`,
        file: photo.file,
      }))
      await follow({ text: say.photosSent(files.length), files: files.map((file) => file.id) }, files)
    }
    notify({ tone: 'done', text: say.sent })
    await navigate({ to: '/truc-ban' as '/' })
  }

  const initial: Values = {
    kind: '',
    urgency: null,
    details: '',
    placeText: '',
  }
  const form = useZodForm(Form, initial, (given) => {
    const { kind, urgency, details, placeText } = given
    const [name, phone] = [caller.name.trim(), caller.phone.trim()]
    // Refused here and not by the server later, when nobody looks at the form any more.
    if (phoneFault) return
    void send({
      id,
      kind,
      details,
      placeText,
      ...(urgency && { urgency }),
      ...(unit && { placeUnitId: unit.id }),
      ...(chosenDesk && { deskBodyId: chosenDesk }),
      ...((name || phone) && { caller: { ...(name && { name }), ...(phone && { phone }) } }),
      happenedAt: now().toISOString(),
    })
  })
  const rule = kindRules.find((r) => r.kind === form.values.kind)

  return (
    <>
      <PageHeader
        title={handles ? say.take : pageNames.report[language]}
        crumbs={[{ label: pageNames.desk[language], to: '/truc-ban' }]}
        lead={say.reportLead}
      />
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <fieldset className={styles.fieldset}>
          <legend>{say.kind}</legend>
          <div className={styles.kinds}>
            {incidentKinds.map((kind) => (
              <label key={kind}>
                <input
                  type="radio"
                  name="kind"
                  value={kind}
                  checked={form.values.kind === kind}
                  onChange={() => form.set({ kind, urgency: null })}
                />
                {kinds[kind]}
              </label>
            ))}
          </div>
          {form.errors.kind && (
            <p className={styles.warning} role="alert">
              {say.kindFirst}
            </p>
          )}
        </fieldset>
        <Textarea
          label={say.details}
          description={say.detailsHint}
          required
          autosize
          minRows={3}
          size="md"
          {...form.text('details')}
        />
        <div className={styles.pair}>
          <Select
            label={say.urgency}
            data={urgencies.map((value) => ({ value, label: say.urgencies[value] }))}
            value={form.values.urgency ?? rule?.urgency ?? null}
            onChange={(urgency) => form.set({ urgency })}
            allowDeselect={false}
          />
          <Select
            label={say.sendTo}
            data={(desks.data?.desks ?? []).map((desk) => ({ value: desk.id, label: desk.name }))}
            value={chosenDesk}
            onChange={setDeskId}
            allowDeselect={false}
          />
        </div>
        <div className={styles.pair}>
          <UnitPicker label={say.placeUnit} fetcher={findUnits} value={unit} onChange={setUnit} />
          <TextInput label={say.placeText} {...form.text('placeText')} />
        </div>
        <div className={styles.pair}>
          <TextInput
            label={say.callerName}
            autoComplete="off"
            value={caller.name}
            onChange={(e) => setCaller({ ...caller, name: e.currentTarget.value })}
          />
          <TextInput
            label={say.callerPhone}
            inputMode="tel"
            autoComplete="off"
            value={caller.phone}
            error={phoneFault}
            onChange={(e) => setCaller({ ...caller, phone: e.currentTarget.value })}
          />
        </div>
        <PhotoField {...photos} />
        <div className={styles.moves}>
          <Button type="submit" size="md" leftSection={<IconSend size={18} stroke={1.6} />}>
            {say.send}
          </Button>
        </div>
      </form>
    </>
  )
}
