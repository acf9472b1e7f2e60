-- Follow-up of issued tasks: parts, reports with evidence, extensions, breakdown, bindings, reminders, supersession, search.

-- A task that was broken down from another one: same document, its own sentence, deadline and lead body.
create table task_assignments (
  id          uuid        primary key, -- made on the device
  task_id     uuid        not null references tasks (id),
  body_id     uuid        not null references bodies (id),
  unit_path   ltree       not null,
  quote       text        not null check (length(quote) between 10 and 5000),
  due_on      date,
  late_reason text,
  receivers   jsonb       not null,
  total       integer     not null check (total > 0),
  created_by  text        not null references accounts (id),
  created_at  timestamptz not null default clock_timestamp()
);
comment on table task_assignments is 'Cụ thể hóa: one act that gave one sentence and one deadline to many bodies below.';
comment on column task_assignments.late_reason is 'Why the deadline lies after that of the task itself; null when it does not.';
create index task_assignments_task_id on task_assignments (task_id, created_at);
create index task_assignments_body_id on task_assignments (body_id);
create index task_assignments_created_by on task_assignments (created_by);

alter table tasks
  add column parent_id     uuid references tasks (id),
  add column assignment_id uuid references task_assignments (id),
  drop constraint tasks_state_check,
  add constraint tasks_state_check check (state in ('proposed', 'dropped', 'replaced', 'issued', 'withdrawn')),
  drop constraint tasks_origin_check,
  add constraint tasks_origin_check check (origin in ('read', 'added', 'split', 'joined', 'assigned')),
  add constraint tasks_assigned_check check ((origin = 'assigned') = (parent_id is not null) and (parent_id is null) = (assignment_id is null));
create index tasks_parent_id on tasks (parent_id);
create index tasks_assignment_id on tasks (assignment_id);

-- Where each body stands on each task; task_bodies stays the record of what was issued to whom. Ids and dates only.
create table task_parts (
  task_id         uuid        not null references tasks (id),
  body_id         uuid        not null references bodies (id),
  part            text        not null check (part in ('lead', 'coordinate', 'report-to', 'direct')),
  directive_id    uuid        not null references directives (id),
  issuer_id       uuid        not null references bodies (id),
  parent_id       uuid        references tasks (id),
  state           text        not null default 'open' check (state in ('open', 'reported', 'returned', 'accepted', 'withdrawn', 'superseded')),
  original_due_on date,
  due_on          date,
  done_on         date,
  percent         smallint    check (percent between 0 and 100),
  reported_at     timestamptz,
  issued_at       timestamptz not null,
  version         integer     not null default 1,
  primary key (task_id, body_id, part),
  check (state <> 'accepted' or done_on is not null)
);
comment on column task_parts.due_on is 'The last day in force, with extensions granted; once a day of completion is named, the one in force on that day.';
comment on column task_parts.done_on is 'The day of completion: named by the body while its report waits, confirmed when the state is accepted.';
create index task_parts_inbox on task_parts (body_id, due_on nulls last, task_id);
create index task_parts_newest on task_parts (body_id, issued_at desc, task_id);
create index task_parts_issuer on task_parts (issuer_id, due_on nulls last, task_id) where part = 'lead';
create index task_parts_issuer_id on task_parts (issuer_id);
create index task_parts_directive_id on task_parts (directive_id);
create index task_parts_parent_id on task_parts (parent_id);
create index task_parts_reported on task_parts (issuer_id, reported_at) where state = 'reported';

