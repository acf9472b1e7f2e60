-- extensions
extension btree_gist
extension ltree
extension pg_trgm
extension unaccent

-- functions
CREATE OR REPLACE FUNCTION public.audit_horizon()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  lock table public.audit_entries in share mode;
  return (select coalesce(max(id), 0) from public.audit_entries);
end $function$
;
CREATE OR REPLACE FUNCTION public.audit_sign_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  was jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  new_row jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  changed jsonb := (select coalesce(jsonb_agg(key order by key), '[]') from jsonb_each(new_row) n
                    where tg_op = 'UPDATE' and n.value is distinct from was -> n.key and n.key <> 'updated_at');
begin
  if tg_op = 'UPDATE' and changed = '[]' then return null; end if;
  insert into public.audit_entries (account_id, action, subject_id, details)
  values (coalesce(new_row ->> 'user_id', was ->> 'user_id', new_row ->> 'id', was ->> 'id'),
          tg_table_name || '.' || lower(tg_op),
          coalesce(new_row ->> 'id', was ->> 'id'),
          jsonb_build_object('changed', changed, 'ip', coalesce(new_row ->> 'ip_address', was ->> 'ip_address')));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.file_chunk(file uuid, at_position integer)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select c.bytes from public.files f join public.file_chunks c on c.file_id = f.id where f.id = file and c.position = at_position
