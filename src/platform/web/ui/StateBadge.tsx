import type { PageIcon } from '../router/pages.ts'
import { type Meaning, meaningIcons } from './meaning.ts'
import styles from './StateBadge.module.css'

interface StateBadgeProps {
  meaning: Meaning
  label: string
  icon?: PageIcon
}

/** A state: icon, word, and a colour only where the state has one. */
export function StateBadge({ meaning, label, icon }: StateBadgeProps) {
  const Icon = icon ?? meaningIcons[meaning]
  return (
    <span className={styles.badge} data-meaning={meaning}>
      <Icon size={14} stroke={1.8} aria-hidden="true" />
      {label}
    </span>
  )
}
