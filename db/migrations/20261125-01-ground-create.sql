-- The ground every feature stands on: extensions, requests that were answered, the audit log and its seals.
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Remembered answers of writes, so that a request sent twice is done once (platform/server/once.ts).
create table requests (
  id          uuid        primary key, -- made on the client's device
  account_id  text        not null,
  fingerprint text        not null,
  answer      jsonb,
  at          timestamptz not null default clock_timestamp()
);
create index requests_at on requests (at);
grant select, insert on requests to phaodai_app;
grant update (answer) on requests to phaodai_app;

-- Append-only by grant: the app's role may insert and read, and nobody else writes.
create table audit_entries (
  id         bigint      generated always as identity primary key,
  at         timestamptz not null default clock_timestamp(),
  account_id text,
  office_id  uuid,
  body_id    uuid,
  action     text        not null,
  subject_id text,
  request_id uuid,
  purpose    text,
  details    jsonb       not null default '{}'
);
create index audit_entries_subject on audit_entries (subject_id, id);
create index audit_entries_account on audit_entries (account_id, id);
create index audit_entries_at on audit_entries using brin (at);
comment on table audit_entries is 'Every act, in the transaction of the act. Sealed in batches; phaodai doctor verifies.';
grant select, insert on audit_entries to phaodai_app;

-- One seal per batch: the Merkle root over the entries (after_id, last_id], chained to the root before.
create table audit_seals (
  id            bigint      generated always as identity primary key,
  after_id      bigint      not null,
  last_id       bigint      not null check (last_id > after_id),
  entries       integer     not null check (entries >= 0),
  root          text        not null,
  previous_root text        not null,
  sealed_at     timestamptz not null default clock_timestamp()
);
create unique index audit_seals_after_id on audit_seals (after_id);
create unique index audit_seals_last_id on audit_seals (last_id);
grant select, insert on audit_seals to phaodai_app;

-- The highest id below which no writer is still at work. The share lock waits for writers that already hold an id and
-- is released at once, with the calling transaction. A definer's function because LOCK TABLE … SHARE asks for more than
-- INSERT, and the app's role must not have more.
create function audit_horizon() returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  lock table public.audit_entries in share mode;
  return (select coalesce(max(id), 0) from public.audit_entries);
end $$;
revoke all on function audit_horizon() from public;
grant execute on function audit_horizon() to phaodai_app;

-- Searching without accents: immutable so that it can be indexed. đ is not a combining letter, so it is mapped by hand.
create function folded(words text) returns text language sql immutable parallel safe strict as $$
  select lower(translate(public.unaccent('public.unaccent', words), 'Đđ', 'Dd'))
$$;

-- A cast from text to date depends on the session's date style, ISO text does not: immutable, so it can be generated.
create function iso_date(words text) returns date language sql immutable parallel safe strict as $$
  select make_date(substr(words, 1, 4)::integer, substr(words, 6, 2)::integer, substr(words, 9, 2)::integer)
$$;

-- Files are stored in the database, in chunks: one thing to back up, and a file and the act that brought it commit together.
create table files (
  id          uuid        primary key,
  unit_path   ltree       not null,
  -- Further subtrees that may read the file: those a directive was issued to.
  audience    ltree[]     not null default '{}',
  name        text        not null check (length(name) between 1 and 255),
  media_type  text        not null,
  size        bigint      not null check (size >= 0),
  sha256      text        not null,
  uploaded_by text        not null,
  uploaded_at timestamptz not null default clock_timestamp()
);
create index files_unit_path on files using gist (unit_path);
create table file_chunks (
  file_id  uuid    not null references files (id),
  position integer not null,
  bytes    bytea   not null,
  primary key (file_id, position)
);
alter table file_chunks alter column bytes set storage external;

alter table files enable row level security;
alter table files force row level security;
create policy files_scope on files
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
  with check (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
grant select, insert on files to phaodai_app;
grant update (audience) on files to phaodai_app;

-- The bytes are read through this function only. Row-level security is forced on files, so it holds for the function's
-- owner too and whoever may not see the file gets no bytes.
create function file_chunk(file uuid, at_position integer) returns bytea language sql stable security definer
  set search_path = pg_catalog, public as $$
  select c.bytes from public.files f join public.file_chunks c on c.file_id = f.id where f.id = file and c.position = at_position
$$;
revoke all on function file_chunk(uuid, integer) from public;
grant execute on function file_chunk(uuid, integer) to phaodai_app;
grant insert on file_chunks to phaodai_app;
