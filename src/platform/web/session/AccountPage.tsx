import { Stack } from '@mantine/core'

import { PinPanel } from '../offline/PinPanel.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useWords } from '../words/index.ts'
import { OfficesPanel } from './OfficesPanel.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'
import { useMe } from './Session.tsx'
import { TotpPanel } from './TotpPanel.tsx'
import { words } from './words.ts'

export function AccountPage() {
  const say = useWords(words)
  const { account } = useMe()
  return (
    <>
      <PageHeader title={say.account.title} lead={`${account.name} · ${account.username}`} />
      <Stack gap="md" maw={640}>
        <OfficesPanel />
        <TotpPanel />
        <PasswordPanel />
        <PinPanel />
      </Stack>
    </>
  )
}
