-- The duty desk, day and night: who is on duty, what came in, who took it up (BT-0904 §4).
create table duty_shifts (
  id         uuid        primary key,
  body_id    uuid        not null references bodies (id),
  unit_path  ltree       not null,
  account_id text        not null references accounts (id),
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  state      text        not null default 'planned' check (state in ('planned', 'cancelled')),
  note       text        not null default '' check (length(note) <= 500),
  version    integer     not null default 1,
  check (ends_at > starts_at and ends_at <= starts_at + interval '36 hours')
);
comment on table duty_shifts is 'Ca trực. Double bookings may stand while a roster is being made: they are shown, not refused.';
create index duty_shifts_body_id on duty_shifts (body_id, starts_at);
create index duty_shifts_account_id on duty_shifts (account_id, starts_at);

-- When somebody is on duty anywhere, without what and with whom: so that a desk sees a double booking at another desk
-- whose roster it may not read, and so that a calendar can be read without an office. Ids and hours only.
create table duty_hours (
  shift_id   uuid      primary key references duty_shifts (id),
  body_id    uuid      not null references bodies (id),
  account_id text      not null references accounts (id),
  during     tstzrange not null check (not isempty(during))
);
create index duty_hours_account_id on duty_hours (account_id, lower(during));
create index duty_hours_body_id on duty_hours (body_id, lower(during));

create table duty_swaps (
  id           uuid        primary key,
  body_id      uuid        not null references bodies (id),
  unit_path    ltree       not null,
  shift_id     uuid        not null references duty_shifts (id),
  return_id    uuid        references duty_shifts (id),
  asked_by     text        not null references accounts (id),
  asked_of     text        not null references accounts (id),
  reason       text        not null check (length(reason) between 1 and 500),
  state        text        not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  answer       text        not null default '' check (length(answer) <= 500),
  asked_at     timestamptz not null default clock_timestamp(),
  answered_at  timestamptz,
  check (asked_by <> asked_of),
  check ((state = 'asked') = (answered_at is null))
);
comment on column duty_swaps.return_id is 'A shift of the other one that is taken in exchange; null when the shift is simply handed over.';
create unique index duty_swaps_one_open on duty_swaps (shift_id) where state = 'asked';
create index duty_swaps_shift_id on duty_swaps (shift_id);
create index duty_swaps_return_id on duty_swaps (return_id);
create index duty_swaps_body_id on duty_swaps (body_id, asked_at desc);
create index duty_swaps_asked_by on duty_swaps (asked_by);
create index duty_swaps_asked_of on duty_swaps (asked_of, asked_at desc);

create table duty_handovers (
  id           uuid        primary key,
  body_id      uuid        not null references bodies (id),
  unit_path    ltree       not null,
  shift_id     uuid        references duty_shifts (id),
  written_by   text        not null references accounts (id),
  open_items   text        not null check (length(open_items) between 1 and 10000),
  watch        text        not null default '' check (length(watch) <= 10000),
  open_count   integer     not null check (open_count >= 0),
  written_at   timestamptz not null default clock_timestamp(),
  confirmed_by text        references accounts (id),
  confirmed_at timestamptz,
  check ((confirmed_by is null) = (confirmed_at is null)),
  -- Whoever hands over does not confirm to himself.
  check (confirmed_by <> written_by)
);
create index duty_handovers_body_id on duty_handovers (body_id, written_at desc);
create index duty_handovers_shift_id on duty_handovers (shift_id);
create index duty_handovers_written_by on duty_handovers (written_by);
create index duty_handovers_confirmed_by on duty_handovers (confirmed_by);

create table duty_calendars (
  id         uuid        primary key,
  account_id text        not null references accounts (id),
  token_hash text        not null unique check (length(token_hash) = 64),
  made_at    timestamptz not null default clock_timestamp(),
  revoked_at timestamptz
);
comment on column duty_calendars.token_hash is 'SHA-256 of the secret in the address: whoever reads this table cannot read anybody''s calendar.';
create unique index duty_calendars_one_live on duty_calendars (account_id) where revoked_at is null;
create index duty_calendars_account_id on duty_calendars (account_id);