$function$
;
CREATE OR REPLACE FUNCTION public.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select lower(translate(public.unaccent('public.unaccent', words), 'Đđ', 'Dd'))
$function$
;
CREATE OR REPLACE FUNCTION public.index_directive(directive uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.iso_date(words text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select make_date(substr(words, 1, 4)::integer, substr(words, 6, 2)::integer, substr(words, 9, 2)::integer)
$function$
;
CREATE OR REPLACE FUNCTION public.keep_accepted_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into accepted_counts as c
    select p.body_id, p.issuer_id, p.parent_id is not null, p.co_led, coalesce(p.done_on > p.due_on, false), count(*)
    from new_parts p where p.part = 'lead' and p.state = 'accepted'
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (body_id, issuer_id, nested, co_led, late) do update set parts = c.parts + excluded.parts;
  else
    insert into accepted_counts as c
    select p.body_id, p.issuer_id, p.parent_id is not null, p.co_led, coalesce(p.done_on > p.due_on, false), sum(p.by)
    from (select n.*, 1 as by from new_parts n union all select o.*, -1 from old_parts o) p
    where p.part = 'lead' and p.state = 'accepted'
    group by 1, 2, 3, 4, 5 having sum(p.by) <> 0 order by 1, 2, 3, 4, 5
    on conflict (body_id, issuer_id, nested, co_led, late) do update set parts = c.parts + excluded.parts;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_task_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into task_words (task_id, place, audience, words) values (new.id, new.unit_path, new.audience, new.search)
  on conflict (task_id) do update set place = excluded.place, audience = excluded.audience, words = excluded.words;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.mark_changed_units()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if (select count(*) from (select from changed_units where level = 'commune' limit 201) as communes) > 200 then
    insert into public.indicator_marks (key, from_day) select distinct key, date '0001-01-01' from public.indicator_instances;
  else
    insert into public.indicator_marks (key, unit_id, path, from_day)
    select i.key, u.id, u.path, u.valid_from from changed_units u, (select distinct key from public.indicator_instances) as i
    where u.level = 'commune';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.search_directives(query tsquery, of_body uuid, oversees boolean, of_kind text, at_offset integer, at_most integer)
 RETURNS TABLE(directive_id uuid, total bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with scope as materialized (
    select string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::public.ltree[] as paths),
  found as materialized (
    select w.directive_id, w.at, w.title_words @@ query as in_title
    from public.directive_words w, scope
    where w.words @@ query and w.shown and (of_kind is null or w.kind = of_kind)
      and (w.place operator(public.<@) any (scope.paths) or w.audience operator(public.<@) any (scope.paths))
      and (w.body_id = of_body or (w.issued and (oversees
        or w.directive_id in (select r.directive_id from public.directive_recipients r where r.body_id = of_body))))),
  best as materialized (
    select f.*, row_number() over (order by f.in_title desc, f.at desc, f.directive_id) as place
    from (select * from found order by in_title desc, at desc, directive_id limit 200) as f),
  near as materialized (
    select b.directive_id, ts_rank_cd(w.words, query, 4) as rank
    from best b join public.directive_words w on w.directive_id = b.directive_id where b.place <= 60)
  select b.directive_id, (select count(*) from found)
  from best b left join near n on n.directive_id = b.directive_id
  order by b.place > 60, b.in_title desc, n.rank desc nulls last, b.place
  limit at_most offset at_offset
$function$
;
CREATE OR REPLACE FUNCTION public.tasks_saying(pattern text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with scope as materialized (
    select string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::public.ltree[] as paths)
  select w.task_id from public.task_words w, scope
  where w.words like pattern
    and (w.place operator(public.<@) any (scope.paths) or w.audience operator(public.<@) any (scope.paths))
$function$
;
CREATE OR REPLACE FUNCTION public.tell_access_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform pg_notify('phaodai_live', 'access @' || (case tg_table_name
    when 'accounts' then to_jsonb(new) ->> 'id'
    when 'offices' then to_jsonb(new) ->> 'account_id'
    else to_jsonb(old) ->> 'user_id' end));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.words_of(words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select to_tsvector('pg_catalog.simple', regexp_replace(public.folded(words), '[^a-z0-9]+', ' ', 'g'))
      || to_tsvector('pg_catalog.simple', regexp_replace(lower(normalize(words, NFC) collate "vi-x-icu"), '[^[:alnum:]]+', ' ', 'g'))
$function$
;

-- tables and columns
table accepted_counts
  body_id uuid not null
  issuer_id uuid not null
  nested boolean not null
  co_led boolean not null
  late boolean not null
  parts integer not null

table accounts
  id text not null
  username text not null
  person_name text not null
  state text not null default 'active'::text
  must_change_password boolean not null default false
  demo boolean not null default false
  version integer not null default 1
  created_at timestamp with time zone not null default clock_timestamp()

table audit_entries
  id bigint not null identity
  at timestamp with time zone not null default clock_timestamp()
  account_id text
  office_id uuid
  body_id uuid
  action text not null
  subject_id text
  request_id uuid
  purpose text
  details jsonb not null default '{}'::jsonb

table audit_seals
  id bigint not null identity
  after_id bigint not null
  last_id bigint not null
  entries integer not null
  root text not null
  previous_root text not null
  sealed_at timestamp with time zone not null default clock_timestamp()

table auth_credentials
  id text not null
  account_id text not null
  provider_id text not null
  user_id text not null
  access_token text
  refresh_token text
  id_token text
  access_token_expires_at timestamp with time zone
  refresh_token_expires_at timestamp with time zone
  scope text
  password text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()

table auth_sessions
  id text not null
  token text not null
  user_id text not null
  expires_at timestamp with time zone not null
  ip_address text
  user_agent text
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()

table auth_two_factors
  id text not null
  secret text not null
  backup_codes text not null
  user_id text not null
  verified boolean default true
  failed_verification_count integer default 0
  locked_until timestamp with time zone

table auth_users
  id text not null
  name text not null
  email text not null
  email_verified boolean not null default false
  image text
  username text
  display_username text
  two_factor_enabled boolean default false
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()

table auth_verifications
  id text not null
  identifier text not null
  value text not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()

table bodies
  id uuid not null default gen_random_uuid()
  code text not null
  name text not null
  short_name text not null
  kind text not null
  sector text not null
  unit_id text not null
  unit_path ltree not null
  parent_body_id uuid
  valid_from date not null
  valid_to date
  search_text text not null
  version integer not null default 1

table body_aliases
  body_id uuid not null
  alias text not null
  folded text not null

table body_successors
  from_id uuid not null
  to_id uuid not null
  since date not null
  instrument text not null
  note text
  verified boolean not null default false

table calendar_tokens
  id uuid not null
  account_id text not null
  label text not null
  token_hash text not null
  created_at timestamp with time zone not null default clock_timestamp()
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone

table committee_changes
  id uuid not null
  body_id uuid not null
  unit_path ltree not null
  member_id uuid
  account_id text not null
  at timestamp with time zone not null default clock_timestamp()
  kind text not null
  day date not null
  details jsonb not null default '{}'::jsonb

table committee_members
  id uuid not null
  body_id uuid not null
  unit_path ltree not null
  person_name text not null
  office text not null
  post text not null default ''::text
  phone text
  account_id text
  from_day date not null
  to_day date
  number text not null
  number_day date not null
  end_number text
  end_reason text
  replaces_id uuid
  version integer not null default 1
  search text generated as (folded(((person_name || ' '::text) || post)))

table committee_works
  id uuid not null
  member_id uuid not null
  body_id uuid not null
  unit_path ltree not null
  area text not null
  unit_ids text[] not null default '{}'::text[]
  from_day date not null
  to_day date
  version integer not null default 1

table device_keys
  account_id text not null
  key text not null
  made_at timestamp with time zone not null default clock_timestamp()

table directive_edits
  id uuid not null
  directive_id uuid not null
  unit_path ltree not null
  account_id text not null
  at timestamp with time zone not null default clock_timestamp()
  kind text not null
  before jsonb not null
  after jsonb not null
  undone boolean not null default false

table directive_pages
  directive_id uuid not null
  unit_path ltree not null
  number integer not null
  text text not null
  method text not null
  confidence real

table directive_recipients
  directive_id uuid not null
  body_id uuid not null
  via text not null

table directive_supersessions
  id uuid not null
  old_directive_id uuid not null
  new_directive_id uuid not null
  task_id uuid
  reason text not null
  created_by text not null
  created_at timestamp with time zone not null default clock_timestamp()
  ended_at timestamp with time zone

table directive_words
  directive_id uuid not null
  body_id uuid not null
  place ltree not null
  audience ltree[] not null
  issued boolean not null
  shown boolean not null
  kind text
  at timestamp with time zone not null
  title_words tsvector not null
  words tsvector not null

table directives
  id uuid not null
  body_id uuid not null
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  state text not null
  file_id uuid not null
  source_kind text
  text text not null default ''::text
  document jsonb not null
  sections jsonb not null default '[]'::jsonb
  evidence jsonb not null default '{}'::jsonb
  reading jsonb not null
  version integer not null default 1
  revision integer not null default 1
  created_by text not null
  created_at timestamp with time zone not null default clock_timestamp()
  issued_by text
  issued_at timestamp with time zone
  search text generated as (folded(((((COALESCE((document ->> 'number'::text), ''::text) || ' '::text) || COALESCE((document ->> 'title'::text), ''::text)) || ' '::text) || COALESCE((document ->> 'issuer'::text), ''::text))))

table duty_calendars
  id uuid not null
  account_id text not null
  token_hash text not null
  made_at timestamp with time zone not null default clock_timestamp()
  revoked_at timestamp with time zone

table duty_handovers
  id uuid not null
  body_id uuid not null
  unit_path ltree not null
  shift_id uuid
  written_by text not null
  open_items text not null
  watch text not null default ''::text
  open_count integer not null
  written_at timestamp with time zone not null default clock_timestamp()
  confirmed_by text
  confirmed_at timestamp with time zone

table duty_hours
  shift_id uuid not null
  body_id uuid not null
  account_id text not null
  during tstzrange not null

table duty_shifts
  id uuid not null
  body_id uuid not null
  unit_path ltree not null
  account_id text not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  state text not null default 'planned'::text
  note text not null default ''::text
  version integer not null default 1

table duty_swaps
  id uuid not null
  body_id uuid not null
  unit_path ltree not null
  shift_id uuid not null
  return_id uuid
  asked_by text not null
  asked_of text not null
  reason text not null
  state text not null default 'asked'::text
  answer text not null default ''::text
  asked_at timestamp with time zone not null default clock_timestamp()
  answered_at timestamp with time zone

table file_chunks
  file_id uuid not null
  position integer not null
  bytes bytea not null

table files
  id uuid not null
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  name text not null
  media_type text not null
  size bigint not null
  sha256 text not null
  uploaded_by text not null
  uploaded_at timestamp with time zone not null default clock_timestamp()

table health_record_versions
  record_id uuid not null
  version integer not null
  unit_path ltree not null
  act text not null
  note text
  content jsonb not null
  from_day date not null
  to_day date
  end_reason text
  withdrawn boolean not null
  account_id text not null
  at timestamp with time zone not null default clock_timestamp()

table health_records
  id uuid not null
  kind text not null
  unit_id text not null
  unit_path ltree not null
  body_id uuid not null
  content jsonb not null
  from_day date not null
  to_day date
  end_reason text
  withdrawn boolean not null default false
  version integer not null default 1
  changed_by text not null
  changed_at timestamp with time zone not null default clock_timestamp()
  name text not null generated as ((content ->> 'name'::text))
  phone text generated as ((content ->> 'phone'::text))
  doctors integer generated as (((content ->> 'doctors'::text))::integer)
  beds integer generated as (((content ->> 'beds'::text))::integer)
  households integer generated as (((content ->> 'households'::text))::integer)
  readiness text generated as ((content ->> 'readiness'::text))
  park_id uuid generated as (((content ->> 'park'::text))::uuid)
  file_id uuid generated as (((content ->> 'file'::text))::uuid)
  search text generated as (folded(((((((((((COALESCE((content ->> 'name'::text), ''::text) || ' '::text) || COALESCE((content ->> 'leader'::text), ''::text)) || ' '::text) || COALESCE((content ->> 'enterprise'::text), ''::text)) || ' '::text) || COALESCE((content ->> 'address'::text), ''::text)) || ' '::text) || COALESCE((content ->> 'number'::text), ''::text)) || ' '::text) || COALESCE((content ->> 'parties'::text), ''::text))))

table incident_files
  incident_id uuid not null
  file_id uuid not null
  added_by text not null
  added_at timestamp with time zone not null default clock_timestamp()

table incident_log
  id bigint not null identity
  incident_id uuid not null
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  desk_body_id uuid not null
  body_id uuid not null
  account_id text not null
  at timestamp with time zone not null default clock_timestamp()
  event text not null
  text text not null default ''::text
  details jsonb not null default '{}'::jsonb

table incidents
  id uuid not null
  number bigint not null identity
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  parties uuid[] not null
  state text not null
  kind text not null
  urgency text not null
  channel text not null
  details text not null
  place_unit_id text
  place_text text not null default ''::text
  caller_name text
  caller_phone text
  reporter_body_id uuid not null
  reported_by text not null
  desk_body_id uuid not null
  above_body_id uuid
  assigned_body_id uuid
  team text not null default ''::text
  result text
  merged_into uuid
  happened_at timestamp with time zone
  arrived_at timestamp with time zone not null
  assign_by timestamp with time zone not null
  resolve_by timestamp with time zone not null
  take_over_by timestamp with time zone
  limit_at timestamp with time zone
  resolved_at timestamp with time zone
  version integer not null default 1
  search text generated as (folded(((((details || ' '::text) || place_text) || ' '::text) || team)))
  team_id uuid

table indicator_instances
  id integer not null identity
  key text not null
  at_least numeric not null default 0
  is_default boolean not null default false
  created_at timestamp with time zone not null default clock_timestamp()
  computed_at timestamp with time zone
  failure text
  failed_at timestamp with time zone
  failures integer not null default 0
  retry_at timestamp with time zone

table indicator_marks
  id bigint not null identity
  key text not null
  unit_id text
  path ltree
  from_day date not null
  marked_at timestamp with time zone not null default clock_timestamp()

table indicator_steps
  instance_id integer not null
  unit_id text not null
  own boolean not null default false
  day date not null
  numerator numeric not null
  denominator numeric not null

table indicator_thresholds
  id uuid not null
  key text not null
  at_least numeric not null
  unit_id text not null
  unit_path ltree not null
  body_id uuid not null
  rule text not null
  goal numeric not null
  by_day date
  start_day date
  start_at numeric
  note text not null default ''::text
  state text not null default 'watching'::text
  short boolean not null default false
  checked_on date
  version integer not null default 1
  created_by text not null
  created_at timestamp with time zone not null default clock_timestamp()

table indicator_warnings
  id bigint not null identity
  threshold_id uuid not null
  unit_path ltree not null
  short boolean not null
  on_day date not null
  value numeric
  wanted numeric not null
  at timestamp with time zone not null default clock_timestamp()

table installation
  one boolean not null default true
  name text not null
  province_id text
  demo boolean not null
  exercise_from date
  created_at timestamp with time zone not null default clock_timestamp()

table migrations
  name text not null
  ran_at timestamp with time zone not null default now()

table notice_mails
  account_id text not null
  kind text not null
  day date not null
  at timestamp with time zone not null default clock_timestamp()

table notice_preferences
  account_id text not null
  kind text not null
  mail text not null

table notice_settings
  account_id text not null
  address text
  code text
  code_sent_at timestamp with time zone
  code_tries integer not null default 0
  confirmed_at timestamp with time zone
  quiet_from time without time zone
  quiet_to time without time zone
  version integer not null default 1

table notices
  id uuid not null default gen_random_uuid()
  account_id text not null
  body_id uuid not null
  kind text not null
  subject_kind text not null
  subject_id text not null
  day date not null
  facts jsonb not null default '{}'::jsonb
  state text not null default 'waiting'::text
  mail text not null default 'none'::text
  made_at timestamp with time zone not null default clock_timestamp()
  read_at timestamp with time zone

table offices
  id uuid not null
  account_id text not null
  body_id uuid not null
  role text not null
  title text not null
  scopes ltree[] not null
  valid_from date not null
  valid_to date
  version integer not null default 1

table requests
  id uuid not null
  account_id text not null
  fingerprint text not null
  answer jsonb
  at timestamp with time zone not null default clock_timestamp()
  route text

table sign_in_codes
  account_id text not null
  code text not null
  at timestamp with time zone not null default clock_timestamp()

table sign_in_failures
  id bigint not null identity
  key text not null
  at timestamp with time zone not null default clock_timestamp()

table target_bindings
  id uuid not null
  task_id uuid not null
  target_index smallint not null
  indicator_key text not null
  at_least double precision
  unit_id text not null
  goal double precision not null
  goal_kind text not null
  by_day date
  version integer not null default 1
  bound_by text not null
  bound_at timestamp with time zone not null default clock_timestamp()
  ended_at timestamp with time zone

table task_acts
  id uuid not null
  task_id uuid not null
  body_id uuid
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  kind text not null
  text text not null default ''::text
  details jsonb not null default '{}'::jsonb
  account_id text not null
  at timestamp with time zone not null default clock_timestamp()

table task_assignments
  id uuid not null
  task_id uuid not null
  body_id uuid not null
  unit_path ltree not null
  quote text not null
  due_on date
  late_reason text
  receivers jsonb not null
  total integer not null
  created_by text not null
  created_at timestamp with time zone not null default clock_timestamp()

table task_bodies
  task_id uuid not null
  body_id uuid not null
  part text not null
  directive_id uuid not null
  due_on date
  issued_at timestamp with time zone not null

table task_evidence
  file_id uuid not null
  task_id uuid not null
  report_id uuid
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  uploaded_by text not null
  uploaded_at timestamp with time zone not null default clock_timestamp()

table task_extensions
  id uuid not null
  task_id uuid not null
  body_id uuid not null
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  due_before date
  due_asked date not null
  due_granted date
  reason text not null
  state text not null default 'asked'::text
  version integer not null default 1
  asked_by text not null
  asked_at timestamp with time zone not null default clock_timestamp()
  decided_by text
  decided_at timestamp with time zone
  decided_on date
  decision_reason text

table task_parts
  task_id uuid not null
  body_id uuid not null
  part text not null
  directive_id uuid not null
  issuer_id uuid not null
  parent_id uuid
  state text not null default 'open'::text
  original_due_on date
  due_on date
  done_on date
  percent smallint
  reported_at timestamp with time zone
  issued_at timestamp with time zone not null
  version integer not null default 1
  co_led boolean not null default false

table task_reminders
  id uuid not null default gen_random_uuid()
  task_id uuid not null
  to_body_id uuid not null
  on_day date not null
  kind text not null
  days integer not null
  text text not null default ''::text
  sent_by text
  sent_at timestamp with time zone not null default clock_timestamp()

table task_reports
  id uuid not null
  task_id uuid not null
  body_id uuid not null
  part text not null
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  text text not null
  percent smallint
  figure double precision
  figure_unit text
  done_on date
  state text not null
  version integer not null default 1
  created_by text not null
  created_at timestamp with time zone not null default clock_timestamp()
  decided_by text
  decided_at timestamp with time zone
  reason text

table task_words
  task_id uuid not null
  place ltree not null
  audience ltree[] not null
  words text not null

table tasks
  id uuid not null
  directive_id uuid not null
  unit_path ltree not null
  audience ltree[] not null default '{}'::ltree[]
  position double precision not null
  state text not null
  origin text not null
  quote text not null
  span_start integer not null
  span_end integer not null
  content jsonb not null
  lead_inherited boolean not null default false
  evidence jsonb not null default '{}'::jsonb
  reviewed boolean not null default false
  due_on date generated as (iso_date(((content -> 'deadline'::text) ->> 'date'::text)))
  search text generated as (folded(quote))
  version integer not null default 1
  parent_id uuid
  assignment_id uuid

table unit_boundaries
  unit_id text not null
  source text not null
  geometry jsonb not null
  min_lon double precision not null
  min_lat double precision not null
  max_lon double precision not null
  max_lat double precision not null
  imported_at timestamp with time zone not null default clock_timestamp()

table unit_successors
  from_id text not null
  to_id text not null
  extent text not null

table units
  id text not null
  code_list text not null
  code text not null
  level text not null
  kind text not null
  name text not null
  search_text text not null
  parent_id text
  path ltree not null
  valid_from date not null
  valid_to date
  population integer
  households integer
  population_source text
  area_km2 double precision
  lat double precision
  lon double precision
  centroid_estimated boolean not null default false

-- constraints
accepted_counts: accepted_counts_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
accepted_counts: accepted_counts_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES bodies(id)
accepted_counts: accepted_counts_pkey PRIMARY KEY (body_id, issuer_id, nested, co_led, late)
accounts: accounts_id_fkey FOREIGN KEY (id) REFERENCES auth_users(id)
accounts: accounts_person_name_check CHECK (((length(person_name) >= 1) AND (length(person_name) <= 200)))
accounts: accounts_pkey PRIMARY KEY (id)
accounts: accounts_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])))
accounts: accounts_username_key UNIQUE (username)
audit_entries: audit_entries_pkey PRIMARY KEY (id)
audit_seals: audit_seals_check CHECK ((last_id > after_id))
audit_seals: audit_seals_entries_check CHECK ((entries >= 0))
audit_seals: audit_seals_pkey PRIMARY KEY (id)
auth_credentials: auth_credentials_pkey PRIMARY KEY (id)
auth_credentials: auth_credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id)
auth_sessions: auth_sessions_pkey PRIMARY KEY (id)
auth_sessions: auth_sessions_token_key UNIQUE (token)
auth_sessions: auth_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id)
auth_two_factors: auth_two_factors_pkey PRIMARY KEY (id)
auth_two_factors: auth_two_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id)
auth_users: auth_users_email_key UNIQUE (email)
auth_users: auth_users_pkey PRIMARY KEY (id)
auth_users: auth_users_username_key UNIQUE (username)
auth_verifications: auth_verifications_pkey PRIMARY KEY (id)
bodies: bodies_check CHECK ((valid_to >= valid_from))
bodies: bodies_check1 CHECK ((parent_body_id <> id))
bodies: bodies_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,79}@[a-z0-9-]{1,40}$'::text))
bodies: bodies_kind_check CHECK ((kind ~ '^[a-z-]{2,40}$'::text))
bodies: bodies_name_check CHECK ((name <> ''::text))
bodies: bodies_parent_body_id_fkey FOREIGN KEY (parent_body_id) REFERENCES bodies(id)
bodies: bodies_pkey PRIMARY KEY (id)
bodies: bodies_sector_check CHECK ((sector ~ '^[a-z-]{2,40}$'::text))
bodies: bodies_short_name_check CHECK ((short_name <> ''::text))
bodies: bodies_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
body_aliases: body_aliases_alias_check CHECK ((alias <> ''::text))
body_aliases: body_aliases_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
body_aliases: body_aliases_folded_check CHECK ((folded <> ''::text))
body_aliases: body_aliases_pkey PRIMARY KEY (body_id, folded)
body_successors: body_successors_check CHECK ((from_id <> to_id))
body_successors: body_successors_from_id_fkey FOREIGN KEY (from_id) REFERENCES bodies(id)
body_successors: body_successors_pkey PRIMARY KEY (from_id, to_id)
body_successors: body_successors_to_id_fkey FOREIGN KEY (to_id) REFERENCES bodies(id)
calendar_tokens: calendar_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
calendar_tokens: calendar_tokens_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)))
calendar_tokens: calendar_tokens_pkey PRIMARY KEY (id)
calendar_tokens: calendar_tokens_token_hash_key UNIQUE (token_hash)
committee_changes: committee_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
committee_changes: committee_changes_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
committee_changes: committee_changes_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'replaced'::text, 'ended'::text, 'corrected'::text, 'work-added'::text, 'work-ended'::text, 'imported'::text, 'subcommittee-added'::text])))
committee_changes: committee_changes_member_id_fkey FOREIGN KEY (member_id) REFERENCES committee_members(id)
committee_changes: committee_changes_pkey PRIMARY KEY (id)
committee_members: committee_members_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
committee_members: committee_members_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
committee_members: committee_members_check CHECK ((to_day >= from_day))
committee_members: committee_members_check1 CHECK (((end_reason IS NULL) OR (to_day IS NOT NULL)))
committee_members: committee_members_check2 CHECK ((replaces_id <> id))
committee_members: committee_members_end_number_check CHECK (((length(end_number) >= 1) AND (length(end_number) <= 100)))
committee_members: committee_members_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 300)))
committee_members: committee_members_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100)))
committee_members: committee_members_office_check CHECK ((office = ANY (ARRAY['head'::text, 'standing-deputy'::text, 'deputy'::text, 'commander'::text, 'deputy-commander'::text, 'standing-member'::text, 'member'::text])))
committee_members: committee_members_one_at_once EXCLUDE USING gist (body_id WITH =, office WITH =, daterange(from_day, to_day, '[]'::text) WITH &&) WHERE ((office = ANY (ARRAY['head'::text, 'standing-deputy'::text, 'commander'::text])))
committee_members: committee_members_person_name_check CHECK (((length(person_name) >= 1) AND (length(person_name) <= 200)))
committee_members: committee_members_person_once EXCLUDE USING gist (body_id WITH =, person_name WITH =, post WITH =, daterange(from_day, to_day, '[]'::text) WITH &&)
committee_members: committee_members_phone_check CHECK (((length(phone) >= 6) AND (length(phone) <= 30)))
committee_members: committee_members_pkey PRIMARY KEY (id)
committee_members: committee_members_post_check CHECK ((length(post) <= 300))
committee_members: committee_members_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES committee_members(id)
committee_works: committee_works_area_check CHECK (((length(area) >= 1) AND (length(area) <= 500)))
committee_works: committee_works_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
committee_works: committee_works_check CHECK ((to_day >= from_day))
committee_works: committee_works_member_id_fkey FOREIGN KEY (member_id) REFERENCES committee_members(id)
committee_works: committee_works_pkey PRIMARY KEY (id)
committee_works: committee_works_unit_ids_check CHECK ((cardinality(unit_ids) <= 200))
device_keys: device_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
device_keys: device_keys_key_check CHECK (((length(key) >= 40) AND (length(key) <= 60)))
device_keys: device_keys_pkey PRIMARY KEY (account_id)
directive_edits: directive_edits_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
directive_edits: directive_edits_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
directive_edits: directive_edits_pkey PRIMARY KEY (id)
directive_pages: directive_pages_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
directive_pages: directive_pages_method_check CHECK ((method = ANY (ARRAY['text'::text, 'ocr'::text])))
directive_pages: directive_pages_pkey PRIMARY KEY (directive_id, number)
directive_recipients: directive_recipients_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
directive_recipients: directive_recipients_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
directive_recipients: directive_recipients_pkey PRIMARY KEY (directive_id, body_id)
directive_recipients: directive_recipients_via_check CHECK ((via = ANY (ARRAY['recipients'::text, 'task'::text])))
directive_supersessions: directive_supersessions_check CHECK ((old_directive_id <> new_directive_id))
directive_supersessions: directive_supersessions_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
directive_supersessions: directive_supersessions_new_directive_id_fkey FOREIGN KEY (new_directive_id) REFERENCES directives(id)
directive_supersessions: directive_supersessions_old_directive_id_fkey FOREIGN KEY (old_directive_id) REFERENCES directives(id)
directive_supersessions: directive_supersessions_pkey PRIMARY KEY (id)
directive_supersessions: directive_supersessions_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 1000)))
directive_supersessions: directive_supersessions_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
directive_words: directive_words_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
directive_words: directive_words_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
directive_words: directive_words_pkey PRIMARY KEY (directive_id)
directives: directives_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
directives: directives_check CHECK (((state = 'issued'::text) = (issued_at IS NOT NULL)))
directives: directives_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
directives: directives_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
directives: directives_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES accounts(id)
directives: directives_pkey PRIMARY KEY (id)
directives: directives_source_kind_check CHECK ((source_kind = ANY (ARRAY['text'::text, 'docx'::text, 'pdf-text'::text, 'pdf-scan'::text, 'image'::text])))
directives: directives_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'unreadable'::text, 'draft'::text, 'discarded'::text, 'issued'::text])))
duty_calendars: duty_calendars_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
duty_calendars: duty_calendars_pkey PRIMARY KEY (id)
duty_calendars: duty_calendars_token_hash_check CHECK ((length(token_hash) = 64))
duty_calendars: duty_calendars_token_hash_key UNIQUE (token_hash)
duty_handovers: duty_handovers_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
duty_handovers: duty_handovers_check CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
duty_handovers: duty_handovers_check1 CHECK ((confirmed_by <> written_by))
duty_handovers: duty_handovers_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES accounts(id)
duty_handovers: duty_handovers_open_count_check CHECK ((open_count >= 0))
duty_handovers: duty_handovers_open_items_check CHECK (((length(open_items) >= 1) AND (length(open_items) <= 10000)))
duty_handovers: duty_handovers_pkey PRIMARY KEY (id)
duty_handovers: duty_handovers_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES duty_shifts(id)
duty_handovers: duty_handovers_watch_check CHECK ((length(watch) <= 10000))
duty_handovers: duty_handovers_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts(id)
duty_hours: duty_hours_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
duty_hours: duty_hours_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
duty_hours: duty_hours_during_check CHECK ((NOT isempty(during)))
duty_hours: duty_hours_pkey PRIMARY KEY (shift_id)
duty_hours: duty_hours_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES duty_shifts(id)
duty_shifts: duty_shifts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
duty_shifts: duty_shifts_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
duty_shifts: duty_shifts_check CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '36:00:00'::interval))))
duty_shifts: duty_shifts_note_check CHECK ((length(note) <= 500))
duty_shifts: duty_shifts_pkey PRIMARY KEY (id)
duty_shifts: duty_shifts_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text])))
duty_swaps: duty_swaps_answer_check CHECK ((length(answer) <= 500))
duty_swaps: duty_swaps_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id)
duty_swaps: duty_swaps_asked_of_fkey FOREIGN KEY (asked_of) REFERENCES accounts(id)
duty_swaps: duty_swaps_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
duty_swaps: duty_swaps_check CHECK ((asked_by <> asked_of))
duty_swaps: duty_swaps_check1 CHECK (((state = 'asked'::text) = (answered_at IS NULL)))
duty_swaps: duty_swaps_pkey PRIMARY KEY (id)
duty_swaps: duty_swaps_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
duty_swaps: duty_swaps_return_id_fkey FOREIGN KEY (return_id) REFERENCES duty_shifts(id)
duty_swaps: duty_swaps_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES duty_shifts(id)
duty_swaps: duty_swaps_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
file_chunks: file_chunks_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
file_chunks: file_chunks_pkey PRIMARY KEY (file_id, "position")
files: files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)))
files: files_pkey PRIMARY KEY (id)
files: files_size_check CHECK ((size >= 0))
health_record_versions: health_record_versions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
health_record_versions: health_record_versions_act_check CHECK ((act = ANY (ARRAY['recorded'::text, 'changed'::text, 'ended'::text, 'undone'::text])))
health_record_versions: health_record_versions_note_check CHECK ((length(note) <= 300))
health_record_versions: health_record_versions_pkey PRIMARY KEY (record_id, version)
health_record_versions: health_record_versions_record_id_fkey FOREIGN KEY (record_id) REFERENCES health_records(id)
health_record_versions: health_record_versions_version_check CHECK ((version >= 1))
health_records: health_records_beds_check CHECK ((beds >= 0))
health_records: health_records_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
health_records: health_records_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES accounts(id)
health_records: health_records_check CHECK ((to_day >= from_day))
health_records: health_records_check1 CHECK (((to_day IS NULL) = (end_reason IS NULL)))
health_records: health_records_check2 CHECK (((kind <> 'station-beds'::text) OR (beds IS NOT NULL)))
health_records: health_records_check3 CHECK (((kind <> 'community-group'::text) OR (households IS NOT NULL)))
health_records: health_records_check4 CHECK (((kind <> 'rapid-team'::text) OR (readiness IS NOT NULL)))
health_records: health_records_content_check CHECK ((jsonb_typeof(content) = 'object'::text))
health_records: health_records_doctors_check CHECK ((doctors >= 0))
health_records: health_records_end_reason_check CHECK (((length(end_reason) >= 3) AND (length(end_reason) <= 300)))
health_records: health_records_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
health_records: health_records_households_check CHECK ((households >= 0))
health_records: health_records_kind_check CHECK ((kind = ANY (ARRAY['mobile-station'::text, 'station-beds'::text, 'community-group'::text, 'safety-group'::text, 'rapid-team'::text, 'coordination-regulation'::text, 'industrial-park'::text])))
health_records: health_records_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
health_records: health_records_park_id_fkey FOREIGN KEY (park_id) REFERENCES health_records(id)
health_records: health_records_phone_check CHECK ((phone ~ '^0[0-9]{8,10}$'::text))
health_records: health_records_pkey PRIMARY KEY (id)
health_records: health_records_readiness_check CHECK ((readiness = ANY (ARRAY['ready'::text, 'deployed'::text, 'resting'::text])))
health_records: health_records_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
health_records: health_records_version_check CHECK ((version >= 1))
incident_files: incident_files_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts(id)
incident_files: incident_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
incident_files: incident_files_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
incident_files: incident_files_pkey PRIMARY KEY (incident_id, file_id)
incident_log: incident_log_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
incident_log: incident_log_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
incident_log: incident_log_desk_body_id_fkey FOREIGN KEY (desk_body_id) REFERENCES bodies(id)
incident_log: incident_log_event_check CHECK ((event ~ '^[a-z-]{2,40}$'::text))
incident_log: incident_log_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id)
incident_log: incident_log_pkey PRIMARY KEY (id)
incident_log: incident_log_text_check CHECK ((length(text) <= 5000))
incidents: incidents_above_body_id_fkey FOREIGN KEY (above_body_id) REFERENCES bodies(id)
incidents: incidents_assigned_body_id_fkey FOREIGN KEY (assigned_body_id) REFERENCES bodies(id)
incidents: incidents_caller_name_check CHECK (((length(caller_name) >= 1) AND (length(caller_name) <= 200)))
incidents: incidents_caller_phone_check CHECK (((length(caller_phone) >= 6) AND (length(caller_phone) <= 30)))
incidents: incidents_channel_check CHECK ((channel = ANY (ARRAY['hotline'::text, 'commune'::text, 'enterprise'::text, 'body'::text])))
incidents: incidents_check CHECK (((state = 'escalated'::text) = (above_body_id IS NOT NULL)))
incidents: incidents_check1 CHECK (((state = 'escalated'::text) = (take_over_by IS NOT NULL)))
incidents: incidents_check2 CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)))
incidents: incidents_check3 CHECK (((state = 'resolved'::text) = (resolved_at IS NOT NULL)))
incidents: incidents_check4 CHECK (((state <> 'assigned'::text) OR (assigned_body_id IS NOT NULL) OR (team <> ''::text)))
incidents: incidents_check5 CHECK ((merged_into <> id))
incidents: incidents_desk_body_id_fkey FOREIGN KEY (desk_body_id) REFERENCES bodies(id)
incidents: incidents_details_check CHECK (((length(details) >= 1) AND (length(details) <= 5000)))
incidents: incidents_kind_check CHECK ((kind ~ '^[a-z-]{2,40}$'::text))
incidents: incidents_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES incidents(id)
incidents: incidents_pkey PRIMARY KEY (id)
incidents: incidents_place_text_check CHECK ((length(place_text) <= 500))
incidents: incidents_place_unit_id_fkey FOREIGN KEY (place_unit_id) REFERENCES units(id)
incidents: incidents_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES accounts(id)
incidents: incidents_reporter_body_id_fkey FOREIGN KEY (reporter_body_id) REFERENCES bodies(id)
incidents: incidents_result_check CHECK (((length(result) >= 1) AND (length(result) <= 5000)))
incidents: incidents_state_check CHECK ((state = ANY (ARRAY['new'::text, 'triaged'::text, 'assigned'::text, 'escalated'::text, 'resolved'::text, 'merged'::text])))
incidents: incidents_team_check CHECK ((length(team) <= 200))
incidents: incidents_team_id_fkey FOREIGN KEY (team_id) REFERENCES health_records(id)
incidents: incidents_urgency_check CHECK ((urgency = ANY (ARRAY['urgent'::text, 'normal'::text])))
indicator_instances: indicator_instances_at_least_check CHECK ((at_least >= (0)::numeric))
indicator_instances: indicator_instances_check CHECK (((failure IS NULL) = (failed_at IS NULL)))
indicator_instances: indicator_instances_failures_check CHECK ((failures >= 0))
indicator_instances: indicator_instances_key_at_least_key UNIQUE (key, at_least)
indicator_instances: indicator_instances_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{1,59}$'::text))
indicator_instances: indicator_instances_pkey PRIMARY KEY (id)
indicator_marks: indicator_marks_check CHECK (((path IS NULL) = (unit_id IS NULL)))
indicator_marks: indicator_marks_pkey PRIMARY KEY (id)
indicator_marks: indicator_marks_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
indicator_steps: indicator_steps_check CHECK (((numerator <> (0)::numeric) OR (denominator <> (0)::numeric)))
indicator_steps: indicator_steps_instance_id_fkey FOREIGN KEY (instance_id) REFERENCES indicator_instances(id)
indicator_steps: indicator_steps_pkey PRIMARY KEY (instance_id, unit_id, own, day) INCLUDE (numerator, denominator)
indicator_thresholds: indicator_thresholds_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
indicator_thresholds: indicator_thresholds_check CHECK (((rule = 'below-value'::text) OR ((by_day > start_day) AND (start_at IS NOT NULL))))
indicator_thresholds: indicator_thresholds_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
indicator_thresholds: indicator_thresholds_goal_check CHECK ((goal >= (0)::numeric))
indicator_thresholds: indicator_thresholds_key_at_least_fkey FOREIGN KEY (key, at_least) REFERENCES indicator_instances(key, at_least)
indicator_thresholds: indicator_thresholds_note_check CHECK ((length(note) <= 500))
indicator_thresholds: indicator_thresholds_pkey PRIMARY KEY (id)
indicator_thresholds: indicator_thresholds_rule_check CHECK ((rule = ANY (ARRAY['below-value'::text, 'below-plan'::text])))
indicator_thresholds: indicator_thresholds_start_at_check CHECK ((start_at >= (0)::numeric))
indicator_thresholds: indicator_thresholds_state_check CHECK ((state = ANY (ARRAY['watching'::text, 'ended'::text])))
indicator_thresholds: indicator_thresholds_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
indicator_warnings: indicator_warnings_pkey PRIMARY KEY (id)
indicator_warnings: indicator_warnings_threshold_id_fkey FOREIGN KEY (threshold_id) REFERENCES indicator_thresholds(id)
installation: installation_one_check CHECK (one)
installation: installation_pkey PRIMARY KEY (one)
installation: installation_province_id_fkey FOREIGN KEY (province_id) REFERENCES units(id)
migrations: migrations_pkey PRIMARY KEY (name)
notice_mails: notice_mails_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
notice_mails: notice_mails_pkey PRIMARY KEY (account_id, kind, day)
notice_preferences: notice_preferences_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
notice_preferences: notice_preferences_mail_check CHECK ((mail = ANY (ARRAY['now'::text, 'digest'::text, 'none'::text])))
notice_preferences: notice_preferences_pkey PRIMARY KEY (account_id, kind)
notice_settings: notice_settings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
notice_settings: notice_settings_address_check CHECK (((length(address) >= 3) AND (length(address) <= 254)))
notice_settings: notice_settings_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL)))
notice_settings: notice_settings_check1 CHECK (((confirmed_at IS NULL) OR (address IS NOT NULL)))
notice_settings: notice_settings_pkey PRIMARY KEY (account_id)
notices: notices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
notices: notices_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
notices: notices_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text))
notices: notices_kind_check CHECK ((kind ~ '^[a-z][a-z-]{1,30}(\.[a-z][a-z-]{1,30})?$'::text))
notices: notices_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'now'::text, 'digest'::text, 'sent'::text])))
notices: notices_pkey PRIMARY KEY (id)
notices: notices_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'withheld'::text])))
notices: notices_subject_id_check CHECK (((length(subject_id) >= 1) AND (length(subject_id) <= 100)))
notices: notices_subject_kind_check CHECK ((subject_kind ~ '^[a-z][a-z-]{1,39}$'::text))
offices: offices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
offices: offices_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
offices: offices_check CHECK ((valid_to >= valid_from))
offices: offices_pkey PRIMARY KEY (id)
offices: offices_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 50)))
offices: offices_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
requests: requests_pkey PRIMARY KEY (id)
sign_in_codes: sign_in_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth_users(id)
sign_in_codes: sign_in_codes_pkey PRIMARY KEY (account_id, code)
sign_in_failures: sign_in_failures_pkey PRIMARY KEY (id)
target_bindings: target_bindings_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES accounts(id)
target_bindings: target_bindings_check CHECK (((goal_kind = 'count'::text) OR (goal <= (1)::double precision)))
target_bindings: target_bindings_goal_check CHECK ((goal >= (0)::double precision))
target_bindings: target_bindings_goal_kind_check CHECK ((goal_kind = ANY (ARRAY['share'::text, 'count'::text])))
target_bindings: target_bindings_indicator_key_check CHECK ((indicator_key ~ '^[a-z0-9-]{1,100}$'::text))
target_bindings: target_bindings_pkey PRIMARY KEY (id)
target_bindings: target_bindings_target_index_check CHECK (((target_index >= 0) AND (target_index <= 49)))
target_bindings: target_bindings_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
target_bindings: target_bindings_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
task_acts: task_acts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
task_acts: task_acts_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_acts: task_acts_kind_check CHECK ((kind ~ '^[a-z-]{3,30}$'::text))
task_acts: task_acts_pkey PRIMARY KEY (id)
task_acts: task_acts_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_assignments: task_assignments_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_assignments: task_assignments_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
task_assignments: task_assignments_pkey PRIMARY KEY (id)
task_assignments: task_assignments_quote_check CHECK (((length(quote) >= 10) AND (length(quote) <= 5000)))
task_assignments: task_assignments_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_assignments: task_assignments_total_check CHECK ((total > 0))
task_bodies: task_bodies_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_bodies: task_bodies_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
task_bodies: task_bodies_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'coordinate'::text, 'report-to'::text, 'direct'::text])))
task_bodies: task_bodies_pkey PRIMARY KEY (task_id, body_id, part)
task_bodies: task_bodies_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_evidence: task_evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
task_evidence: task_evidence_pkey PRIMARY KEY (file_id)
task_evidence: task_evidence_report_id_fkey FOREIGN KEY (report_id) REFERENCES task_reports(id)
task_evidence: task_evidence_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_evidence: task_evidence_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES accounts(id)
task_extensions: task_extensions_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id)
task_extensions: task_extensions_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_extensions: task_extensions_check CHECK ((due_asked > due_before))
task_extensions: task_extensions_check1 CHECK (((state = 'granted'::text) = (due_granted IS NOT NULL)))
task_extensions: task_extensions_check2 CHECK (((state = 'asked'::text) = (decided_at IS NULL)))
task_extensions: task_extensions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id)
task_extensions: task_extensions_pkey PRIMARY KEY (id)
task_extensions: task_extensions_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 1000)))
task_extensions: task_extensions_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'taken-back'::text])))
task_extensions: task_extensions_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_parts: task_parts_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_parts: task_parts_check CHECK (((state <> 'accepted'::text) OR (done_on IS NOT NULL)))
task_parts: task_parts_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
task_parts: task_parts_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES bodies(id)
task_parts: task_parts_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tasks(id)
task_parts: task_parts_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'coordinate'::text, 'report-to'::text, 'direct'::text])))
task_parts: task_parts_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
task_parts: task_parts_pkey PRIMARY KEY (task_id, body_id, part)
task_parts: task_parts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reported'::text, 'returned'::text, 'accepted'::text, 'withdrawn'::text, 'superseded'::text])))
task_parts: task_parts_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_reminders: task_reminders_check CHECK (((kind = 'by-hand'::text) = (sent_by IS NOT NULL)))
task_reminders: task_reminders_kind_check CHECK ((kind = ANY (ARRAY['by-hand'::text, 'before'::text, 'after'::text, 'escalation'::text])))
task_reminders: task_reminders_pkey PRIMARY KEY (id)
task_reminders: task_reminders_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES accounts(id)
task_reminders: task_reminders_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_reminders: task_reminders_text_check CHECK ((length(text) <= 500))
task_reminders: task_reminders_to_body_id_fkey FOREIGN KEY (to_body_id) REFERENCES bodies(id)
task_reports: task_reports_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_reports: task_reports_check CHECK ((((part = 'coordinate'::text) = (state = 'confirmed'::text)) OR (state = 'replaced'::text)))
task_reports: task_reports_check1 CHECK (((state = ANY (ARRAY['accepted'::text, 'returned'::text])) <= (decided_at IS NOT NULL)))
task_reports: task_reports_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
task_reports: task_reports_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id)
task_reports: task_reports_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'coordinate'::text])))
task_reports: task_reports_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
task_reports: task_reports_pkey PRIMARY KEY (id)
task_reports: task_reports_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'returned'::text, 'replaced'::text, 'confirmed'::text])))
task_reports: task_reports_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
task_reports: task_reports_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
task_words: task_words_pkey PRIMARY KEY (task_id)
task_words: task_words_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
tasks: tasks_assigned_check CHECK ((((origin = 'assigned'::text) = (parent_id IS NOT NULL)) AND ((parent_id IS NULL) = (assignment_id IS NULL))))
tasks: tasks_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES task_assignments(id)
tasks: tasks_check CHECK ((span_end >= span_start))
tasks: tasks_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
tasks: tasks_origin_check CHECK ((origin = ANY (ARRAY['read'::text, 'added'::text, 'split'::text, 'joined'::text, 'assigned'::text])))
tasks: tasks_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tasks(id)
tasks: tasks_pkey PRIMARY KEY (id)
tasks: tasks_span_start_check CHECK ((span_start >= 0))
tasks: tasks_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'dropped'::text, 'replaced'::text, 'issued'::text, 'withdrawn'::text])))
unit_boundaries: unit_boundaries_check CHECK (((min_lon <= max_lon) AND (min_lat <= max_lat)))
unit_boundaries: unit_boundaries_geometry_check CHECK (((geometry ->> 'type'::text) = ANY (ARRAY['Polygon'::text, 'MultiPolygon'::text])))
unit_boundaries: unit_boundaries_pkey PRIMARY KEY (unit_id)
unit_boundaries: unit_boundaries_source_check CHECK ((source <> ''::text))
unit_boundaries: unit_boundaries_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units(id)
unit_successors: unit_successors_check CHECK ((from_id <> to_id))
unit_successors: unit_successors_extent_check CHECK ((extent = ANY (ARRAY['full'::text, 'partial'::text])))
unit_successors: unit_successors_from_id_fkey FOREIGN KEY (from_id) REFERENCES units(id)
unit_successors: unit_successors_pkey PRIMARY KEY (from_id, to_id)
unit_successors: unit_successors_to_id_fkey FOREIGN KEY (to_id) REFERENCES units(id)
units: units_area_km2_check CHECK ((area_km2 >= (0)::double precision))
units: units_check CHECK ((valid_to >= valid_from))
units: units_check1 CHECK ((id = ((code_list || ':'::text) || code)))
units: units_check2 CHECK (((level = 'nation'::text) = (parent_id IS NULL)))
units: units_check3 CHECK (((lat IS NULL) = (lon IS NULL)))
units: units_check4 CHECK (((population IS NULL) OR (population_source IS NOT NULL)))
units: units_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$'::text))
units: units_code_list_check CHECK ((code_list ~ '^[a-z0-9-]{2,20}$'::text))
units: units_households_check CHECK ((households >= 0))
units: units_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision)))
units: units_level_check CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'district'::text, 'commune'::text, 'hamlet'::text, 'block'::text, 'address'::text])))
units: units_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision)))
units: units_name_check CHECK ((name <> ''::text))
units: units_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units(id)
units: units_pkey PRIMARY KEY (id)
units: units_population_check CHECK ((population >= 0))

