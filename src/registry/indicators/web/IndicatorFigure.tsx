import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Figure, Indicator } from '../domain/index.ts'
import styles from './indicators.module.css'
import { type AskOne, indicatorKeys, indicatorQueries } from './queries.ts'
import { figureAddress, sayCounts } from './say-figure.ts'
import { words } from './words.ts'

/**
 * A measured figure in a line of a page: "74/91 xã, phường, thị trấn · tính đến 16/09/2021", a link to its definition,
 * its course and what it is made of. It moves by itself. Draws nothing when the figure may not be seen.
 */
export function IndicatorFigure({ indicator: key, ...ask }: Omit<AskOne, 'key'> & { indicator: string }) {
  const say = useWords(words)
  useLive(['indicators'], [indicatorKeys.all])
  const result = useQuery(indicatorQueries.one({ key, ...ask }))
  if (result.error && !result.data) return null
  if (!result.data) return <span className={styles.inline}>{say.never}…</span>
  const { indicator, figure, unit, atLeast } = result.data
  const address = figureAddress(key, {
    unit: unit.id,
    on: ask.on,
    ...(indicator.atLeast && atLeast !== indicator.atLeast.default && { atLeast }),
  })
  return (
    <span className={styles.inline}>
      <Link to={address}>
        <FigureText indicator={indicator} figure={figure} />
      </Link>{' '}
      <span className={styles.soft}>{say.asOf(formatDate(figure.asOf))}</span>
      <FigureState figure={figure} />
    </span>
  )
}

/** "74/91 xã, phường, thị trấn"; before the first computation, that there is no figure yet. */
export function FigureText({ indicator, figure }: { indicator: Indicator; figure: Figure }) {
  const say = useWords(words)
  const { language } = useLanguage()
  if (figure.computedAt === null) return say.notYet
  return (
    <>
      <strong className="tabular">{sayCounts(indicator, figure, language)}</strong> {indicator.noun[language]}
    </>
  )
}

/** Nothing while the figure is whole; else what is wrong with it. */
export function FigureState({ figure }: { figure: Figure }) {
  const say = useWords(words)
  if (figure.failure)
    return (
      <span className={styles.state} data-meaning="late">
        {say.failed}
      </span>
    )
  if (!figure.waiting) return null
  return (
    <span className={styles.state} data-meaning="soon">
      {figure.computedAt === null ? say.never : say.waiting}
    </span>
  )
}
