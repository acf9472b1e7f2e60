import { Button, CopyButton, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

import { useWords } from '#platform/web/words/index.ts'
import styles from './accounts.module.css'
import { words } from './words.ts'

export interface HandedOver {
  personName: string
  username: string
  password: string
}

interface HandOverProps {
  title: string
  given: HandedOver
  onDone: () => void
}

/** What has to reach the person: shown once, after the server has taken it, and gone when this is closed. */
export function HandOver({ title, given, onDone }: HandOverProps) {
  const say = useWords(words)
  const both = `${say.username}: ${given.username}\n${say.handOver.password}: ${given.password}`
  return (
    <div role="status">
      <Text fw={600} mb={4}>
        {title}
      </Text>
      <Text size="sm">{say.handOver.explain(given.personName)}</Text>
      <dl className={styles.handOver}>
        <dt>{say.username}</dt>
        <dd>{given.username}</dd>
        <dt>{say.handOver.password}</dt>
        <dd>{given.password}</dd>
      </dl>
      <Group gap="xs">
        <CopyButton value={both}>
          {({ copied, copy }) => (
            <Button
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              // The form that had the focus is gone.
              autoFocus
            >
              {copied ? say.copied : say.handOver.copyBoth}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onDone}>
          {say.handOver.done}
        </Button>
      </Group>
    </div>
  )
}