create table task_reports (
  id          uuid             primary key, -- made on the device
  task_id     uuid             not null references tasks (id),
  body_id     uuid             not null references bodies (id),
  part        text             not null check (part in ('lead', 'coordinate')),
  unit_path   ltree            not null,
  audience    ltree[]          not null default '{}',
  text        text             not null check (length(text) between 1 and 5000),
  percent     smallint         check (percent between 0 and 100),
  figure      double precision,
  figure_unit text,
  done_on     date,
  state       text             not null check (state in ('submitted', 'accepted', 'returned', 'replaced', 'confirmed')),
  version     integer          not null default 1,
  created_by  text             not null references accounts (id),
  created_at  timestamptz      not null default clock_timestamp(),
  decided_by  text             references accounts (id),
  decided_at  timestamptz,
  reason      text,
  check ((part = 'coordinate') = (state = 'confirmed') or state = 'replaced'),
  check ((state in ('accepted', 'returned')) <= (decided_at is not null))
);
create index task_reports_task_id on task_reports (task_id, created_at desc);
create index task_reports_body_id on task_reports (body_id);
create index task_reports_created_by on task_reports (created_by);
create index task_reports_decided_by on task_reports (decided_by);
-- A body has one report of a task that waits.
create unique index task_reports_one_waiting on task_reports (task_id, body_id) where state = 'submitted';

create table task_evidence (
  file_id     uuid        primary key references files (id),
  task_id     uuid        not null references tasks (id),
  report_id   uuid        references task_reports (id),
  unit_path   ltree       not null,
  audience    ltree[]     not null default '{}',
  uploaded_by text        not null references accounts (id),
  uploaded_at timestamptz not null default clock_timestamp()
);
create index task_evidence_task_id on task_evidence (task_id);
create index task_evidence_report_id on task_evidence (report_id);
create index task_evidence_uploaded_by on task_evidence (uploaded_by);

create table task_extensions (
  id              uuid        primary key, -- made on the device
  task_id         uuid        not null references tasks (id),
  body_id         uuid        not null references bodies (id),
  unit_path       ltree       not null,
  audience        ltree[]     not null default '{}',
  due_before      date,
  due_asked       date        not null,
  due_granted     date,
  reason          text        not null check (length(reason) between 3 and 1000),
  state           text        not null default 'asked' check (state in ('asked', 'granted', 'refused', 'taken-back')),
  version         integer     not null default 1,
  asked_by        text        not null references accounts (id),
  asked_at        timestamptz not null default clock_timestamp(),
  decided_by      text        references accounts (id),
  decided_at      timestamptz,
  decided_on      date,
  decision_reason text,
  check (due_asked > due_before),
  check ((state = 'granted') = (due_granted is not null)),
  check ((state = 'asked') = (decided_at is null))
);
comment on column task_extensions.decided_on is 'The day in Việt Nam from which a granted extension is in force.';
create index task_extensions_task_id on task_extensions (task_id, asked_at desc);
create index task_extensions_body_id on task_extensions (body_id);
create index task_extensions_asked_by on task_extensions (asked_by);
create index task_extensions_decided_by on task_extensions (decided_by);
create unique index task_extensions_one_open on task_extensions (task_id, body_id) where state = 'asked';

-- What was done on a task, in order: decisions, withdrawals, bindings. Append-only by grant.
create table task_acts (
  id         uuid        primary key,
  task_id    uuid        not null references tasks (id),
  body_id    uuid        references bodies (id),
  unit_path  ltree       not null,
  audience   ltree[]     not null default '{}',
  kind       text        not null check (kind ~ '^[a-z-]{3,30}$'),
  text       text        not null default '',
  details    jsonb       not null default '{}',
  account_id text        not null references accounts (id),
  at         timestamptz not null default clock_timestamp()
);
comment on column task_acts.body_id is 'The body it concerns: whose report it was, from whom it was taken back.';
create index task_acts_task_id on task_acts (task_id, at desc);
create index task_acts_body_id on task_acts (body_id);
create index task_acts_account_id on task_acts (account_id);

create table target_bindings (
  id             uuid             primary key, -- made on the device
  task_id        uuid             not null references tasks (id),
  target_index   smallint         not null check (target_index between 0 and 49),
  indicator_key  text             not null check (indicator_key ~ '^[a-z0-9-]{1,100}$'),
  at_least       double precision,
  unit_id        text             not null references units (id),
  goal           double precision not null check (goal >= 0),
  goal_kind      text             not null check (goal_kind in ('share', 'count')),
  by_day         date,
  version        integer          not null default 1,
  bound_by       text             not null references accounts (id),
  bound_at       timestamptz      not null default clock_timestamp(),
  ended_at       timestamptz,
  check (goal_kind = 'count' or goal <= 1)
);
comment on table target_bindings is 'The indicator that measures a target of a task. Rebinding ends the row before and writes a new one.';
create unique index target_bindings_one on target_bindings (task_id, target_index) where ended_at is null;
create index target_bindings_task_id on target_bindings (task_id);
create index target_bindings_unit_id on target_bindings (unit_id);
create index target_bindings_bound_by on target_bindings (bound_by);