-- indexes
CREATE INDEX accepted_counts_issuer ON public.accepted_counts USING btree (issuer_id)
CREATE INDEX audit_entries_account ON public.audit_entries USING btree (account_id, id)
CREATE INDEX audit_entries_at ON public.audit_entries USING brin (at)
CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (subject_id, id)
CREATE UNIQUE INDEX audit_seals_after_id ON public.audit_seals USING btree (after_id)
CREATE UNIQUE INDEX audit_seals_last_id ON public.audit_seals USING btree (last_id)
CREATE INDEX auth_credentials_user_id ON public.auth_credentials USING btree (user_id)
CREATE INDEX auth_sessions_user_id ON public.auth_sessions USING btree (user_id)
CREATE INDEX auth_two_factors_user_id ON public.auth_two_factors USING btree (user_id)
CREATE INDEX auth_verifications_identifier ON public.auth_verifications USING btree (identifier)
CREATE UNIQUE INDEX bodies_code ON public.bodies USING btree (code)
CREATE INDEX bodies_parent ON public.bodies USING btree (parent_body_id)
CREATE INDEX bodies_search ON public.bodies USING gin (search_text gin_trgm_ops)
CREATE INDEX bodies_unit ON public.bodies USING btree (unit_id, kind)
CREATE INDEX bodies_unit_path ON public.bodies USING gist (unit_path)
CREATE INDEX body_aliases_folded ON public.body_aliases USING btree (folded)
CREATE INDEX body_successors_to ON public.body_successors USING btree (to_id)
CREATE INDEX calendar_tokens_account_id ON public.calendar_tokens USING btree (account_id)
CREATE INDEX committee_changes_account_id ON public.committee_changes USING btree (account_id)
CREATE INDEX committee_changes_body_id ON public.committee_changes USING btree (body_id, at DESC)
CREATE INDEX committee_changes_member_id ON public.committee_changes USING btree (member_id)
CREATE INDEX committee_members_account_id ON public.committee_members USING btree (account_id)
CREATE INDEX committee_members_body_id ON public.committee_members USING btree (body_id, from_day)
CREATE INDEX committee_members_replaces_id ON public.committee_members USING btree (replaces_id)
CREATE INDEX committee_works_body_id ON public.committee_works USING btree (body_id, from_day)
CREATE INDEX committee_works_member_id ON public.committee_works USING btree (member_id)
CREATE INDEX directive_edits_account_id ON public.directive_edits USING btree (account_id)
CREATE INDEX directive_edits_directive_id ON public.directive_edits USING btree (directive_id, at DESC)
CREATE INDEX directive_recipients_body_id ON public.directive_recipients USING btree (body_id, directive_id)
CREATE INDEX directive_supersessions_created_by ON public.directive_supersessions USING btree (created_by)
CREATE INDEX directive_supersessions_new ON public.directive_supersessions USING btree (new_directive_id)
CREATE INDEX directive_supersessions_old ON public.directive_supersessions USING btree (old_directive_id)
CREATE INDEX directive_supersessions_task ON public.directive_supersessions USING btree (task_id)
CREATE INDEX directive_words_body_id ON public.directive_words USING btree (body_id)
CREATE INDEX directive_words_words ON public.directive_words USING gin (words)
CREATE INDEX directives_audience ON public.directives USING gist (audience)
CREATE INDEX directives_body_id ON public.directives USING btree (body_id, created_at DESC)
CREATE INDEX directives_created_by ON public.directives USING btree (created_by)
CREATE INDEX directives_file_id ON public.directives USING btree (file_id)
CREATE INDEX directives_issued_at ON public.directives USING btree (issued_at DESC) WHERE (state = 'issued'::text)
CREATE INDEX directives_issued_by ON public.directives USING btree (issued_by)
CREATE INDEX directives_search ON public.directives USING gin (search gin_trgm_ops)
CREATE INDEX duty_calendars_account_id ON public.duty_calendars USING btree (account_id)
CREATE UNIQUE INDEX duty_calendars_one_live ON public.duty_calendars USING btree (account_id) WHERE (revoked_at IS NULL)
CREATE INDEX duty_handovers_body_id ON public.duty_handovers USING btree (body_id, written_at DESC)
CREATE INDEX duty_handovers_confirmed_by ON public.duty_handovers USING btree (confirmed_by)
CREATE INDEX duty_handovers_shift_id ON public.duty_handovers USING btree (shift_id)
CREATE INDEX duty_handovers_written_by ON public.duty_handovers USING btree (written_by)
CREATE INDEX duty_hours_account_id ON public.duty_hours USING btree (account_id, lower(during))
CREATE INDEX duty_hours_body_id ON public.duty_hours USING btree (body_id, lower(during))
CREATE INDEX duty_shifts_account_id ON public.duty_shifts USING btree (account_id, starts_at)
CREATE INDEX duty_shifts_body_id ON public.duty_shifts USING btree (body_id, starts_at)
CREATE INDEX duty_swaps_asked_by ON public.duty_swaps USING btree (asked_by)
CREATE INDEX duty_swaps_asked_of ON public.duty_swaps USING btree (asked_of, asked_at DESC)
CREATE INDEX duty_swaps_body_id ON public.duty_swaps USING btree (body_id, asked_at DESC)
CREATE UNIQUE INDEX duty_swaps_one_open ON public.duty_swaps USING btree (shift_id) WHERE (state = 'asked'::text)
CREATE INDEX duty_swaps_return_id ON public.duty_swaps USING btree (return_id)
CREATE INDEX duty_swaps_shift_id ON public.duty_swaps USING btree (shift_id)
CREATE INDEX files_unit_path ON public.files USING gist (unit_path)
CREATE INDEX health_record_versions_account_id ON public.health_record_versions USING btree (account_id)
CREATE INDEX health_records_body_id ON public.health_records USING btree (body_id, kind)
CREATE INDEX health_records_changed_by ON public.health_records USING btree (changed_by)
CREATE INDEX health_records_file_id ON public.health_records USING btree (file_id)
CREATE INDEX health_records_park_id ON public.health_records USING btree (park_id)
CREATE INDEX health_records_phone ON public.health_records USING btree (phone) WHERE (phone IS NOT NULL)
CREATE INDEX health_records_search ON public.health_records USING gin (search gin_trgm_ops)
CREATE INDEX health_records_unit ON public.health_records USING btree (unit_id, kind, from_day)
CREATE INDEX health_records_unit_path ON public.health_records USING gist (unit_path)
CREATE INDEX incident_files_added_by ON public.incident_files USING btree (added_by)
CREATE INDEX incident_files_file_id ON public.incident_files USING btree (file_id)
CREATE INDEX incident_log_account_id ON public.incident_log USING btree (account_id)
CREATE INDEX incident_log_body_id ON public.incident_log USING btree (body_id)
CREATE INDEX incident_log_desk_body_id ON public.incident_log USING btree (desk_body_id, at)
CREATE INDEX incident_log_incident_id ON public.incident_log USING btree (incident_id, id)
CREATE INDEX incidents_above_body_id ON public.incidents USING btree (above_body_id)
CREATE INDEX incidents_arrived_at ON public.incidents USING btree (arrived_at DESC)
CREATE INDEX incidents_assigned_body_id ON public.incidents USING btree (assigned_body_id)
CREATE INDEX incidents_audience ON public.incidents USING gist (audience)
CREATE INDEX incidents_desk ON public.incidents USING btree (desk_body_id, urgency DESC, limit_at) WHERE (state = ANY (ARRAY['new'::text, 'triaged'::text, 'assigned'::text, 'escalated'::text]))
CREATE INDEX incidents_desk_body_id ON public.incidents USING btree (desk_body_id, arrived_at DESC)
CREATE INDEX incidents_merged_into ON public.incidents USING btree (merged_into)
CREATE UNIQUE INDEX incidents_number ON public.incidents USING btree (number)
CREATE INDEX incidents_parties ON public.incidents USING gin (parties)
CREATE INDEX incidents_place_unit_id ON public.incidents USING btree (place_unit_id)
CREATE INDEX incidents_reported_by ON public.incidents USING btree (reported_by)
CREATE INDEX incidents_reporter_body_id ON public.incidents USING btree (reporter_body_id, arrived_at DESC)
CREATE INDEX incidents_search ON public.incidents USING gin (search gin_trgm_ops)
CREATE INDEX incidents_team_id ON public.incidents USING btree (team_id)
CREATE INDEX incidents_unit_path ON public.incidents USING gist (unit_path)
CREATE UNIQUE INDEX indicator_instances_default ON public.indicator_instances USING btree (key) WHERE is_default
CREATE INDEX indicator_marks_key ON public.indicator_marks USING btree (key, id)
CREATE INDEX indicator_marks_unit_id ON public.indicator_marks USING btree (unit_id)
CREATE INDEX indicator_thresholds_body_id ON public.indicator_thresholds USING btree (body_id)
CREATE INDEX indicator_thresholds_checked_on ON public.indicator_thresholds USING btree (checked_on) WHERE (state = 'watching'::text)
CREATE INDEX indicator_thresholds_created_by ON public.indicator_thresholds USING btree (created_by)
CREATE INDEX indicator_thresholds_instance ON public.indicator_thresholds USING btree (key, at_least, unit_id)
CREATE INDEX indicator_thresholds_unit_id ON public.indicator_thresholds USING btree (unit_id)
CREATE INDEX indicator_warnings_threshold_id ON public.indicator_warnings USING btree (threshold_id, id DESC)
CREATE INDEX installation_province_id ON public.installation USING btree (province_id)
CREATE INDEX notices_body_id ON public.notices USING btree (body_id)
CREATE INDEX notices_of_account ON public.notices USING btree (account_id, day DESC, kind) WHERE (state = 'delivered'::text)
CREATE UNIQUE INDEX notices_once ON public.notices USING btree (account_id, kind, subject_kind, subject_id, day)
CREATE INDEX notices_to_mail ON public.notices USING btree (account_id) WHERE (mail = ANY (ARRAY['now'::text, 'digest'::text]))
CREATE INDEX notices_waiting ON public.notices USING btree (made_at) WHERE (state = 'waiting'::text)
CREATE INDEX offices_account_id ON public.offices USING btree (account_id)
CREATE INDEX offices_body_id ON public.offices USING btree (body_id, role)
CREATE INDEX requests_at ON public.requests USING btree (at)
CREATE INDEX sign_in_codes_at ON public.sign_in_codes USING btree (at)
CREATE INDEX sign_in_failures_key ON public.sign_in_failures USING btree (key, at)
CREATE INDEX target_bindings_bound_by ON public.target_bindings USING btree (bound_by)
CREATE UNIQUE INDEX target_bindings_one ON public.target_bindings USING btree (task_id, target_index) WHERE (ended_at IS NULL)
CREATE INDEX target_bindings_task_id ON public.target_bindings USING btree (task_id)
CREATE INDEX target_bindings_unit_id ON public.target_bindings USING btree (unit_id)
CREATE INDEX task_acts_account_id ON public.task_acts USING btree (account_id)
CREATE INDEX task_acts_at ON public.task_acts USING btree (at DESC, id)
CREATE INDEX task_acts_body_id ON public.task_acts USING btree (body_id)
CREATE INDEX task_acts_task_id ON public.task_acts USING btree (task_id, at DESC)
CREATE INDEX task_assignments_body_id ON public.task_assignments USING btree (body_id)
CREATE INDEX task_assignments_created_by ON public.task_assignments USING btree (created_by)
CREATE INDEX task_assignments_task_id ON public.task_assignments USING btree (task_id, created_at)
CREATE INDEX task_bodies_directive_id ON public.task_bodies USING btree (directive_id)
CREATE INDEX task_bodies_inbox ON public.task_bodies USING btree (body_id, due_on, task_id)
CREATE INDEX task_bodies_newest ON public.task_bodies USING btree (body_id, issued_at DESC, task_id)
CREATE INDEX task_evidence_report_id ON public.task_evidence USING btree (report_id)
CREATE INDEX task_evidence_task_id ON public.task_evidence USING btree (task_id)
CREATE INDEX task_evidence_uploaded_by ON public.task_evidence USING btree (uploaded_by)
CREATE INDEX task_extensions_asked_by ON public.task_extensions USING btree (asked_by)
CREATE INDEX task_extensions_body_id ON public.task_extensions USING btree (body_id)
CREATE INDEX task_extensions_decided_by ON public.task_extensions USING btree (decided_by)
CREATE UNIQUE INDEX task_extensions_one_open ON public.task_extensions USING btree (task_id, body_id) WHERE (state = 'asked'::text)
CREATE INDEX task_extensions_task_id ON public.task_extensions USING btree (task_id, asked_at DESC)
CREATE INDEX task_parts_co_led ON public.task_parts USING btree (task_id, body_id) INCLUDE (issuer_id, parent_id, state, due_on, done_on) WHERE ((part = 'lead'::text) AND co_led)
CREATE INDEX task_parts_directive_id ON public.task_parts USING btree (directive_id)
CREATE INDEX task_parts_inbox ON public.task_parts USING btree (body_id, due_on, task_id)
CREATE INDEX task_parts_issuer ON public.task_parts USING btree (issuer_id, due_on, task_id) WHERE (part = 'lead'::text)
CREATE INDEX task_parts_issuer_id ON public.task_parts USING btree (issuer_id)
CREATE INDEX task_parts_newest ON public.task_parts USING btree (body_id, issued_at DESC, task_id)
CREATE INDEX task_parts_open ON public.task_parts USING btree (due_on, task_id, body_id) WHERE ((part = 'lead'::text) AND (state = ANY (ARRAY['open'::text, 'reported'::text, 'returned'::text])))
CREATE INDEX task_parts_parent_id ON public.task_parts USING btree (parent_id)
CREATE INDEX task_parts_reported ON public.task_parts USING btree (issuer_id, reported_at) WHERE (state = 'reported'::text)
CREATE INDEX task_parts_standing ON public.task_parts USING btree (body_id, state, due_on, done_on)
CREATE UNIQUE INDEX task_reminders_once ON public.task_reminders USING btree (task_id, to_body_id, on_day)
CREATE INDEX task_reminders_sent_by ON public.task_reminders USING btree (sent_by)
CREATE INDEX task_reminders_to ON public.task_reminders USING btree (to_body_id, on_day DESC)
CREATE INDEX task_reports_body_id ON public.task_reports USING btree (body_id)
CREATE INDEX task_reports_created_by ON public.task_reports USING btree (created_by)
CREATE INDEX task_reports_decided_by ON public.task_reports USING btree (decided_by)
CREATE UNIQUE INDEX task_reports_one_waiting ON public.task_reports USING btree (task_id, body_id) WHERE (state = 'submitted'::text)
CREATE INDEX task_reports_task_id ON public.task_reports USING btree (task_id, created_at DESC)
CREATE INDEX task_words_words ON public.task_words USING gin (words gin_trgm_ops)
CREATE INDEX tasks_assignment_id ON public.tasks USING btree (assignment_id)
CREATE INDEX tasks_directive_id ON public.tasks USING btree (directive_id, "position")
CREATE INDEX tasks_parent_id ON public.tasks USING btree (parent_id)
CREATE INDEX unit_successors_to ON public.unit_successors USING btree (to_id)
CREATE INDEX units_parent ON public.units USING btree (parent_id, name)
CREATE UNIQUE INDEX units_path ON public.units USING btree (path)
CREATE INDEX units_path_within ON public.units USING gist (path)
CREATE INDEX units_search ON public.units USING gin (search_text gin_trgm_ops)

