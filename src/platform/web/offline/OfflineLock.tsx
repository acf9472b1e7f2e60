import { Button, PasswordInput, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'

import { sessionQueries } from '../session/queries.ts'
import { useSession } from '../session/Session.tsx'
import { Mark } from '../theme/Mark.tsx'
import { useWords } from '../words/index.ts'
import { offlineHours } from './contact.ts'
import { type Lock, setLock } from './lock.ts'
import { tryPin } from './session-here.ts'
import styles from './OfflineLock.module.css'
import { words } from './words.ts'

/** Stands before everything, also before dialogs that were open: a modal dialog of the browser makes the rest inert. */
export function OfflineLock({ lock }: { lock: Exclude<Lock, 'open'> }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.lock}
      aria-labelledby="offline-lock"
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <Stack gap="md" className={styles.box}>
        <Mark size={44} />
        {lock === 'pin' ? <PinForm /> : <Expired />}
      </Stack>
    </dialog>
  )
}

function PinForm() {
  const say = useWords(words)
  const queries = useQueryClient()
  const { me, signOut } = useSession()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [left, setLeft] = useState<number>()
  const accountId = me?.account.id ?? ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const tried = await tryPin(accountId, pin).finally(() => setBusy(false))
    setPin('')
    if (tried.opened) setLock('open')
    else setLeft(tried.left)
  }
  async function toSignIn() {
    await signOut()
    setLock('open')
  }

  if (left === 0) {
    return (
      <>
        <h1 id="offline-lock">{say.wipedTitle}</h1>
        <p role="alert">{say.wiped}</p>
        <Button
          onClick={() => {
            setLock('open')
            void queries.resetQueries({ queryKey: sessionQueries.me().queryKey })
          }}
        >
          {say.again}
        </Button>
      </>
    )
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <h1 id="offline-lock">{say.lockTitle}</h1>
        <p>{say.lockExplain(me?.account.name ?? '')}</p>
        <PasswordInput
          label={say.pin}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          value={pin}
          error={left !== undefined && say.wrong(left)}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={pin === ''}>
          {say.open}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void toSignIn()}>
          {say.signIn}
        </Button>
      </Stack>
    </form>
  )
}

function Expired() {
  const say = useWords(words)
  const { refresh } = useSession()
  const [busy, setBusy] = useState(false)
  return (
    <>
      <h1 id="offline-lock">{say.expiredTitle}</h1>
      <p>{say.expired(offlineHours)}</p>
      <Button
        loading={busy}
        onClick={() => {
          setBusy(true)
          void refresh().finally(() => setBusy(false))
        }}
      >
        {say.again}
      </Button>
    </>
  )
}
