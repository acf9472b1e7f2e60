import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useState, useSyncExternalStore } from 'react'

import { notify } from '../notices/index.ts'
import { rewriteAll } from '../outbox/store.ts'
import { useMe } from '../session/Session.tsx'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/index.ts'
import { offlineHours } from './contact.ts'
import { isPin } from './pin.ts'
import { canSetPin, hasPin, setPin } from './session-here.ts'
import { onSealChange, sealHere } from './vault.ts'
import { words } from './words.ts'

/** A PIN for this device: what is read in the field may then stay on it, sealed. */
export function PinPanel() {
  const say = useWords(words)
  const accountId = useMe().account.id
  const seal = useSyncExternalStore(onSealChange, sealHere)
  const [isSet, setIsSet] = useState<boolean>()
  useEffect(() => {
    hasPin(accountId).then(setIsSet, () => setIsSet(false))
  }, [accountId, seal])

  async function change(pin: string | undefined) {
    await setPin(accountId, pin)
    await rewriteAll(accountId)
    setIsSet(pin !== undefined)
    notify({ tone: 'done', text: pin === undefined ? say.isRemoved : say.isSet })
  }

  return (
    <Panel title={say.panel}>
      <Stack gap="sm" maw={480}>
        <Text size="sm">{isSet ? say.panelOn : say.panelOff}</Text>
        <Text size="sm" c="dimmed">
          {say.panelLimit(offlineHours)}
        </Text>
        {canSetPin(accountId) ? (
          <PinForm isSet={isSet ?? false} onSet={change} />
        ) : (
          <Text size="sm">{say.noKey}</Text>
        )}
        {isSet && (
          <div>
            <ConfirmButton
              label={say.removePin}
              question={say.removeAsk}
              onConfirm={() => void change(undefined)}
            />
          </div>
        )}
      </Stack>
    </Panel>
  )
}

function PinForm({ isSet, onSet }: { isSet: boolean; onSet: (pin: string) => Promise<void> }) {
  const say = useWords(words)
  const [pin, setPinText] = useState('')
  const [repeated, setRepeated] = useState('')
  const [wrong, setWrong] = useState<'pin' | 'repeated'>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const fault = !isPin(pin) ? 'pin' : pin !== repeated ? 'repeated' : undefined
    setWrong(fault)
    if (fault) return
    setBusy(true)
    await onSet(pin).finally(() => setBusy(false))
    setPinText('')
    setRepeated('')
  }
  const look = { inputMode: 'numeric', autoComplete: 'off', maw: 280 } as const

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <PasswordInput
          {...look}
          label={say.newPin}
          value={pin}
          error={wrong === 'pin' && say.badPin}
          onChange={(event) => setPinText(event.currentTarget.value)}
        />
        <PasswordInput
          {...look}
          label={say.repeatPin}
          value={repeated}
          error={wrong === 'repeated' && say.differs}
          onChange={(event) => setRepeated(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={busy}>
            {isSet ? say.changePin : say.setPin}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
