import pg from 'pg'

/**
 * The database's structure as text, in an order of its own, so that a review shows what a migration made of it
 * (`db/schema.sql`, compared in CI). The bundled server ships no pg_dump, and pg_dump's text changes with its version.
 * Not meant to be run: migrations make the database, this describes it.
 */
export async function listSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const parts: string[] = []
    for (const [title, query] of sections) {
      const { rows } = await client.query<{ line: string }>(query)
      if (rows.length > 0) parts.push(`-- ${title}\n${rows.map((r) => r.line).join('\n')}`)
    }
    return `${parts.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}

// Objects that belong to an extension are the extension's business.
const ours = (oid: string) =>
  `not exists (select from pg_depend x where x.objid = ${oid} and x.deptype = 'e')`

const sections: readonly (readonly [title: string, query: string])[] = [
  [
    'extensions',
    `select format('extension %s', extname) as line from pg_extension where extname <> 'plpgsql' order by extname`,
  ],
  [
    'functions',
    `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p
     where p.pronamespace = 'public'::regnamespace and ${ours('p.oid')} order by p.proname, p.oid::regprocedure::text`,
  ],
  [
    'tables and columns',
    `select case when a.attnum = (select min(attnum) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)
              then format(E'%stable %s\\n', case when row_number() over (order by c.relname, a.attnum) = 1 then '' else E'\\n' end, c.relname) else '' end
       || format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' not null' else '' end,
            case when a.attgenerated = 's' then ' generated as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                 when a.attidentity <> '' then ' identity'
                 when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, a.attnum`,
  ],
  [
    'constraints',
    `select format('%s: %s %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as line from pg_constraint c
     where c.connamespace = 'public'::regnamespace and c.contype <> 'n' and c.conrelid <> 0 and ${ours('c.oid')}
     order by c.conrelid::regclass::text, c.conname`,
  ],
  [
    'indexes',
    `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
     order by c.relname, i.indexrelid::regclass::text`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by c.relname, t.tgname`,
  ],
  [
    'row-level security',
    `select format('%s: %s%s', c.relname, case when c.relforcerowsecurity then 'forced' else 'NOT forced' end,
       coalesce((select string_agg(format(E'\\n  %s for %s using (%s)%s', p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid),
         coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')), '' order by p.polname)
         from pg_policy p where p.polrelid = c.oid), '')) as line
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity order by c.relname`,
  ],
  [
    'rights of the app',
    `select format('%s: %s', what, string_agg(word, ', ' order by word)) as line from (
       select table_name as what, lower(privilege_type) as word from information_schema.role_table_grants
       where grantee = 'phaodai_app' and table_schema = 'public'
       union select table_name, format('%s (%s)', lower(privilege_type), column_name) from information_schema.column_privileges g
       where grantee = 'phaodai_app' and table_schema = 'public' and not exists (select from information_schema.role_table_grants t
         where t.grantee = g.grantee and t.table_schema = g.table_schema and t.table_name = g.table_name and t.privilege_type = g.privilege_type)
     ) as rights group by what order by what`,
  ],
  [
    'comments',
    `select format('%s%s: %s', c.relname, coalesce('.' || a.attname, ''), d.description) as line from pg_description d
     join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
     left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') order by c.relname, a.attnum`,
  ],
]
