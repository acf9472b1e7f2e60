import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { z } from 'zod'

import { useWrite } from '#platform/web/api/index.ts'
import { useToday } from '#platform/web/session/index.ts'
import { DateField, useZodForm } from '#platform/web/ui/form/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { AccountWithOffices, Office } from '../domain/index.ts'
import { dayAfter, firstLastDay, lastDayBounds, leavesNone } from './model/offices.ts'
import { accountsKey, endOffice } from './queries.ts'
import { words } from './words.ts'

interface EndOfficeProps {
  account: AccountWithOffices
  /** The office that is about to end; the dialog is closed while there is none. */
  office: Office | undefined
  onClose: () => void
}

export function EndOffice({ account, office, onClose }: EndOfficeProps) {
  const say = useWords(words)
  return (
    <Modal
      opened={office !== undefined}
      onClose={onClose}
      title={say.office.endTitle}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      {office && <EndOfficeForm account={account} office={office} onDone={onClose} />}
    </Modal>
  )
}

interface EndOfficeFormProps {
  account: AccountWithOffices
  office: Office
  onDone: () => void
}

function EndOfficeForm({ account, office, onDone }: EndOfficeFormProps) {
  const say = useWords(words)
  const today = useToday()
  const bounds = lastDayBounds(office)
  const schema = useMemo(() => {
    const { min, max } = lastDayBounds(office)
    return z.object({
      lastDay: z.iso
        .date()
        .refine((day) => day >= min, { message: say.office.lastDayTooEarly(formatDate(min)) })
        .refine((day) => max === undefined || day <= max, {
          message: say.office.lastDayTooLate(formatDate(max ?? min)),
        }),
    })
  }, [office, say])
  const end = useWrite({
    send: (lastDay: string, requestId) =>
      endOffice({ id: account.id, officeId: office.id, lastDay }, requestId),
    refresh: [accountsKey],
    done: (_, lastDay) => say.office.ended(office.title, formatDate(lastDay)),
    onDone,
  })
  const form = useZodForm(schema, { lastDay: firstLastDay(office, today) as string | null }, ({ lastDay }) =>
    end.mutate(lastDay, { onError: form.refuse }),
  )
  const { lastDay } = form.values

  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm">
        <DateField
          label={say.office.lastDay}
          min={bounds.min}
          {...(bounds.max && { max: bounds.max })}
          required
          {...form.value('lastDay')}
        />
        {lastDay && (
          <Text size="sm">
            {say.office.ends(account.personName, office.title, formatDate(dayAfter(lastDay)))}
          </Text>
        )}
        {lastDay && leavesNone(account.offices, office.id, lastDay) && (
          <Alert color="gray" p="xs">
            {say.office.endsAll(account.personName)}
          </Alert>
        )}
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={end.isPending}>
            {say.office.endSubmit}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say.office.endCancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
