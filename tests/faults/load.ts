import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Victim = 'app' | 'database' | 'both'

/** A product under writing load that can be killed: over HTTP (product.ts) or straight SQL (sql.ts). */
export interface Target {
  /** Resolves when the product has said that it keeps this; sending the same id again must not keep it twice. */
  write(writer: number, id: string): Promise<void>
  kill(victim: Victim): Promise<void>
  /** Brings back what does not come back by itself. */
  recover(victim: Victim): Promise<void>
  /** Stops everything in good order, starts it again and looks: how often each id is there, and which are there in part. */
  look(): Promise<{ times: Map<string, number>; half: string[] }>
}

export interface FaultReport {
  kills: Victim[]
  acknowledged: number
  lost: string[]
  twice: string[]
  half: string[]
  /** Milliseconds from each kill to the next acknowledged write. */
  backAfter: number[]
}

export const rounds = process.env.PHAODAI_FAULTS === 'long' ? 20 : 3
const victims: readonly Victim[] = ['database', 'app', 'both']

/**
 * Eight writers write and repeat what was not acknowledged until it is; meanwhile `rounds` kills at uneven moments. What
 * counts is kept outside of what is killed: the list of acknowledged ids.
 */
export async function writeAndKill(
  target: Target,
  options: { rounds: number; only?: Victim; writers?: number; pause?: (round: number) => number },
): Promise<FaultReport> {
  const acknowledged = new Set<string>()
  const kills: Victim[] = []
  const backAfter: number[] = []
  let going = true
  let newest = 0 // when the youngest acknowledged write was sent
  let refusal: Error | undefined
  const writers = Array.from({ length: options.writers ?? 8 }, async (_, writer) => {
    for (let id = randomUUID(); going; id = randomUUID()) {
      while (going && !acknowledged.has(id)) {
        const sent = performance.now()
        await target.write(writer, id).then(
          () => {
            acknowledged.add(id)
            newest = Math.max(newest, sent)
          },
          (error: Error) => {
            refusal = error
            return sleep(20)
          },
        )
      }
    }
  })
  const sentAndKept = async (after: number) => {
    for (const started = performance.now(); newest <= after; await sleep(5)) {
      if (performance.now() - started > 60_000) {
        throw new Error('no write was acknowledged for a minute', { cause: refusal })
      }
    }
  }
  try {
    for (let round = 0; round < options.rounds; round++) {
      await sentAndKept(newest)
      // Uneven, and the same in every run: 300 to 1,300 ms of load between two kills.
      await sleep(options.pause?.(round) ?? 300 + ((round * 379) % 1000))
      const victim = options.only ?? victims[round % victims.length]!
      kills.push(victim)
      await target.kill(victim)
      const killed = performance.now()
      await target.recover(victim)
      await sentAndKept(killed)
      backAfter.push(Math.round(performance.now() - killed))
    }
  } finally {
    going = false
    await Promise.all(writers)
  }
  const { times, half } = await target.look()
  return {
    kills,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((id) => !times.has(id)),
    twice: [...times].filter(([, n]) => n > 1).map(([id]) => id),
    half,
    backAfter,
  }
}

/** One line for the log of a run: the figures that docs/operations.md quotes. */
export function describeReport(name: string, report: FaultReport): string {
  const sorted = report.backAfter.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return `${name}: ${report.kills.length} kills, ${report.acknowledged} acknowledged, ${report.lost.length} lost, ${report.twice.length} twice, ${report.half.length} half; back after ${median} ms (median), ${sorted.at(-1) ?? 0} ms (longest)`
}
