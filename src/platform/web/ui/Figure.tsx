import { formatDate, formatNumber, useLanguage, useWords } from '../words/index.ts'
import styles from './Figure.module.css'
import type { Meaning } from './meaning.ts'
import { words } from './words.ts'

interface FigureProps {
  label: string
  value: number
  unit: string
  /** "74/91": how many there should be. */
  of?: number
  /** The day the figure speaks of, `YYYY-MM-DD`. */
  asOf: string
  /** Where it comes from: an indicator, a report, a directive. */
  source: string
  meaning?: Extract<Meaning, 'late' | 'soon' | 'done'>
  /** What the colour says, in words; required with it. */
  verdict?: string
  onClick?: () => void
}

/** A number that can be trusted: with its unit, its day and its source. */
export function Figure({ label, value, unit, of, asOf, source, meaning, verdict, onClick }: FigureProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const Frame = onClick ? 'button' : 'div'
  return (
    <Frame
      className={styles.figure}
      data-meaning={meaning}
      {...(onClick && { type: 'button' as const, onClick })}
    >
      <span className={styles.label}>{label}</span>
      <span className={styles.line}>
        <span className={styles.value}>{formatNumber(value, language)}</span>
        {of !== undefined && <span className={styles.of}>/{formatNumber(of, language)}</span>}
        <span className={styles.unit}>{unit}</span>
      </span>
      {verdict && <span className={styles.verdict}>{verdict}</span>}
      <span className={styles.source}>
        {say.asOf(formatDate(asOf))} · {source}
      </span>
    </Frame>
  )
}
