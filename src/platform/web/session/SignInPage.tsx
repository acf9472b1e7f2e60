import { Alert, Box, Button, Loader, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useProblemText } from '../api/index.ts'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { SchemeSwitch } from '../shell/SchemeSwitch.tsx'
import { Mark } from '../theme/Mark.tsx'
import { useWords } from '../words/index.ts'
import { sessionQueries, signIn } from './queries.ts'
import type { DemoAccount } from './schemas.ts'
import { useSession } from './Session.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './SignInPage.module.css'
import { words } from './words.ts'

/** Shown at whatever address was asked for, so that signing in continues there. */
export function SignInPage() {
  const say = useWords(words)
  const session = useSession()
  const system = useQuery(sessionQueries.system())
  const problem = useProblemText()

  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <div className={styles.plan} aria-hidden="true">
          <Mark size={680} outline="var(--plan-line)" lineWidth={0.16} />
        </div>
        <div className={styles.product}>
          <Mark size={44} />
          <div>
            <p className={styles.name}>Pháo Đài</p>
            <p className={styles.province}>{system.data?.province ?? '\u00a0'}</p>
          </div>
        </div>
        <p className={styles.promise}>{say.signIn.promise}</p>
      </header>
      <main className={styles.main}>
        <div className={styles.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
        <Box className={styles.form}>
          <Title order={1}>{say.signIn.title}</Title>
          <Text size="sm" c="dimmed" mb="lg">
            {say.signIn.lead}
          </Text>
          {session.state === 'failed' && (
            <Alert color="red" title={say.signIn.unreachable} mb="md">
              {problem(session.error)}
            </Alert>
          )}
          {session.state === 'loading' ? <Loader size="sm" /> : <SignInForm onSignedIn={session.refresh} />}
          {system.data?.demoAccounts?.length ? (
            <DemoAccounts accounts={system.data.demoAccounts} onSignedIn={session.refresh} />
          ) : null}
        </Box>
        <Text size="xs" c="dimmed">
          {system.data ? `${system.data.name} ${system.data.version}` : ''}
        </Text>
      </main>
    </div>
  )
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  onSignedIn: () => Promise<void>
}

function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const say = useWords(words)
  const problem = useProblemText()
  const [chosen, setChosen] = useState<string>()
  const enter = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })

  return (
    <Stack gap="xs" component="section" mt="xl" aria-labelledby="demo-accounts">
      <Title order={2} id="demo-accounts">
        {say.signIn.demoTitle}
      </Title>
      <Text size="sm" c="dimmed">
        {say.signIn.demoExplain}
      </Text>
      {enter.error && (
        <Alert color="red" role="alert">
          {problem(enter.error)}
        </Alert>
      )}
      <ul className={styles.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <Button
              variant="default"
              fullWidth
              justify="flex-start"
              className={styles.account ?? ''}
              loading={enter.isPending && chosen === account.username}
              onClick={() => {
                setChosen(account.username)
                enter.mutate({ username: account.username, password: account.password })
              }}
            >
              <span className={styles.accountTitle}>{account.title}</span>
              <span className={styles.accountNote}>
                {account.username}
                {account.note ? ` · ${account.note}` : ''}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
