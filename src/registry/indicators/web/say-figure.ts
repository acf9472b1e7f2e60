import { formatNumber, type Language } from '#platform/web/words/index.ts'
import type { Indicator } from '../domain/index.ts'

type Measured = Pick<Indicator, 'measure'>
type Counts = { numerator: number; denominator: number }

/** "74/91", or "240" where there is nothing to divide by. */
export function sayCounts(
  indicator: Measured,
  { numerator, denominator }: Counts,
  language: Language,
): string {
  const amount = formatNumber(numerator, language)
  return indicator.measure === 'sum' ? amount : `${amount}/${formatNumber(denominator, language)}`
}

export function sayPercent(share: number, language: Language): string {
  return `${formatNumber(Math.round(share * 1000) / 10, language)}%`
}

/** A value as thresholds and goals hold it: a share, or a number. */
export function sayValue(indicator: Measured, value: number, language: Language): string {
  return indicator.measure === 'sum' ? formatNumber(value, language) : sayPercent(value, language)
}

/** The page of a figure. */
export function figureAddress(
  key: string,
  ask: { unit?: string | undefined; on?: string | undefined; atLeast?: number | undefined } = {},
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(ask)) if (value !== undefined) query.set(name, String(value))
  const text = query.toString()
  return `/chi-so/${key}${text ? `?${text}` : ''}`
}