-- Whatever comes in. unit_path is the place it is about (or the unit of who typed it); audience the units of the bodies
-- that have a part in it; parties those bodies: who reported it, the desks it went through, who deals with it now.
create table incidents (
  id             uuid        primary key, -- made on the device, also without a network
  number         bigint      generated always as identity,
  unit_path      ltree       not null,
  audience       ltree[]     not null default '{}',
  parties        uuid[]      not null,
  state          text        not null check (state in ('new', 'triaged', 'assigned', 'escalated', 'resolved', 'merged')),
  kind           text        not null check (kind ~ '^[a-z-]{2,40}$'),
  urgency        text        not null check (urgency in ('urgent', 'normal')),
  channel        text        not null check (channel in ('hotline', 'commune', 'enterprise', 'body')),
  details        text        not null check (length(details) between 1 and 5000),
  place_unit_id  text        references units (id),
  place_text     text        not null default '' check (length(place_text) <= 500),
  caller_name    text        check (length(caller_name) between 1 and 200),
  caller_phone   text        check (length(caller_phone) between 6 and 30),
  reporter_body_id uuid      not null references bodies (id),
  reported_by    text        not null references accounts (id),
  desk_body_id   uuid        not null references bodies (id),
  above_body_id  uuid        references bodies (id),
  assigned_body_id uuid      references bodies (id),
  team           text        not null default '' check (length(team) <= 200),
  result         text        check (length(result) between 1 and 5000),
  merged_into    uuid        references incidents (id),
  happened_at    timestamptz,
  arrived_at     timestamptz not null,
  assign_by      timestamptz not null,
  resolve_by     timestamptz not null,
  take_over_by   timestamptz,
  limit_at       timestamptz,
  resolved_at    timestamptz,
  version        integer     not null default 1,
  search         text        generated always as (folded(details || ' ' || place_text || ' ' || team)) stored,
  check ((state = 'escalated') = (above_body_id is not null)),
  check ((state = 'escalated') = (take_over_by is not null)),
  check ((state = 'merged') = (merged_into is not null)),
  check ((state = 'resolved') = (resolved_at is not null)),
  check (state <> 'assigned' or assigned_body_id is not null or team <> ''),
  check (merged_into <> id)
);
comment on table incidents is 'Sự vụ trực ban: every call or report, from its arrival to its result. Time limits count from arrival.';
comment on column incidents.happened_at is 'As the reporting device says; never trusted for a time limit, because its clock may be wrong.';
comment on column incidents.limit_at is 'The limit that runs now: to assign, to resolve, or for the level above to take over; null when nothing runs.';
comment on column incidents.caller_phone is 'Personal data: masked in every list, shown on a stated purpose, and logged.';
create unique index incidents_number on incidents (number);
create index incidents_parties on incidents using gin (parties);
create index incidents_unit_path on incidents using gist (unit_path);
create index incidents_audience on incidents using gist (audience gist__ltree_ops);
create index incidents_desk on incidents (desk_body_id, urgency desc, limit_at) where state in ('new', 'triaged', 'assigned', 'escalated');
create index incidents_desk_body_id on incidents (desk_body_id, arrived_at desc);
create index incidents_above_body_id on incidents (above_body_id);
create index incidents_assigned_body_id on incidents (assigned_body_id);
create index incidents_reporter_body_id on incidents (reporter_body_id, arrived_at desc);
create index incidents_reported_by on incidents (reported_by);
create index incidents_place_unit_id on incidents (place_unit_id);
create index incidents_merged_into on incidents (merged_into);
create index incidents_arrived_at on incidents (arrived_at desc);
create index incidents_search on incidents using gin (search gin_trgm_ops);

-- Nhật ký trực: every act in its order. Rows are never changed but for who may read them.
create table incident_log (
  id           bigint      generated always as identity primary key,
  incident_id  uuid        not null references incidents (id),
  unit_path    ltree       not null,
  audience     ltree[]     not null default '{}',
  desk_body_id uuid        not null references bodies (id),
  body_id      uuid        not null references bodies (id),
  account_id   text        not null references accounts (id),
  at           timestamptz not null default clock_timestamp(),
  event        text        not null check (event ~ '^[a-z-]{2,40}$'),
  text         text        not null default '' check (length(text) <= 5000),
  details      jsonb       not null default '{}'
);
create index incident_log_incident_id on incident_log (incident_id, id);
create index incident_log_desk_body_id on incident_log (desk_body_id, at);
create index incident_log_body_id on incident_log (body_id);
create index incident_log_account_id on incident_log (account_id);

-- The file itself says who may read it; this only says where it hangs.
create table incident_files (
  incident_id uuid        not null references incidents (id),
  file_id     uuid        not null references files (id),
  added_by    text        not null references accounts (id),
  added_at    timestamptz not null default clock_timestamp(),
  primary key (incident_id, file_id)
);
create index incident_files_file_id on incident_files (file_id);
create index incident_files_added_by on incident_files (added_by);

grant select, insert, update on duty_shifts, duty_hours, incidents to phaodai_app;
grant delete on duty_hours to phaodai_app;
grant select, insert on duty_swaps, duty_handovers, duty_calendars, incident_log, incident_files to phaodai_app;
grant update (state, answer, answered_at) on duty_swaps to phaodai_app;
grant update (confirmed_by, confirmed_at) on duty_handovers to phaodai_app;
grant update (revoked_at) on duty_calendars to phaodai_app;
grant update (unit_path, audience) on incident_log to phaodai_app;

alter table duty_shifts enable row level security;
alter table duty_shifts force row level security;
create policy duty_shifts_scope on duty_shifts
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table duty_swaps enable row level security;
alter table duty_swaps force row level security;
create policy duty_swaps_scope on duty_swaps
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table duty_handovers enable row level security;
alter table duty_handovers force row level security;
create policy duty_handovers_scope on duty_handovers
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
-- Whoever has a part in an incident also writes it, wherever the place lies that it is about.
alter table incidents enable row level security;
alter table incidents force row level security;
create policy incidents_scope on incidents
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table incident_log enable row level security;
alter table incident_log force row level security;
create policy incident_log_scope on incident_log
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[])
      or audience <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
