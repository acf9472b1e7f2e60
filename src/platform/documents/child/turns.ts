import { refuse } from '../document-error.ts'

const waiting: (() => void)[] = []
let inside = 0

/** Waits for one of `places` and gives the function that leaves it. First come, first served; a cancelled wait rejects. */
export async function takeTurn(places: number, signal?: AbortSignal): Promise<() => void> {
  if (inside >= places) {
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(refuse.cancelled({}))
      }
      waiting.push(enter)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  } else {
    inside++
  }
  let left = false
  return () => {
    if (left) return
    left = true
    const next = waiting.shift()
    // The place is handed on, so `inside` stays.
    if (next) next()
    else inside--
  }
}
