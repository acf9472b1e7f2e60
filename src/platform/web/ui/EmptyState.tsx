import type { ReactNode } from 'react'

import type { PageIcon } from '../router/pages.ts'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  icon: PageIcon
  title: string
  /** What to do now, not only that there is nothing. */
  text?: string
  action?: ReactNode
  tone?: 'plain' | 'late'
  /** It is the whole page: the title is its heading. */
  asPage?: boolean
}

export function EmptyState({
  icon: Icon,
  title,
  text,
  action,
  tone = 'plain',
  asPage = false,
}: EmptyStateProps) {
  const Title = asPage ? 'h1' : 'p'
  return (
    <div className={styles.empty} data-tone={tone} data-page={asPage || undefined}>
      <Icon size={32} stroke={1.3} />
      <Title className={styles.title}>{title}</Title>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