-- triggers
CREATE TRIGGER tell_access_changed AFTER UPDATE OF state ON public.accounts FOR EACH ROW EXECUTE FUNCTION tell_access_changed()
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.auth_credentials FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER audit AFTER INSERT OR DELETE ON public.auth_sessions FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER tell_access_changed AFTER DELETE ON public.auth_sessions FOR EACH ROW EXECUTE FUNCTION tell_access_changed()
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.auth_two_factors FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.auth_users FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER tell_access_changed AFTER INSERT OR UPDATE ON public.offices FOR EACH ROW EXECUTE FUNCTION tell_access_changed()
CREATE TRIGGER accepted_of_changed AFTER UPDATE ON public.task_parts REFERENCING OLD TABLE AS old_parts NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION keep_accepted_counts()
CREATE TRIGGER accepted_of_new AFTER INSERT ON public.task_parts REFERENCING NEW TABLE AS new_parts FOR EACH STATEMENT EXECUTE FUNCTION keep_accepted_counts()
CREATE TRIGGER words_of_changed AFTER UPDATE ON public.tasks FOR EACH ROW WHEN (((new.state = ANY (ARRAY['issued'::text, 'withdrawn'::text])) AND ((((old.state IS DISTINCT FROM new.state) OR (old.quote IS DISTINCT FROM new.quote)) OR (old.audience IS DISTINCT FROM new.audience)) OR (old.unit_path IS DISTINCT FROM new.unit_path)))) EXECUTE FUNCTION keep_task_words()
CREATE TRIGGER words_of_new AFTER INSERT ON public.tasks FOR EACH ROW WHEN ((new.state = 'issued'::text)) EXECUTE FUNCTION keep_task_words()
CREATE TRIGGER indicators_of_changed_units AFTER UPDATE ON public.units REFERENCING NEW TABLE AS changed_units FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_units()
CREATE TRIGGER indicators_of_new_units AFTER INSERT ON public.units REFERENCING NEW TABLE AS changed_units FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_units()

