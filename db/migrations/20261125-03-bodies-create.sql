-- Organisations that can be given a task. A code is stable ('so-y-te@74'); names change and are only read.
create table bodies (
  id             uuid  primary key default gen_random_uuid(),
  code           text  not null check (code ~ '^[a-z0-9][a-z0-9-]{0,79}@[a-z0-9-]{1,40}$'),
  name           text  not null check (name <> ''),
  short_name     text  not null check (short_name <> ''),
  kind           text  not null check (kind ~ '^[a-z-]{2,40}$'),
  sector         text  not null check (sector ~ '^[a-z-]{2,40}$'),
  unit_id        text  not null references units (id),
  unit_path      ltree not null,
  parent_body_id uuid  references bodies (id),
  valid_from     date  not null,
  valid_to       date  check (valid_to >= valid_from),
  -- ' so y te tinh binh duong syt': words of name, short name and aliases, each after a space.
  search_text    text  not null,
  version        integer not null default 1,
  check (parent_body_id <> id)
);
create unique index bodies_code on bodies (code);
create index bodies_unit on bodies (unit_id, kind);
create index bodies_unit_path on bodies using gist (unit_path);
create index bodies_parent on bodies (parent_body_id);
create index bodies_search on bodies using gin (search_text gin_trgm_ops);
comment on column bodies.valid_to is 'The last day on which the body exists; null while it does.';

create table body_aliases (
  body_id uuid not null references bodies (id),
  alias   text not null check (alias <> ''),
  folded  text not null check (folded <> ''),
  primary key (body_id, folded)
);
create index body_aliases_folded on body_aliases (folded);

-- Who took over, from which day, by which instrument. verified: the instrument was read, not only known of.
create table body_successors (
  from_id    uuid    not null references bodies (id),
  to_id      uuid    not null references bodies (id),
  since      date    not null,
  instrument text    not null,
  note       text,
  verified   boolean not null default false,
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index body_successors_to on body_successors (to_id);

-- Master data without personal content. A mistaken alias may be taken back; bodies and successions are history.
grant select, insert, update on bodies, body_successors to phaodai_app;
grant select, insert, update, delete on body_aliases to phaodai_app;
