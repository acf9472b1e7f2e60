import { setTimeout as sleep } from 'node:timers/promises'

import { systemClock } from '../clock.ts'
import { PostgresError } from './error.ts'
import type { Postmaster } from './postmaster.ts'

interface Ways {
  restart(): Promise<Postmaster>
  stop(server: Postmaster): Promise<void>
  log(line: string): void
  onLost(error: PostgresError): void
}

const attempts = 5
const shortLife = 10_000

/**
 * Brings the server back when it dies by itself: at once, and after short lives a little later each time, at most two
 * seconds. One that comes back is never given up; one that cannot start is, after five attempts.
 */
export function keepRunning(first: Postmaster, ways: Ways) {
  let server = first
  let born = systemClock.elapsed()
  let wanted = true
  let shortLives = 0
  let stopping: Promise<void> | undefined
  // An app that ends without stopping us (process.exit, an error nobody caught) still asks for a shutdown.
  const onExit = () => {
    try {
      process.kill(server.pid, 'SIGINT')
    } catch {
      // gone already
    }
  }
  process.once('exit', onExit)

  const watching = (async () => {
    for (;;) {
      await server.ended
      if (!wanted) return
      shortLives = systemClock.elapsed() - born < shortLife ? shortLives + 1 : 0
      ways.log(`cơ sở dữ liệu dừng đột ngột, đang chạy lại / the database died, starting it again`)
      await sleep(Math.min(2_000, 250 * shortLives))
      const next = await startAgain()
      if (!next) return
      server = next
      born = systemClock.elapsed()
      if (!wanted) return ways.stop(server)
    }
  })()

  async function startAgain(): Promise<Postmaster | undefined> {
    for (let attempt = 1; wanted; attempt++) {
      try {
        return await ways.restart()
      } catch (error) {
        ways.log((error as Error).message)
        if (attempt >= attempts) return lose(error)
        await sleep(1_000 * attempt)
      }
    }
    return undefined
  }

  function lose(cause: unknown): undefined {
    process.removeListener('exit', onExit)
    ways.onLost(
      cause instanceof PostgresError
        ? cause
        : new PostgresError(
            'lost',
            {
              vi: `Cơ sở dữ liệu không chạy lại được sau ${attempts} lần thử. Xem postgres.log trong thư mục dữ liệu.`,
              en: `The database could not be brought back in ${attempts} attempts. See postgres.log in the data folder.`,
            },
            {},
            cause,
          ),
    )
  }

  return {
    pid: () => server.pid,
    stop: () =>
      (stopping ??= (async () => {
        wanted = false
        await ways.stop(server)
        await watching
        process.removeListener('exit', onExit)
      })()),
  }
}
