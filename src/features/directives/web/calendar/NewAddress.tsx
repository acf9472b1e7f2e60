import { Button, CopyButton, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

import { useWords } from '#platform/web/words/index.ts'
import styles from './calendars.module.css'
import { words } from './words.ts'

/** The one time the address is shown. */
export function NewAddress({ address, onClose }: { address: string; onClose: () => void }) {
  const say = useWords(words)
  return (
    <div className={styles.fresh} role="status">
      <p className={styles.once}>{say.once}</p>
      <div className={styles.make}>
        <TextInput
          label={say.address}
          readOnly
          autoFocus
          value={address}
          classNames={{ input: styles.address ?? '' }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              leftSection={
                copied ? <IconCheck size={16} stroke={1.8} /> : <IconCopy size={16} stroke={1.8} />
              }
              onClick={copy}
            >
              {copied ? say.copied : say.copy}
            </Button>
          )}
        </CopyButton>
      </div>
      <h3 className={styles.heading}>{say.howTo}</h3>
      <ul className={styles.how}>
        <li>{say.google}</li>
        <li>{say.apple}</li>
        <li>{say.outlook}</li>
      </ul>
      <Button variant="default" onClick={onClose}>
        {say.putAway}
      </Button>
    </div>
  )
}
