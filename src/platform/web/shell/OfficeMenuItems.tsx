import { Menu } from '@mantine/core'

import { useSession } from '../session/Session.tsx'
import type { MenuTarget } from '../ui/LaterMenu.tsx'
import { OpenedMenu } from '../ui/OpenedMenu.tsx'
import { useWords } from '../words/index.ts'
import styles from './OfficeSwitcher.module.css'
import { words } from './words.ts'

export function OfficeMenuItems({ target }: { target: MenuTarget }) {
  const say = useWords(words)
  const { me, office, chooseOffice } = useSession()
  return (
    <OpenedMenu target={target} width={340}>
      <Menu.Label>{say.office}</Menu.Label>
      <Menu.RadioGroup value={office?.id ?? null} onChange={chooseOffice}>
        {me?.offices.map((held) => (
          <Menu.RadioItem key={held.id} value={held.id} closeMenuOnClick>
            <span className={styles.heldTitle}>{held.title}</span>
            <span className={styles.heldBody}>
              {held.bodyName} · {held.unitName}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </OpenedMenu>
  )
}
