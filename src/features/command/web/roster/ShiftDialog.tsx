import { Button, Group, Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { useMe } from '#platform/web/session/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { formatDate, formatMoment, useWords } from '#platform/web/words/index.ts'
import { type Roster, SavedShift, type Shift, SwapState } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import { type Block, dayOf, hoursOf } from './days.ts'
import styles from './roster.module.css'
import { WhatWouldBe } from './WhatWouldBe.tsx'
import { words } from './words.ts'

interface ShiftDialogProps {
  block: Block
  roster: Roster
  onClose: () => void
}

const when = (from: string, to: string) => `${hoursOf(from, to)}, ${formatDate(dayOf(from))}`

/** A hole is filled, a shift moved or given to somebody else, cancelled with a reason, or – one's own – offered for a swap. */
export function ShiftDialog({ block, roster, onClose }: ShiftDialogProps) {
  const say = useWords(words)
  const { account } = useMe()
  const { shift } = block
  const [id] = useState(newId)
  const [person, setPerson] = useState<string | null>(shift?.accountId ?? null)
  const [reason, setReason] = useState('')
  const [day, setDay] = useState<string | null>(dayOf(block.from))
  const [start, setStart] = useState(formatMoment(block.from).slice(0, 5))
  const [hours, setHours] = useState<number | string>(
    (Date.parse(block.to) - Date.parse(block.from)) / 3_600_000,
  )
  const write = useWrite({
    send: ({ url, body }: { url: string; body: object }, requestId) =>
      api.post(url, SavedShift, body, { requestId }),
    refresh: [keys.duty],
    done: () => say.done,
    onDone: onClose,
    onStale: onClose,
  })
  // A shift of 21:30 in Việt Nam is one instant, wherever this browser is.
  const from = new Date(`${day ?? dayOf(block.from)}T${start || '00:00'}:00+07:00`)
  const startsAt = from.toISOString()
  const endsAt = new Date(from.getTime() + (Number(hours) || 0) * 3_600_000).toISOString()
  const same =
    person === shift?.accountId &&
    Date.parse(startsAt) === Date.parse(block.from) &&
    Date.parse(endsAt) === Date.parse(block.to)
  const save = () =>
    person &&
    write.mutate(
      shift
        ? {
            url: `/api/duty/shifts/${shift.id}`,
            body: { version: shift.version, accountId: person, startsAt, endsAt },
          }
        : {
            url: '/api/duty/shifts',
            body: { id, accountId: person, startsAt, endsAt },
          },
    )
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': say.close }}
      onClose={onClose}
      title={say.edit(when(block.from, block.to))}
    >
      <div className={styles.form}>
        <Select
          label={say.person}
          data={roster.people.map((p) => ({ value: p.accountId, label: p.personName }))}
          value={person}
          onChange={setPerson}
          searchable
          allowDeselect={false}
        />
        <Group grow align="start">
          <DateField label={say.day} value={day} onChange={setDay} required />
          <TextInput
            type="time"
            label={say.begins}
            value={start}
            onChange={(event) => setStart(event.currentTarget.value)}
          />
          <NumberInput label={say.length} min={1} max={36} value={hours} onChange={setHours} />
        </Group>
        {person && !same && Number(hours) > 0 && (
          <WhatWouldBe
            roster={roster}
            planned={{ id: shift?.id ?? id, accountId: person, startsAt, endsAt }}
            span={block}
            when={when}
          />
        )}
        <Group justify="flex-end">
          <Button loading={write.isPending} disabled={!person || same || !(Number(hours) > 0)} onClick={save}>
            {shift ? say.save : say.fill}
          </Button>
        </Group>
        {shift && (
          <>
            <Textarea
              label={say.reason}
              autosize
              minRows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button
                variant="default"
                disabled={reason.trim() === ''}
                loading={write.isPending}
                onClick={() =>
                  write.mutate({
                    url: `/api/duty/shifts/${shift.id}/cancel`,
                    body: { version: shift.version, reason },
                  })
                }
              >
                {say.cancelShift}
              </Button>
            </Group>
            {shift.accountId === account.id && (
              <SwapForm shift={shift} reason={reason} roster={roster} onClose={onClose} />
            )}
          </>
        )}
      </div>
    </Modal>
  )
}

interface SwapFormProps {
  shift: Shift
  reason: string
  roster: Roster
  onClose: () => void
}

function SwapForm({ shift, reason, roster, onClose }: SwapFormProps) {
  const say = useWords(words)
  const [other, setOther] = useState<string | null>(null)
  const [id] = useState(newId)
  const [back, setBack] = useState<string | null>(null)
  const ask = useWrite({
    send: (body: object, requestId) => api.post('/api/duty/swaps', SwapState, body, { requestId }),
    refresh: [keys.duty],
    done: () => say.done,
    onDone: onClose,
  })
  const theirs = roster.shifts.filter(
    (s) => s.accountId === other && Date.parse(s.startsAt) > Date.parse(roster.now),
  )
  return (
    <>
      <Select
        label={say.swapWith}
        data={roster.people
          .filter((p) => p.accountId !== shift.accountId)
          .map((p) => ({ value: p.accountId, label: p.personName }))}
        value={other}
        onChange={(value) => {
          setOther(value)
          setBack(null)
        }}
      />
      <Select
        label={say.swapReturn}
        placeholder={say.swapReturnNone}
        data={theirs.map((s) => ({ value: s.id, label: when(s.startsAt, s.endsAt) }))}
        value={back}
        onChange={setBack}
        clearable
      />
      <Group justify="flex-end">
        <Button
          disabled={!other || reason.trim() === ''}
          loading={ask.isPending}
          onClick={() =>
            ask.mutate({ id, shiftId: shift.id, askedOf: other, reason, ...(back && { returnId: back }) })
          }
        >
          {say.askSwap}
        </Button>
      </Group>
    </>
  )
}