-- row-level security
committee_changes: forced
  committee_changes_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
committee_members: forced
  committee_members_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
committee_works: forced
  committee_works_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
directive_edits: forced
  directive_edits_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
directive_pages: forced
  directive_pages_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
directives: forced
  directives_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
duty_handovers: forced
  duty_handovers_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
duty_shifts: forced
  duty_shifts_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
duty_swaps: forced
  duty_swaps_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
files: forced
  files_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
health_record_versions: forced
  health_record_versions_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
health_records: forced
  health_records_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))) with check (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) AND ((COALESCE(current_setting('app.body'::text, true), ''::text) = ANY (ARRAY['health/department'::text, 'health/division'::text, 'health/cdc'::text, 'health/health-centre'::text, 'health/health-station'::text, 'system/system'::text])) OR (current_setting('app.body'::text, true) ~ '/(people-committee|command-centre)$'::text) OR ((kind = ANY (ARRAY['coordination-regulation'::text, 'industrial-park'::text])) AND (current_setting('app.body'::text, true) ~ '/zone-board$'::text)) OR ((kind = 'safety-group'::text) AND (current_setting('app.body'::text, true) ~ '/enterprise$'::text)))))
incident_log: forced
  incident_log_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))))
incidents: forced
  incidents_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))))
indicator_thresholds: forced
  indicator_thresholds_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
