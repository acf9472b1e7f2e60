import { Button, Group, Modal, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { z } from 'zod'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { useToday } from '#platform/web/session/index.ts'
import { FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Account, AddOffice as NewOffice } from '../domain/index.ts'
import { blankOffice, daysInOrder, officeFields, officeToSend } from './model/office-form.ts'
import { OfficeFields } from './OfficeFields.tsx'
import { accountsKey, addOffice } from './queries.ts'
import { words } from './words.ts'

interface AddOfficeProps {
  account: Account
  opened: boolean
  onClose: () => void
}

export function AddOffice({ account, opened, onClose }: AddOfficeProps) {
  const say = useWords(words)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={say.office.addTitle(account.personName)}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <AddOfficeForm account={account} onDone={onClose} />
    </Modal>
  )
}

function AddOfficeForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const say = useWords(words)
  const today = useToday()
  const [officeId] = useState(newId)
  const schema = useMemo(
    () => z.object(officeFields).refine(daysInOrder, { path: ['validTo'], message: say.office.toBeforeFrom }),
    [say],
  )
  const add = useWrite({
    send: (office: NewOffice, requestId) => addOffice({ id: account.id, office }, requestId),
    refresh: [accountsKey],
    done: (_, office) => say.office.added(office.title),
    onDone,
  })
  const form = useZodForm(schema, blankOffice(today), (filled) =>
    add.mutate(officeToSend(officeId, filled), { onError: form.refuse }),
  )
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm">
        <FormErrors form={form} />
        <OfficeFields form={form} />
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={add.isPending}>
            {say.office.add}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
