import { Menu, UnstyledButton } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'

import { useSession } from '../session/Session.tsx'
import { useWords } from '../words/index.ts'
import styles from './OfficeSwitcher.module.css'
import { words } from './words.ts'

/** Everything a person sees and may do follows from the office, so it is always in view, not inside a menu. */
export function OfficeSwitcher() {
  const say = useWords(words)
  const { me, office, chooseOffice } = useSession()
  const offices = me?.offices ?? []
  const shown = (
    <>
      <span className={styles.title}>{office?.title ?? say.noOffice}</span>
      <span className={styles.body}>{office?.bodyName}</span>
    </>
  )

  if (offices.length < 2) return <div className={styles.office}>{shown}</div>
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <UnstyledButton className={styles.button} title={say.chooseOffice}>
          <span className={styles.office}>{shown}</span>
          <IconSelector size={16} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say.office}</Menu.Label>
        <Menu.RadioGroup value={office?.id ?? null} onChange={chooseOffice}>
          {offices.map((held) => (
            <Menu.RadioItem key={held.id} value={held.id} closeMenuOnClick>
              <span className={styles.heldTitle}>{held.title}</span>
              <span className={styles.heldBody}>
                {held.bodyName} · {held.unitName}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