indicator_warnings: forced
  indicator_warnings_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
task_acts: forced
  task_acts_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))))
task_assignments: forced
  task_assignments_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
task_evidence: forced
  task_evidence_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))))
task_extensions: forced
  task_extensions_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))))
task_reports: forced
  task_reports_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[]))))
tasks: forced
  tasks_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))

-- rights of the app
accepted_counts: select
accounts: insert, select, update
audit_entries: insert, select
audit_seals: insert, select
auth_credentials: delete, insert, select, update
auth_sessions: delete, insert, select, update
auth_two_factors: delete, insert, select, update
auth_users: delete, insert, select, update
auth_verifications: delete, insert, select, update
bodies: insert, select, update
body_aliases: delete, insert, select, update
body_successors: insert, select, update
calendar_tokens: insert, select, update
committee_changes: insert, select
committee_members: insert, select, update (end_number), update (end_reason), update (number), update (number_day), update (phone), update (post), update (to_day), update (version)
committee_works: insert, select, update (to_day), update (version)
device_keys: insert, select
directive_edits: insert, select, update (undone)
directive_pages: delete, insert, select
directive_recipients: insert, select
directive_supersessions: insert, select, update
directives: insert, select, update
duty_calendars: insert, select, update (revoked_at)
duty_handovers: insert, select, update (confirmed_at), update (confirmed_by)
duty_hours: delete, insert, select, update
duty_shifts: insert, select, update
duty_swaps: insert, select, update (answer), update (answered_at), update (state)
file_chunks: insert
files: insert, select, update (audience)
health_record_versions: insert, select
health_records: insert, select, update (changed_at), update (changed_by), update (content), update (end_reason), update (from_day), update (to_day), update (version), update (withdrawn)
incident_files: insert, select
incident_log: insert, select, update (audience), update (unit_path)
incidents: insert, select, update
indicator_instances: insert, select
indicator_marks: insert, select
indicator_steps: select
indicator_thresholds: insert, select, update
indicator_warnings: insert, select
installation: insert, select, update
notice_mails: delete, insert, select
notice_preferences: insert, select, update
notice_settings: insert, select, update
notices: insert, select, update (facts), update (mail), update (read_at), update (state)
offices: insert, select, update
requests: delete, insert, select, update (answer)
sign_in_codes: delete, insert, select
sign_in_failures: delete, insert, select
target_bindings: insert, select, update
task_acts: insert, select
task_assignments: insert, select
task_bodies: insert, select
task_evidence: insert, select, update
task_extensions: insert, select, update
task_parts: insert, select, update
task_reminders: insert, select
task_reports: insert, select, update
tasks: insert, select, update
unit_boundaries: insert, select, update
unit_successors: insert, select, update
units: insert, select, update

