import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useProblemText, useWrite } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useZodForm } from '#platform/web/ui/form/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type Account, ChangeAccountState } from '../domain/index.ts'
import { settleStateClash } from './model/state-clash.ts'
import { accountQueries, accountsKey, changeState, type StateChange } from './queries.ts'
import { StateClash } from './StateClash.tsx'
import { words } from './words.ts'

interface ChangeStateProps {
  account: Account
  /** What was asked for when the dialog opened; it stays while the dialog closes over the changed account. */
  to: Account['state']
  opened: boolean
  onClose: () => void
}

/** Disabling and enabling: the same question with a reason, saying what will happen. */
export function ChangeState({ account, to, opened, onClose }: ChangeStateProps) {
  const say = useWords(words)
  const title = to === 'active' ? say.access.enableTitle : say.access.disableTitle
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title(account.personName)}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <ChangeStateForm account={account} to={to} onDone={onClose} />
    </Modal>
  )
}

const Reason = ChangeAccountState.pick({ reason: true })

interface ChangeStateFormProps {
  account: Account
  to: Account['state']
  onDone: () => void
}

function ChangeStateForm({ account, to, onDone }: ChangeStateFormProps) {
  const say = useWords(words)
  const queries = useQueryClient()
  const problem = useProblemText()
  const [clash, setClash] = useState<{ wanted: StateChange; current: Account }>()
  const change = useWrite({
    send: changeState,
    refresh: [accountsKey],
    done: (answer) =>
      (answer.state === 'disabled' ? say.access.disabledDone : say.access.enabledDone)(answer.personName),
    onDone,
    onStale: (_, wanted) => void settle(wanted),
  })
  const form = useZodForm(Reason, { reason: '' }, ({ reason }) =>
    change.mutate({ id: account.id, to, version: account.version, reason }, { onError: form.refuse }),
  )

  /** Looks at the account again: what somebody else did may be just what was wanted. */
  async function settle(wanted: StateChange) {
    try {
      const current = await queries.fetchQuery({ ...accountQueries.one(account.username), staleTime: 0 })
      if (current && settleStateClash(wanted.to, current) === 'choose') return setClash({ wanted, current })
      const state = wanted.to === 'disabled' ? say.access.alreadyDisabled : say.access.alreadyActive
      notify({ tone: 'note', text: say.access.alreadySo(account.personName, state) })
      onDone()
    } catch (error) {
      notify({ tone: 'failed', text: problem(error) })
    }
  }

  if (clash) {
    return (
      <StateClash
        {...clash}
        settling={change.isPending}
        onKeep={onDone}
        onStill={() => change.mutate({ ...clash.wanted, version: clash.current.version })}
      />
    )
  }
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{to === 'disabled' ? say.access.disableExplain : say.access.enableExplain}</Text>
        <Textarea
          label={say.reason}
          description={say.reasonHint}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          required
          {...form.text('reason')}
        />
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={change.isPending}>
            {to === 'disabled' ? say.access.disable : say.access.enable}
          </Button>
          <Button variant="default" onClick={onDone}>
            {say.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
