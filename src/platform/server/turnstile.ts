import { problem } from './problem.ts'

export interface Turnstile {
  /** Waits its turn, does the work, lets the next one through. Throws `service.busy` when too many wait already. */
  pass<T>(work: () => Promise<T>): Promise<T>
  /** Waits its turn; whoever is in leaves by what is answered, once. `size` is how much of the room it takes. */
  enter(size?: number): Promise<() => void>
}

/**
 * Lets in as much as there is room for; the others wait in a line, first come first served. For what is dear in memory,
 * time or connections. What is larger than the whole room comes in alone.
 */
export function openTurnstile({ room, waiting }: { room: number; waiting: number }): Turnstile {
  const line: { size: number; go: () => void }[] = []
  let taken = 0

  const fits = (size: number) => taken === 0 || taken + size <= room
  function letIn() {
    for (let first = line[0]; first && fits(first.size); first = line[0]) {
      line.shift()
      taken += first.size
      first.go()
    }
  }

  async function enter(size = 1) {
    if (line.length >= waiting) throw problem.busy({})
    await new Promise<void>((go) => (line.push({ size, go }), letIn()))
    let left = false
    return () => {
      if (left) return
      left = true
      taken -= size
      letIn()
    }
  }

  return {
    enter,
    pass: async (work) => {
      const leave = await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
