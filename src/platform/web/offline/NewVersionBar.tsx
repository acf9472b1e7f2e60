import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'

import { useWords } from '../words/index.ts'
import { useNewVersion } from './new-version.ts'
import styles from './NewVersionBar.module.css'
import { words } from './words.ts'

/** Says calmly that a newer build lies ready. Nothing reloads by itself: somebody may be typing. */
export function NewVersionBar() {
  const say = useWords(words)
  const { ready, reload } = useNewVersion()
  if (!ready) return null
  return (
    <p className={styles.bar} role="status">
      {say.newVersion}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRefresh size={14} stroke={1.8} />}
        onClick={reload}
      >
        {say.reload}
      </Button>
    </p>
  )
}