-- comments
accepted_counts.nested: Parts of tasks that were broken down from another.
accepted_counts.late: Done after the day that was in force.
accepted_counts: How many lead parts of task_parts stand accepted. Written only by the triggers of task_parts; doctor compares them.
audit_entries: Every act, in the transaction of the act. Sealed in batches; phaodai doctor verifies.
bodies.valid_to: The last day on which the body exists; null while it does.
committee_members.phone: Personal data: masked in every list, shown on a stated purpose, and logged.
committee_members.to_day: The last day on which the office is held; null while it is.
committee_members: Thành viên Ban Chỉ đạo, Sở Chỉ huy: an office in the committee, held from a day to a day, by which instrument.
directive_supersessions.task_id: The one task that is superseded; null when the whole document is.
directives: Văn bản chỉ đạo: what was brought in, its text as read, its own data, and where it stands.
duty_calendars.token_hash: SHA-256 of the secret in the address: whoever reads this table cannot read anybody's calendar.
duty_shifts: Ca trực. Double bookings may stand while a roster is being made: they are shown, not refused.
duty_swaps.return_id: A shift of the other one that is taken in exchange; null when the shift is simply handed over.
health_record_versions: Append-only by grant.
health_records.to_day: The last day on which it counts; null while it goes on.
health_records.withdrawn: True when its recording was undone: it counts nowhere and stays in the history.
health_records.phone: Personal data: leaves the server masked unless it was asked for with a purpose.
health_records: Mạng lưới y tế cơ sở (BD-0915 §4, HD-0312 §2): each row as it stands now; health_record_versions holds how it came to be.
incidents.caller_phone: Personal data: masked in every list, shown on a stated purpose, and logged.
incidents.happened_at: As the reporting device says; never trusted for a time limit, because its clock may be wrong.
incidents.limit_at: The limit that runs now: to assign, to resolve, or for the level above to take over; null when nothing runs.
incidents.team_id: A rapid response team (HD-0312 §2) of the register; null where none was sent, or where it was only named.
incidents: Sự vụ trực ban: every call or report, from its arrival to its result. Time limits count from arrival.
indicator_instances.computed_at: When the values last were brought up to date; null until they are computed for the first time.
indicator_instances.failure: Why the last attempt failed; the values of the one before stand meanwhile.
indicator_marks.unit_id: The unit whose facts changed; null for all of them.
indicator_steps.own: What a unit above the communes has by itself, kept beside its figure, which holds it and everything below.
indicator_steps: By how much a figure of a unit changes on a day; indicator_instances says which figure.
indicator_thresholds.goal: A share between 0 and 1, or a number where the figure is a sum.
indicator_thresholds.short: What the last check found; a warning is written when this changes.
indicator_warnings.short: True when the figure fell below, false when it came back.
notices: One per person, kind, subject and day. Personal: every query names the account.
offices.valid_to: Last day on which the office is held; null while it is.
requests.route: Method and address as declared: POST /api/accounts/:id/disable.
requests: Answers of writes, so that a request sent twice is done once; forgotten after the days in platform/server/once.ts.
sign_in_codes: Codes that have signed somebody in, for as long as they would still be right; then removed.
target_bindings: The indicator that measures a target of a task. Rebinding ends the row before and writes a new one.
task_acts.body_id: The body it concerns: whose report it was, from whom it was taken back.
task_assignments.late_reason: Why the deadline lies after that of the task itself; null when it does not.
task_assignments: Cụ thể hóa: one act that gave one sentence and one deadline to many bodies below.
task_extensions.decided_on: The day in Việt Nam from which a granted extension is in force.
task_parts.due_on: The last day in force, with extensions granted; once a day of completion is named, the one in force on that day.
task_parts.done_on: The day of completion: named by the body while its report waits, confirmed when the state is accepted.
task_parts.co_led: Several bodies lead the task: it counts once, where the worst of them stands.
task_reminders.days: Days until the last day; negative once it is past.
task_words: The folded sentences of tasks that were issued. Written only by the trigger of tasks.
tasks.due_on: Last day by which the task is to be done; null when the document gives none.
units.valid_to: The last day on which the unit exists; null while it does.
units: QĐ 124/2004/QĐ-TTg codes (2021) and QĐ 19/2025/QĐ-TTg codes (since 1/7/2025); sub-commune codes are invented here.
