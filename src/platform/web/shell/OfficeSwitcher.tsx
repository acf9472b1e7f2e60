import { UnstyledButton } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'

import { useSession } from '../session/Session.tsx'
import { LaterMenu } from '../ui/LaterMenu.tsx'
import { useWords } from '../words/index.ts'
import styles from './OfficeSwitcher.module.css'
import { words } from './words.ts'

const loadItems = () => import('./OfficeMenuItems.tsx').then((m) => m.OfficeMenuItems)

/** Everything a person sees and may do follows from the office, so it is always in view, not inside a menu. */
export function OfficeSwitcher() {
  const say = useWords(words)
  const { me, office } = useSession()
  const offices = me?.offices ?? []
  const shown = (
    <>
      <span className={styles.title}>{office?.title ?? say.noOffice}</span>
      <span className={styles.body}>{office?.bodyName}</span>
    </>
  )

  if (offices.length < 2) return <div className={styles.office}>{shown}</div>
  return (
    <LaterMenu
      load={loadItems}
      given={{}}
      target={
        <UnstyledButton className={styles.button} title={say.chooseOffice}>
          <span className={styles.office}>{shown}</span>
          <IconSelector size={16} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      }
    />
  )
}
