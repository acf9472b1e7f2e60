import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

import { useWords } from '../words/index.ts'
import styles from './PageHeader.module.css'
import { words } from './words.ts'

export interface Crumb {
  label: string
  to: string
}

interface PageHeaderProps {
  title: string
  /** The pages above this one, outermost first; the page itself is not among them. */
  crumbs?: readonly Crumb[]
  /** State, number, date: what identifies the thing at a glance. */
  facts?: ReactNode
  /** One sentence on what is asked of the person here. */
  lead?: ReactNode
  actions?: ReactNode
}

/** The top of every page: where am I, what is this, what can I do. Also names the browser's tab. */
export function PageHeader({ title, crumbs = [], facts, lead, actions }: PageHeaderProps) {
  const say = useWords(words)
  useEffect(() => {
    document.title = `${title} · Pháo Đài`
  }, [title])

  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {crumbs.length > 0 && (
          <nav aria-label={say.crumbs}>
            <ol className={styles.crumbs}>
              {crumbs.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                  <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={styles.title}>
          <h1>{title}</h1>
          {facts}
        </div>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
