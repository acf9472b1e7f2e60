import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'

import { foldAccents } from '#lib/text-vi/index.ts'
import { api } from '#platform/web/api/index.ts'
import {
  AsyncPicker,
  BodyPicker,
  type Choice,
  type ChoiceFetcher,
  UnitPicker,
} from '#platform/web/ui/picker/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import {
  type Incident,
  type IncidentEvent,
  incidentKinds,
  IncidentPage,
  urgencies,
} from '../../domain/index.ts'
import { findBodies, findUnits, incidentQueries } from '../queries.ts'
import styles from './incidents.module.css'
import { kindNames, words } from './words.ts'

interface MoveDialogProps {
  event: IncidentEvent
  incident: Incident
  sending: boolean
  onClose: () => void
  onSend: (body: object) => void
}

/** What a move asks before it is made. */
export function MoveDialog({ event, incident, sending, onClose, onSend }: MoveDialogProps) {
  const say = useWords(words)
  const form = useMove(event, incident)
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': say.cancel }}
      onClose={onClose}
      title={`${say.events[event]} · #${incident.number}`}
      size="lg"
    >
      <form
        className={styles.form}
        onSubmit={(submitted: FormEvent) => {
          submitted.preventDefault()
          if (form.ready) onSend(form.body)
        }}
      >
        {form.fields}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button type="submit" loading={sending} disabled={!form.ready}>
            {say.events[event]}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function useMove(event: IncidentEvent, incident: Incident) {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const teams = useTeams(incident.id)
  const [text, setText] = useState('')
  const [advice, setAdvice] = useState('')
  const [team, setTeam] = useState<Choice | null>(null)
  const [body, setBody] = useState<Choice | null>(null)
  const [kind, setKind] = useState<string>(incident.kind)
  const [urgency, setUrgency] = useState<string>(incident.urgency)
  const [placeText, setPlaceText] = useState(incident.placeText)
  const [unit, setUnit] = useState<Choice | null>(
    incident.placeUnitId ? { id: incident.placeUnitId, label: incident.placeUnitName ?? '' } : null,
  )
  const [above, setAbove] = useState(incident.above[0]?.id ?? null)
  const words_ = (label: string, required = true, value = text, set = setText) => (
    <Textarea
      label={label}
      required={required}
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(e) => set(e.currentTarget.value)}
    />
  )
  const reason = text.trim()
  switch (event) {
    case 'assign':
      return {
        fields: (
          <>
            <BodyPicker label={say.body} fetcher={findBodies} value={body} onChange={setBody} />
            <AsyncPicker
              name={`teams-${incident.id}`}
              label={say.team}
              description={team?.note ?? say.teamHow}
              fetcher={teams}
              value={team}
              onChange={setTeam}
            />
            {words_(say.comment, false)}
          </>
        ),
        ready: body !== null || team !== null,
        body: { ...(body && { bodyId: body.id }), ...(team && { teamId: team.id }), note: text },
      }
    case 'triage':
      return {
        fields: (
          <>
            <Select
              label={say.kind}
              data={incidentKinds.map((value) => ({ value, label: kinds[value] }))}
              value={kind}
              onChange={(value) => value && setKind(value)}
              allowDeselect={false}
            />
            <Select
              label={say.urgency}
              data={urgencies.map((value) => ({ value, label: say.urgencies[value] }))}
              value={urgency}
              onChange={(value) => value && setUrgency(value)}
              allowDeselect={false}
            />
            <UnitPicker label={say.placeUnit} fetcher={findUnits} value={unit} onChange={setUnit} />
            <TextInput
              label={say.placeText}
              maxLength={500}
              value={placeText}
              onChange={(e) => setPlaceText(e.currentTarget.value)}
            />
          </>
        ),
        ready: true,
        body: { kind, urgency, placeText, ...(unit && { placeUnitId: unit.id }) },
      }
    case 'escalate':
      return {
        fields: (
          <>
            <p className={styles.quiet}>{say.escalateHow}</p>
            <Select
              label={say.above}
              data={incident.above.map((desk) => ({ value: desk.id, label: desk.name }))}
              value={above}
              onChange={setAbove}
              allowDeselect={false}
            />
            {words_(say.reason)}
          </>
        ),
        ready: above !== null && reason !== '',
        body: { reason, ...(above && { aboveBodyId: above }) },
      }
    case 'send-back':
      return {
        fields: (
          <>
            {words_(say.reason)}
            {words_(say.advice, true, advice, setAdvice)}
          </>
        ),
        ready: reason !== '' && advice.trim() !== '',
        body: { reason, advice },
      }
    case 'merge':
      return {
        fields: (
          <>
            <p className={styles.quiet}>{say.intoHow}</p>
            <AsyncPicker
              name={`incidents-${incident.deskBodyId}`}
              label={say.into}
              fetcher={findOpen(incident.id)}
              value={body}
              onChange={setBody}
            />
          </>
        ),
        ready: body !== null,
        body: { intoId: body?.id },
      }
    case 'resolve':
      return { fields: words_(say.result), ready: reason !== '', body: { result: reason } }
    default:
      return { fields: words_(say.reason), ready: reason !== '', body: { reason } }
  }
}

/** The teams of the desk's units, found without accents by their name or their unit, the ready ones first. */
function useTeams(id: string): ChoiceFetcher {
  const say = useWords(words)
  const client = useQueryClient()
  return async (text) => {
    const { rows } = await client.fetchQuery(incidentQueries.teams(id))
    const wanted = fold(text)
    return rows
      .filter((team) => fold(`${team.name} ${team.unitName}`).includes(wanted))
      .slice(0, 20)
      .map((team) => ({
        id: team.id,
        label: team.name,
        note: [
          say.readiness[team.readiness],
          team.unitName,
          ...(team.open > 0 ? [say.busy(team.open)] : []),
        ].join(' · '),
      }))
  }
}

const fold = (text: string) => foldAccents(text).toLowerCase()

const findOpen =
  (except: string): ChoiceFetcher =>
  async (q, signal) => {
    const query = { q: q || undefined, box: 'desk', is: 'open', size: 20 }
    const { rows } = await api.get('/api/incidents', IncidentPage, query, { signal })
    return rows
      .filter((row) => row.id !== except)
      .map((row) => ({ id: row.id, label: `#${row.number} ${row.details.slice(0, 80)}` }))
  }
