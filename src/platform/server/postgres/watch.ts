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
const quietAfter = 60_000

/** Brings the server back when it dies by itself, at once and then more slowly; five deaths within a minute are one too many. */
export function keepRunning(first: Postmaster, ways: Ways) {
  let server = first
  let wanted = true
  let deaths = 0
  let lastDeath = -Infinity
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
      const now = systemClock.elapsed()
      deaths = now - lastDeath > quietAfter ? 1 : deaths + 1
      lastDeath = now
      if (deaths > attempts) return lose(undefined)
      ways.log(
        `cơ sở dữ liệu dừng đột ngột, đang chạy lại (lần ${deaths}) / the database died, starting it again`,
      )
      if (deaths > 1) await sleep(250 * 2 ** deaths)
      if (!wanted) return
      try {
        server = await ways.restart()
      } catch (error) {
        return lose(error)
      }
      if (!wanted) await ways.stop(server)
    }
  })()

  function lose(cause: unknown) {
    process.removeListener('exit', onExit)
    ways.onLost(
      cause instanceof PostgresError
        ? cause
        : new PostgresError(
            'lost',
            {
              vi: `Cơ sở dữ liệu dừng ${deaths} lần liền và không chạy lại được. Xem postgres.log trong thư mục dữ liệu.`,
              en: `The database died ${deaths} times in a row and could not be brought back. See postgres.log in the data folder.`,
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