-- Đôn đốc. One task is recalled to one body at most once a day, by whomever.
create table task_reminders (
  id         uuid        primary key default gen_random_uuid(),
  task_id    uuid        not null references tasks (id),
  to_body_id uuid        not null references bodies (id),
  on_day     date        not null,
  kind       text        not null check (kind in ('by-hand', 'before', 'after', 'escalation')),
  days       integer     not null,
  text       text        not null default '' check (length(text) <= 500),
  sent_by    text        references accounts (id),
  sent_at    timestamptz not null default clock_timestamp(),
  check ((kind = 'by-hand') = (sent_by is not null))
);
comment on column task_reminders.days is 'Days until the last day; negative once it is past.';
create unique index task_reminders_once on task_reminders (task_id, to_body_id, on_day);
create index task_reminders_to on task_reminders (to_body_id, on_day desc);
create index task_reminders_sent_by on task_reminders (sent_by);

-- A later document in the place of an earlier one, or of single tasks of it.
create table directive_supersessions (
  id               uuid        primary key, -- made on the device
  old_directive_id uuid        not null references directives (id),
  new_directive_id uuid        not null references directives (id),
  task_id          uuid        references tasks (id),
  reason           text        not null check (length(reason) between 3 and 1000),
  created_by       text        not null references accounts (id),
  created_at       timestamptz not null default clock_timestamp(),
  ended_at         timestamptz,
  check (old_directive_id <> new_directive_id)
);
comment on column directive_supersessions.task_id is 'The one task that is superseded; null when the whole document is.';
create index directive_supersessions_old on directive_supersessions (old_directive_id);
create index directive_supersessions_new on directive_supersessions (new_directive_id);
create index directive_supersessions_task on directive_supersessions (task_id);
create index directive_supersessions_created_by on directive_supersessions (created_by);

-- Addresses of calendars. Whoever knows one reads the deadlines of the account, so only its hash is kept.
create table calendar_tokens (
  id           uuid        primary key, -- made on the device
  account_id   text        not null references accounts (id),
  label        text        not null check (length(label) between 1 and 100),
  token_hash   text        not null unique,
  created_at   timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index calendar_tokens_account_id on calendar_tokens (account_id);

grant select, insert, update on task_parts, task_reports, task_evidence, task_extensions, target_bindings, directive_supersessions,
  calendar_tokens to phaodai_app;
grant select, insert on task_assignments, task_acts, task_reminders to phaodai_app;

-- `using` alone also holds for what is written: a party of the task whose unit stands in the audience may decide.
alter table task_assignments enable row level security;
alter table task_assignments force row level security;
create policy task_assignments_scope on task_assignments
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table task_reports enable row level security;
alter table task_reports force row level security;
create policy task_reports_scope on task_reports
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table task_evidence enable row level security;
alter table task_evidence force row level security;
create policy task_evidence_scope on task_evidence
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table task_extensions enable row level security;
alter table task_extensions force row level security;
create policy task_extensions_scope on task_extensions
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table task_acts enable row level security;
alter table task_acts force row level security;
create policy task_acts_scope on task_acts
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));

-- Words of documents, for search. Matching a tsvector is not leakproof, so under a policy its index would not be used:
-- the table has none, is granted to nobody, and is read through one function that applies the scope itself.
create table directive_words (
  directive_id uuid        primary key references directives (id),
  body_id      uuid        not null references bodies (id),
  place        ltree       not null,
  audience     ltree[]     not null,
  issued       boolean     not null,
  shown        boolean     not null,
  kind         text,
  at           timestamptz not null,
  title_words  tsvector    not null,
  words        tsvector    not null
);
create index directive_words_words on directive_words using gin (words);
create index directive_words_body_id on directive_words (body_id);

