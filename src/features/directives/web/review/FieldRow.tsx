import type { ReactNode } from 'react'

import styles from './register.module.css'

/** A label and its values: one line of the card in hand, a few words in a row in the others. */
export function FieldRow({
  label,
  active,
  bare = false,
  strong = false,
  children,
}: {
  label: string
  active: boolean
  /** Nothing in it yet: the row is only the button that fills it. */
  bare?: boolean
  strong?: boolean
  children: ReactNode
}) {
  if (bare) return <div className={styles.bare}>{children}</div>
  return (
    <div className={styles.row} data-strong={strong || undefined}>
      <span className={styles.label} aria-hidden={!active || undefined}>
        {label}
      </span>
      <span className={styles.values}>{children}</span>
    </div>
  )
}
