import { Button, Drawer, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { z } from 'zod'

import { ApiProblem, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { useToday } from '#platform/web/session/index.ts'
import { FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { CreateAccount as NewAccount, Password } from '../domain/index.ts'
import { FirstPasswordField } from './FirstPasswordField.tsx'
import { type HandedOver, HandOver } from './HandOver.tsx'
import { blankOffice, daysInOrder, officeFields, officeToSend } from './model/office-form.ts'
import { firstPassword } from './model/password.ts'
import { proposedUsername } from './model/proposals.ts'
import { OfficeFields } from './OfficeFields.tsx'
import { accountsKey, createAccount } from './queries.ts'
import styles from './accounts.module.css'
import { words } from './words.ts'

const fieldset = { root: styles.fields ?? '', legend: styles.legend ?? '' }

interface CreateAccountProps {
  opened: boolean
  onClose: () => void
}

/** Beside the list. What was typed stays while the drawer is closed; a password that was handed over does not. */
export function CreateAccount({ opened, onClose }: CreateAccountProps) {
  const say = useWords(words)
  const [made, setMade] = useState<HandedOver>()
  const [round, setRound] = useState(0)
  // Not before it is first opened: by then the server has said which day it is.
  const [wanted, setWanted] = useState(opened)
  if (opened && !wanted) setWanted(true)

  function close() {
    if (made) {
      setMade(undefined)
      setRound(round + 1)
    }
    onClose()
  }

  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={520}
      keepMounted
      closeOnClickOutside={false}
      title={say.form.title}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      {made ? (
        <HandOver title={say.handOver.created} given={made} onDone={close} />
      ) : (
        wanted && <CreateAccountForm key={round} onMade={setMade} onCancel={close} />
      )}
    </Drawer>
  )
}

interface CreateAccountFormProps {
  onMade: (given: HandedOver) => void
  onCancel: () => void
}

function CreateAccountForm({ onMade, onCancel }: CreateAccountFormProps) {
  const say = useWords(words)
  const today = useToday()
  const [officeId] = useState(newId)
  const [first] = useState(() => ({
    personName: '',
    username: '',
    password: firstPassword(),
    ...blankOffice(today),
  }))
  const schema = useMemo(() => formSchema(say.form.usernameWrong, say.office.toBeforeFrom), [say])
  const create = useWrite({
    send: (given: NewAccount, requestId) =>
      createAccount(given, requestId).catch(markTaken(say.form.usernameTaken)),
    refresh: [accountsKey],
    onDone: (_, given) => onMade(given),
  })
  const form = useZodForm(schema, first, ({ personName, username, password, ...office }) =>
    create.mutate(
      { personName, username, password, office: officeToSend(officeId, office) },
      { onError: form.refuse },
    ),
  )
  const { personName, username } = form.values

  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="lg">
        <FormErrors form={form} />
        <Fieldset variant="unstyled" legend={say.form.who} classNames={fieldset}>
          <TextInput
            label={say.person}
            autoComplete="off"
            data-autofocus
            required
            {...form.text('personName')}
            onChange={(event) => {
              const name = event.currentTarget.value
              const untouched = username === proposedUsername(personName)
              form.set({ personName: name, ...(untouched && { username: proposedUsername(name) }) })
            }}
          />
          <TextInput
            label={say.username}
            description={say.form.usernameHint}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required
            {...form.text('username')}
          />
          <FirstPasswordField
            label={say.form.password}
            description={say.form.passwordHint}
            {...form.value('password')}
          />
        </Fieldset>
        <Fieldset variant="unstyled" legend={say.form.office} classNames={fieldset}>
          <OfficeFields form={form} />
        </Fieldset>
        <Group gap="xs">
          <Button type="submit" loading={create.isPending}>
            {say.form.submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {say.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The server's own rules; only the sentence about user names is said in the language of the page. */
function formSchema(usernameWrong: string, toBeforeFrom: string) {
  const { username, personName } = NewAccount.shape
  return z
    .object({
      personName,
      username: z
        .string()
        .transform((text) => text.trim().toLowerCase())
        .refine((text) => username.safeParse(text).success, { message: usernameWrong }),
      password: Password,
      ...officeFields,
    })
    .refine(daysInOrder, { path: ['validTo'], message: toBeforeFrom })
}

/** A taken user name is said at its field, not in a passing notice. */
function markTaken(message: string) {
  return (error: unknown): never => {
    if (!(error instanceof ApiProblem) || error.code !== 'subject.duplicate') throw error
    throw new ApiProblem(error.code, error.status, message, {
      issues: [{ path: ['username'], code: 'custom', message }],
    })
  }
}
