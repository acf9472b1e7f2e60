-- Documents that come in, the register read from them, and what was issued to whom.
-- unit_path is the unit of the body that brought the document in; audience the units of the bodies it was issued to.
create table directives (
  id           uuid        primary key, -- made on the device
  body_id      uuid        not null references bodies (id),
  unit_path    ltree       not null,
  audience     ltree[]     not null default '{}',
  state        text        not null check (state in ('reading', 'unreadable', 'draft', 'discarded', 'issued')),
  file_id      uuid        not null references files (id),
  source_kind  text        check (source_kind in ('text', 'docx', 'pdf-text', 'pdf-scan', 'image')),
  text         text        not null default '',
  document     jsonb       not null,
  sections     jsonb       not null default '[]',
  evidence     jsonb       not null default '{}',
  reading      jsonb       not null,
  version      integer     not null default 1,
  revision     integer     not null default 1,
  created_by   text        not null references accounts (id),
  created_at   timestamptz not null default clock_timestamp(),
  issued_by    text        references accounts (id),
  issued_at    timestamptz,
  search       text        generated always as (
                 folded(coalesce(document ->> 'number', '') || ' ' || coalesce(document ->> 'title', '') || ' ' || coalesce(document ->> 'issuer', ''))
               ) stored,
  check ((state = 'issued') = (issued_at is not null))
);
comment on table directives is 'Văn bản chỉ đạo: what was brought in, its text as read, its own data, and where it stands.';
create index directives_body_id on directives (body_id, created_at desc);
create index directives_file_id on directives (file_id);
create index directives_created_by on directives (created_by);
create index directives_issued_by on directives (issued_by);
create index directives_audience on directives using gist (audience gist__ltree_ops);
create index directives_issued_at on directives (issued_at desc) where state = 'issued';
create index directives_search on directives using gin (search gin_trgm_ops);

-- Pages already read, so that a long scan goes on where it stopped.
create table directive_pages (
  directive_id uuid    not null references directives (id),
  unit_path    ltree   not null,
  number       integer not null,
  text         text    not null,
  method       text    not null check (method in ('text', 'ocr')),
  confidence   real,
  primary key (directive_id, number)
);

create table tasks (
  id             uuid             primary key,
  directive_id   uuid             not null references directives (id),
  unit_path      ltree            not null,
  audience       ltree[]          not null default '{}',
  position       double precision not null,
  state          text             not null check (state in ('proposed', 'dropped', 'replaced', 'issued')),
  origin         text             not null check (origin in ('read', 'added', 'split', 'joined')),
  quote          text             not null,
  span_start     integer          not null check (span_start >= 0),
  span_end       integer          not null check (span_end >= span_start),
  content        jsonb            not null,
  lead_inherited boolean          not null default false,
  evidence       jsonb            not null default '{}',
  reviewed       boolean          not null default false,
  due_on         date             generated always as (iso_date(content -> 'deadline' ->> 'date')) stored,
  search         text             generated always as (folded(quote)) stored,
  version        integer          not null default 1
);
comment on column tasks.due_on is 'Last day by which the task is to be done; null when the document gives none.';
create index tasks_directive_id on tasks (directive_id, position);

-- The bodies a task was issued to. Carries the due date so that an inbox is one index range. No personal data: ids only.
create table task_bodies (
  task_id      uuid        not null references tasks (id),
  body_id      uuid        not null references bodies (id),
  part         text        not null check (part in ('lead', 'coordinate', 'report-to', 'direct')),
  directive_id uuid        not null references directives (id),
  due_on       date,
  issued_at    timestamptz not null,
  primary key (task_id, body_id, part)
);
create index task_bodies_inbox on task_bodies (body_id, due_on nulls last, task_id);
create index task_bodies_newest on task_bodies (body_id, issued_at desc, task_id);
create index task_bodies_directive_id on task_bodies (directive_id);

create table directive_recipients (
  directive_id uuid not null references directives (id),
  body_id      uuid not null references bodies (id),
  via          text not null check (via in ('recipients', 'task')),
  primary key (directive_id, body_id)
);
create index directive_recipients_body_id on directive_recipients (body_id, directive_id);

-- Every correction, with what stood before and after: history, and undo.
create table directive_edits (
  id           uuid        primary key,
  directive_id uuid        not null references directives (id),
  unit_path    ltree       not null,
  account_id   text        not null references accounts (id),
  at           timestamptz not null default clock_timestamp(),
  kind         text        not null,
  before       jsonb       not null,
  after        jsonb       not null,
  undone       boolean     not null default false
);
create index directive_edits_directive_id on directive_edits (directive_id, at desc);
create index directive_edits_account_id on directive_edits (account_id);

grant select, insert, update on directives, tasks to phaodai_app;
grant select, insert on directive_pages, task_bodies, directive_recipients, directive_edits to phaodai_app;
grant update (undone) on directive_edits to phaodai_app;
grant delete on directive_pages to phaodai_app;

alter table directives enable row level security;
alter table directives force row level security;
create policy directives_scope on directives
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
  with check (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table tasks enable row level security;
alter table tasks force row level security;
create policy tasks_scope on tasks
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
  with check (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table directive_edits enable row level security;
alter table directive_edits force row level security;
create policy directive_edits_scope on directive_edits
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table directive_pages enable row level security;
alter table directive_pages force row level security;
create policy directive_pages_scope on directive_pages
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
