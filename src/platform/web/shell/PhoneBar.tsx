import { UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { later } from '../ui/later.tsx'
import { useSay, useWords } from '../words/index.ts'
import { useNavGroups } from './nav-entries.ts'
import styles from './PhoneBar.module.css'
import { words } from './words.ts'

const PhoneDrawer = later(() => import('./PhoneDrawer.tsx').then((m) => m.PhoneDrawer))

/** The few pages of a working day under the thumb; the rest behind "more". */
export function PhoneBar() {
  const say = useWords(words)
  const phrase = useSay()
  const [opened, drawer] = useDisclosure(false)
  const entries = useNavGroups()
    .flatMap((group) => group.entries)
    .filter((entry) => entry.onPhoneBar)
    .slice(0, 4)

  return (
    <>
      <nav className={styles.bar} aria-label={say.often}>
        {entries.map((entry) => (
          <Link
            key={entry.path}
            to={entry.path}
            className={styles.item}
            aria-label={phrase(entry.label)}
            activeOptions={{ exact: entry.path === '/', includeSearch: false }}
          >
            {entry.icon && <entry.icon size={22} stroke={1.6} />}
            <span>{phrase(entry.short ?? entry.label)}</span>
          </Link>
        ))}
        <UnstyledButton className={styles.item} onClick={drawer.open} aria-haspopup="dialog">
          <IconMenu2 size={22} stroke={1.6} />
          <span>{say.more}</span>
        </UnstyledButton>
      </nav>
      <PhoneDrawer wanted={opened} opened={opened} onClose={drawer.close} />
    </>
  )
}
