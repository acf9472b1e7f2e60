import pg from 'pg'

/**
 * Empties every table of the product: the demo's reset and nothing else. The owner does it, since the app's role may
 * delete almost nothing. Migrations stay; the queue is emptied with the rest.
 */
export async function wipe(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query(`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where (schemaname = 'public' and tablename <> 'migrations') or (schemaname = 'pgboss' and tablename like 'job%')`)
    const names = rows.map((r) => r.name as string)
    if (names.length > 0) await client.query(`truncate ${names.join(', ')} restart identity`)
  } finally {
    await client.end()
  }
}
