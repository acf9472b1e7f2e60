/** One line of the bench's report. Ratios and bounds rather than bare times: machines differ. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** The bench fails above it. */
  most?: number
  note?: string
}

/** The value below which 95 % of the runs lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
