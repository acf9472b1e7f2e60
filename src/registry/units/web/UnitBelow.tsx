import { Link } from '@tanstack/react-router'

import { Panel } from '#platform/web/ui/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { UnitDetail } from '../domain/index.ts'
import styles from './units.module.css'
import { words } from './words.ts'

/** The units directly below, at most a few hundred: one table without pages. */
export function UnitBelow({ given: { children } }: { given: UnitDetail }) {
  const say = useWords(words)
  const { language } = useLanguage()
  if (children.length === 0) return <p className={styles.note}>{say.noneBelow}</p>
  const counted = children.some((child) => child.population !== null)
  return (
    <Panel title={`${say.below} (${children.length})`}>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.below}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.code}</th>
              <th scope="col">{say.name}</th>
              {counted && (
                <th scope="col" className={styles.figure}>
                  {say.population}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {children.map((child) => (
              <tr key={child.id}>
                <td>{child.code}</td>
                <td>
                  <Link to={`/don-vi/${child.id}`}>{child.name}</Link>
                </td>
                {counted && (
                  <td className={styles.figure}>
                    {child.population === null ? '' : formatNumber(child.population, language)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
