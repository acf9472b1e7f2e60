import { problem } from './problem.ts'

export interface Turnstile {
  /** Waits its turn, does the work, lets the next one through. Throws `service.busy` when too many wait already. */
  pass<T>(work: () => Promise<T>): Promise<T>
}

/** Lets a few through at once and the others wait in a line, first come first served, for what is dear in memory or time. */
export function openTurnstile({ atOnce, waiting }: { atOnce: number; waiting: number }): Turnstile {
  const line: (() => void)[] = []
  let inside = 0

  async function enter() {
    if (inside < atOnce) return void inside++
    if (line.length >= waiting) throw problem.busy({})
    // Whoever leaves hands over the place: `inside` stays as it is.
    await new Promise<void>((go) => line.push(go))
  }

  function leave() {
    const next = line.shift()
    if (next) next()
    else inside--
  }

  return {
    pass: async (work) => {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
