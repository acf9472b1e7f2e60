import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { type Choice, UnitsPicker } from '#platform/web/ui/picker/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import {
  type Committee,
  type CommitteeOffice,
  type Member,
  officesOf,
  Saved,
  type Work,
} from '../../domain/index.ts'
import { findUnits, keys } from '../queries.ts'
import styles from './committees.module.css'
import { officeWords, words } from './words.ts'

export type Act =
  | { kind: 'add' }
  | { kind: 'replace' | 'end' | 'add-work' | 'correct'; member: Member }
  | { kind: 'end-work'; member: Member; work: Work }

interface MemberDialogProps {
  act: Act
  committee: Committee
  onClose: () => void
}

/** One dialog for each change of a committee; what it asks follows from the change. */
export function MemberDialog({ act, committee, onClose }: MemberDialogProps) {
  const say = useWords(words)
  const form = useActForm(act, committee)
  const write = useWrite({
    send: ({ url, body }: { url: string; body: object }, requestId) =>
      api.post(url, Saved, body, { requestId }),
    refresh: [keys.committees],
    done: () => say.done,
    onDone: onClose,
    onStale: onClose,
  })
  const titles = {
    add: say.add,
    replace: say.replace,
    end: say.end,
    'add-work': say.addWork,
    'end-work': say.endWork,
    correct: say.correct,
  }
  const who = 'member' in act ? `: ${act.member.personName}` : ''
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': say.cancel }}
      onClose={onClose}
      title={`${titles[act.kind]}${who}`}
      size="lg"
    >
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (form.ready) write.mutate({ url: form.url, body: form.body })
        }}
      >
        {form.fields}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button type="submit" loading={write.isPending} disabled={!form.ready}>
            {say.save}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

function useActForm(act: Act, committee: Committee) {
  const say = useWords(words)
  const offices = useWords(officeWords)
  const [id] = useState(newId)
  const known = act.kind === 'correct' ? act.member : undefined
  const [text, setText] = useState({
    personName: '',
    post: known?.post ?? '',
    phone: '',
    number: known?.number ?? '',
    reason: '',
    area: '',
  })
  const [office, setOffice] = useState<CommitteeOffice>('member')
  const [day, setDay] = useState<string | null>(committee.on)
  const [numberDay, setNumberDay] = useState<string | null>(known?.numberDay ?? committee.on)
  const [units, setUnits] = useState<readonly Choice[]>([])
  const field = (name: keyof typeof text, label: string, required = true) => (
    <TextInput
      label={label}
      required={required}
      value={text[name]}
      onChange={(event) => setText({ ...text, [name]: event.currentTarget.value })}
    />
  )
  const reason = (
    <Textarea
      label={say.reason}
      required
      autosize
      minRows={2}
      maxLength={300}
      value={text.reason}
      onChange={(event) => setText({ ...text, reason: event.currentTarget.value })}
    />
  )
  const decision = (
    <Group grow align="start">
      {field('number', say.decision)}
      <DateField label={say.decisionDay} value={numberDay} onChange={setNumberDay} required />
    </Group>
  )
  const members = '/api/command/members'
  const filled = (...names: (keyof typeof text)[]) =>
    names.every((name) => text[name].trim() !== '') && day !== null
  const person = {
    id,
    personName: text.personName,
    post: text.post,
    ...(text.phone.trim() && { phone: text.phone }),
    fromDay: day,
    number: text.number,
    numberDay,
  }
  const personFields = (
    <>
      {field('personName', say.name)}
      {field('post', say.post, false)}
      {field('phone', say.phone, false)}
      <DateField label={say.since} value={day} onChange={setDay} required />
      {decision}
    </>
  )
  switch (act.kind) {
    case 'add': {
      const kind = committee.body.kind === 'command-centre' ? 'command-centre' : 'steering-committee'
      return {
        fields: (
          <>
            <Select
              label={say.office}
              data={officesOf[kind].map((value) => ({ value, label: offices[value] }))}
              value={office}
              onChange={(value) => value && setOffice(value as CommitteeOffice)}
              allowDeselect={false}
            />
            {personFields}
          </>
        ),
        ready: filled('personName', 'number') && numberDay !== null,
        url: `/api/command/committees/${committee.body.id}/members`,
        body: { ...person, office },
      }
    }
    case 'replace':
      return {
        fields: (
          <>
            {personFields}
            {reason}
          </>
        ),
        ready: filled('personName', 'number', 'reason') && numberDay !== null,
        url: `${members}/${act.member.id}/replace`,
        body: { ...person, office: act.member.office, version: act.member.version, reason: text.reason },
      }
    case 'correct':
      return {
        fields: (
          <>
            <p className={styles.quiet}>{say.correctHow}</p>
            {field('post', say.post, false)}
            {field('phone', say.newPhone, false)}
            {decision}
          </>
        ),
        ready: filled('number') && numberDay !== null,
        url: `${members}/${act.member.id}/correct`,
        body: {
          version: act.member.version,
          post: text.post,
          ...(text.phone.trim() && { phone: text.phone }),
          number: text.number,
          numberDay,
        },
      }
    case 'end':
      return {
        fields: (
          <>
            <DateField label={say.lastDay} value={day} onChange={setDay} required />
            {field('number', say.decision)}
            {reason}
          </>
        ),
        ready: filled('number', 'reason'),
        url: `${members}/${act.member.id}/end`,
        body: { version: act.member.version, toDay: day, number: text.number, reason: text.reason },
      }
    case 'add-work':
      return {
        fields: (
          <>
            {field('area', say.area)}
            <UnitsPicker label={say.localities} fetcher={findUnits} value={units} onChange={setUnits} />
            <DateField label={say.since} value={day} onChange={setDay} required />
          </>
        ),
        ready: filled('area'),
        url: `${members}/${act.member.id}/works`,
        body: { id, area: text.area, unitIds: units.map((unit) => unit.id), fromDay: day },
      }
    case 'end-work':
      return {
        fields: <DateField label={say.lastDay} value={day} onChange={setDay} required />,
        ready: day !== null,
        url: `${members}/${act.member.id}/works/${act.work.id}/end`,
        body: { version: act.work.version, toDay: day },
      }
  }
}
