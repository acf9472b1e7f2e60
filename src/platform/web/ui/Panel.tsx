import { type ReactNode, useId } from 'react'

import styles from './Panel.module.css'

interface PanelProps {
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled piece of a page. */
export function Panel({ title, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
