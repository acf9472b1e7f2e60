import { resolveDatabase, type RunningPostgres } from '#platform/server/postgres/index.ts'

/** Runs a command on the database – a running product's own, if one runs – and leaves the server as it was found. */
export async function withServer<T>(work: (server: RunningPostgres) => Promise<T>): Promise<T> {
  const server = await resolveDatabase({ join: true })
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}
