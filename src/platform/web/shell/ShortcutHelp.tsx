import { Modal, Switch } from '@mantine/core'
import { useSyncExternalStore } from 'react'

import { useShortcutRegistry } from '../shortcuts/shortcuts.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useWords } from '../words/index.ts'
import styles from './ShortcutHelp.module.css'
import { words } from './words.ts'

let opened = false
const listeners = new Set<() => void>()

function setOpened(next: boolean) {
  opened = next
  for (const listener of listeners) listener()
}

export const openShortcutHelp = () => setOpened(true)

/** Lists the shortcuts of what is on the screen now, read from the components themselves, so it cannot be stale. */
export function ShortcutHelp() {
  const say = useWords(words)
  const { groups, singleKeys, setSingleKeys } = useShortcutRegistry()
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => opened,
  )
  return (
    <Modal
      opened={shown}
      onClose={() => setOpened(false)}
      title={say.shortcuts}
      size="lg"
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <div className={styles.groups}>
        {groups
          // Two tables on one page answer to the same keys: said once.
          .filter((group, at) => groups.findIndex((other) => other.title === group.title) === at)
          .map((group) => (
            <section key={group.title}>
              <h3>{group.title}</h3>
              <dl>
                {group.shortcuts.map((shortcut) => (
                  <div key={shortcut.key} className={styles.row}>
                    <dt>{shortcut.label}</dt>
                    <dd>
                      <Kbd keys={shortcut.key} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <Switch
        mt="lg"
        label={say.singleKeys}
        description={say.singleKeysHint}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  )
}
