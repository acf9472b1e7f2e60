import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'

import { useMe, useToday } from '#platform/web/session/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Account, AccountWithOffices } from '../domain/index.ts'
import styles from './accounts.module.css'
import { ChangeState } from './ChangeState.tsx'
import { heldOn } from './model/offices.ts'
import { ResetPassword } from './ResetPassword.tsx'
import { words } from './words.ts'

interface AccessPanelProps {
  account: AccountWithOffices
  mayEdit: boolean
}

/** Whether the person can get in, and what an administrator can do about it. */
export function AccessPanel({ account, mayEdit }: AccessPanelProps) {
  const say = useWords(words)
  const me = useMe()
  const today = useToday()
  const [asked, setAsked] = useState<'state' | 'password'>()
  const [to, setTo] = useState<Account['state']>('disabled')
  const close = () => setAsked(undefined)
  const disabled = account.state === 'disabled'
  const own = account.id === me.account.id

  return (
    <Panel title={say.access.title}>
      <div className={styles.access}>
        <p>{disabled ? say.access.disabledText : say.access.activeText}</p>
        {account.mustChangePassword && !disabled && <p>{say.access.mustChange}</p>}
        {heldOn(account.offices, today).length === 0 && !disabled && <p>{say.noOfficeNow}</p>}
        {mayEdit && own && (
          <>
            <p className={styles.soft}>{say.access.own}</p>
            <Button component={Link} to="/account" variant="default">
              {say.access.ownPage}
            </Button>
          </>
        )}
        {mayEdit && !own && (
          <>
            <Button variant="default" onClick={() => setAsked('password')}>
              {say.access.reset}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setTo(disabled ? 'active' : 'disabled')
                setAsked('state')
              }}
            >
              {disabled ? say.access.enable : say.access.disable}
            </Button>
            <ResetPassword account={account} opened={asked === 'password'} onClose={close} />
            <ChangeState account={account} to={to} opened={asked === 'state'} onClose={close} />
          </>
        )}
      </div>
    </Panel>
  )
}