-- Every syllable twice: without its marks and, where it has some, with them. Marks are lowered by ICU, whatever the
-- database's own locale is.
create function words_of(words text) returns tsvector language sql immutable parallel safe strict as $$
  select to_tsvector('pg_catalog.simple', regexp_replace(public.folded(words), '[^a-z0-9]+', ' ', 'g'))
      || to_tsvector('pg_catalog.simple', regexp_replace(lower(normalize(words, NFC) collate "vi-x-icu"), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Under the caller's scope: row-level security is forced on directives, so what the caller may not see is not read.
create function index_directive(directive uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  d public.directives;
  title text;
  vector tsvector;
begin
  select * into d from public.directives where id = directive;
  if not found then return; end if;
  title := concat_ws(' ', d.document ->> 'number', d.document ->> 'title', d.document ->> 'issuer');
  begin
    vector := public.words_of(title || ' ' || d.text);
  exception when program_limit_exceeded then
    -- A tsvector holds one megabyte. No letter of a province fills it; a table of a million numbers can.
    vector := public.words_of(title || ' ' || left(d.text, 100000));
  end;
  insert into public.directive_words as w (directive_id, body_id, place, audience, issued, shown, kind, at, title_words, words)
  values (d.id, d.body_id, d.unit_path, d.audience, d.state = 'issued', d.state <> 'discarded', d.document ->> 'kind',
          coalesce(d.issued_at, d.created_at), public.words_of(title), vector)
  on conflict (directive_id) do update set audience = excluded.audience, issued = excluded.issued, shown = excluded.shown,
    kind = excluded.kind, at = excluded.at, title_words = excluded.title_words, words = excluded.words;
end $$;
revoke all on function index_directive(uuid) from public;
grant execute on function index_directive(uuid) to phaodai_app;

-- The scope of the transaction, and within it what the office may see: its own body's documents, issued ones that were
-- sent to it, and (when it oversees) those that concern its units. Ranked in two steps, since a common word stands in
-- every document and ranking reads the whole vector: first title and day for all, then nearness of the words for 200.
create function search_directives(query tsquery, of_body uuid, oversees boolean, of_kind text, at_offset integer, at_most integer)
  returns table (directive_id uuid, total bigint) language sql stable security definer set search_path = pg_catalog, public as $$
  with scope as materialized (
    select string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::public.ltree[] as paths),
  found as materialized (
    select w.directive_id, w.at, w.title_words @@ query as in_title
    from public.directive_words w, scope
    where w.words @@ query and w.shown and (of_kind is null or w.kind = of_kind)
      and (w.place operator(public.<@) any (scope.paths) or w.audience operator(public.<@) any (scope.paths))
      and (w.body_id = of_body or (w.issued and (oversees
        or w.directive_id in (select r.directive_id from public.directive_recipients r where r.body_id = of_body))))),
  best as materialized (select * from found order by in_title desc, at desc, directive_id limit 200)
  select b.directive_id, (select count(*) from found)
  from best b join public.directive_words w on w.directive_id = b.directive_id
  order by b.in_title desc, ts_rank_cd(w.words, query, 4) desc, b.at desc, b.directive_id
  limit at_most offset at_offset
$$;
revoke all on function search_directives(tsquery, uuid, boolean, text, integer, integer) from public;
grant execute on function search_directives(tsquery, uuid, boolean, text, integer, integer) to phaodai_app;

-- Documents that were there before: policies are forced on the owner too, so the migration names the roots of all lists.
select set_config('app.scopes', coalesce((select string_agg(path::text, ',') from units where level = 'nation'), ''), true);
insert into task_parts (task_id, body_id, part, directive_id, issuer_id, original_due_on, due_on, issued_at)
select tb.task_id, tb.body_id, tb.part, tb.directive_id, d.body_id, tb.due_on, tb.due_on, tb.issued_at
from task_bodies tb join directives d on d.id = tb.directive_id;
select index_directive(id) from directives;
select set_config('app.scopes', '', true);
