import { Button, Text } from '@mantine/core'

import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/index.ts'
import styles from './AccountPage.module.css'
import { useMe, useSession } from './Session.tsx'
import { words } from './words.ts'

export function OfficesPanel() {
  const say = useWords(words)
  const me = useMe()
  const { office, chooseOffice } = useSession()
  return (
    <Panel title={say.account.offices}>
      <ul className={styles.offices}>
        {me.offices.map((held) => (
          <li key={held.id}>
            <div>
              <Text fw={500}>{held.title}</Text>
              <Text size="sm" c="dimmed">
                {held.bodyName} · {held.unitName}
              </Text>
            </div>
            {held.id === office?.id ? (
              <Text size="sm" c="dimmed">
                {say.account.inUse}
              </Text>
            ) : (
              <Button variant="default" size="xs" onClick={() => chooseOffice(held.id)}>
                {say.account.use}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
