import { UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactElement, Suspense } from 'react'

import { useSay, useWords } from '../words/index.ts'
import { useNavGroups } from './nav-entries.ts'
import styles from './SideNav.module.css'
import { words } from './words.ts'

const NarrowHint = lazy(() =>
  import('./NarrowHint.tsx').then(
    (m) => ({ default: m.NarrowHint }),
    () => ({ default: ({ children }: { label: string; children: ReactElement }) => children }),
  ),
)

interface SideNavProps {
  narrow: boolean
  onToggle?: () => void
  onGo?: () => void
}

export function SideNav({ narrow, onToggle, onGo }: SideNavProps) {
  const say = useWords(words)
  const phrase = useSay()
  const groups = useNavGroups()
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = narrow ? say.expand : say.collapse

  return (
    <nav className={styles.nav} aria-label={say.navigation} data-narrow={narrow || undefined}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <div key={group.label.vi} className={styles.group}>
            <p className={styles.heading}>{phrase(group.label)}</p>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.path}>
                  <Hint label={phrase(entry.label)} narrow={narrow}>
                    <Link
                      to={entry.path}
                      className={styles.link}
                      activeOptions={{ exact: entry.path === '/', includeSearch: false }}
                      onClick={onGo}
                    >
                      {entry.icon && <entry.icon size={18} stroke={1.6} />}
                      <span className={styles.label}>{phrase(entry.label)}</span>
                    </Link>
                  </Hint>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {onToggle && (
        <Hint label={toggleLabel} narrow={narrow}>
          <UnstyledButton className={styles.toggle} onClick={onToggle} aria-label={toggleLabel}>
            <Toggle size={18} stroke={1.6} />
            <span className={styles.label}>{toggleLabel}</span>
          </UnstyledButton>
        </Hint>
      )}
    </nav>
  )
}

/** A narrow navigation shows icons only. Nothing is mounted where the words stand beside them. */
function Hint({ label, narrow, children }: { label: string; narrow: boolean; children: ReactElement }) {
  if (!narrow) return children
  return (
    <Suspense fallback={children}>
      <NarrowHint label={label}>{children}</NarrowHint>
    </Suspense>
  )
}
