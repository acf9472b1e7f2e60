/** Bounds that part figures into five groups of about equal size, for a map that is shaded by them. */
export interface Fifth {
  readonly from: number
  readonly to: number
}

/** Fewer groups when there are few different figures. Empty for none. */
export function fifthsOf(figures: readonly number[]): Fifth[] {
  const sorted = figures.toSorted((a, b) => a - b)
  const fifths: Fifth[] = []
  for (let i = 0; i < 5; i += 1) {
    const group = sorted.slice(Math.floor((sorted.length * i) / 5), Math.floor((sorted.length * (i + 1)) / 5))
    const [from, to] = [group[0], group.at(-1)]
    if (from === undefined || to === undefined) continue
    const last = fifths.at(-1)
    // Equal figures stay together, so that one figure never has two colours.
    if (last && from <= last.to) fifths[fifths.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else fifths.push({ from, to })
  }
  return fifths
}

/** 1 for the smallest group; 0 when the figure lies in none. */
export function fifthOf(figure: number, fifths: readonly Fifth[]): number {
  return fifths.findIndex(({ from, to }) => figure >= from && figure <= to) + 1
}
