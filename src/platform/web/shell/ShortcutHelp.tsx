import { Modal, Switch } from '@mantine/core'

import { useShortcutRegistry } from '../shortcuts/shortcuts.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useWords } from '../words/index.ts'
import styles from './ShortcutHelp.module.css'
import { closeShortcutHelp, useShortcutHelp } from './shortcut-help.ts'
import { words } from './words.ts'

/** Lists the shortcuts of what is on the screen now, read from the components themselves, so it cannot be stale. */
export function ShortcutHelp() {
  const say = useWords(words)
  const { groups, singleKeys, setSingleKeys } = useShortcutRegistry()
  const shown = useShortcutHelp()
  return (
    <Modal
      opened={shown}
      onClose={closeShortcutHelp}
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
