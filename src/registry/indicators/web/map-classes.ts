import type { MapClass, MapFill } from '#platform/web/ui/map/index.ts'
import { type Indicator, shareOf } from '../domain/index.ts'

type Value = { numerator: number; denominator: number }
interface Classed {
  classes: (Omit<MapClass, 'label'> & { from: number; to: number })[]
  classOf: (value: Value | undefined) => string
}

/** Reached or short, where a commune is one or the other; what is still to be done is the darker. */
const twofold: Classed = {
  classes: [
    { id: 'short', fill: '5', from: 0, to: 0 },
    { id: 'reached', fill: '1', from: 1, to: 1 },
    { id: 'none', fill: 'none', from: 0, to: 0 },
  ],
  classOf: (value) =>
    !value || value.denominator === 0 ? 'none' : value.numerator < value.denominator ? 'short' : 'reached',
}

const fills: MapFill[] = ['1', '2', '3', '4', '5']
const shareBounds = [0, 0.25, 0.5, 0.75, 1]

/** Shares in quarters and whole, numbers in five equal steps up to the largest. */
export function classesOf(indicator: Pick<Indicator, 'measure'>, values: readonly Value[]): Classed {
  if (indicator.measure === 'units-reaching' && values.every((value) => value.denominator <= 1))
    return twofold
  const isSum = indicator.measure === 'sum'
  const largest = Math.max(1, ...values.map((value) => value.numerator))
  const step = Math.max(1, Math.ceil(largest / 5))
  const bounds = isSum ? [1, 1 + step, 1 + 2 * step, 1 + 3 * step, 1 + 4 * step] : shareBounds
  const classes = bounds.map((from, i) => ({
    id: String(i + 1),
    fill: fills[i] ?? ('5' as const),
    from,
    to: isSum ? from + step - 1 : (bounds[i + 1] ?? 1),
  }))
  const used = isSum ? classes.filter(({ from }) => from <= largest) : classes
  return {
    classes: [...used, { id: 'none', fill: 'none', from: 0, to: 0 }],
    classOf: (value) => {
      const measured = value && (isSum ? value.numerator : shareOf(indicator, value))
      if (measured === null || measured === undefined || (isSum && measured === 0)) return 'none'
      return used.findLast(({ from }) => measured >= from)?.id ?? 'none'
    },
  }
}
