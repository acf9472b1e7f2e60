-- Indicators measure themselves: what changed is marked in the act's own transaction, a job recomputes only that.
-- What is measured, and with which parameter: the same definition counts communes with one station and with two.
create table indicator_instances (
  id          integer     generated always as identity primary key,
  key         text        not null check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  at_least    numeric     not null default 0 check (at_least >= 0),
  is_default  boolean     not null default false,
  created_at  timestamptz not null default clock_timestamp(),
  computed_at timestamptz,
  failure     text,
  failed_at   timestamptz,
  failures    integer     not null default 0 check (failures >= 0),
  retry_at    timestamptz,
  check ((failure is null) = (failed_at is null)),
  unique (key, at_least)
);
create unique index indicator_instances_default on indicator_instances (key) where is_default;
comment on column indicator_instances.computed_at is 'When the values last were brought up to date; null until they are computed for the first time.';
comment on column indicator_instances.failure is 'Why the last attempt failed; the values of the one before stand meanwhile.';

-- Values as changes by day: the value on a day is the sum of the changes up to it. A change of one fact is a change of the
-- commune and of each unit above it on the days where the fact begins and ends, however many units and days there are.
-- Sums of counts without personal content. No reference to units: they are never deleted, and every step would pay for it.
create table indicator_steps (
  instance_id integer not null references indicator_instances (id),
  unit_id     text    not null,
  own         boolean not null default false,
  day         date    not null,
  numerator   numeric not null,
  denominator numeric not null,
  -- With the values: the course of a unit is read from a few pages of the index instead of a page a day.
  primary key (instance_id, unit_id, own, day) include (numerator, denominator),
  check (numerator <> 0 or denominator <> 0)
);
comment on table indicator_steps is 'By how much a figure of a unit changes on a day; indicator_instances says which figure.';
comment on column indicator_steps.own is 'What a unit above the communes has by itself, kept beside its figure, which holds it and everything below.';

-- What is to be computed again. Only ever added to by acts and taken away by the job, so that neither waits for the other.
create table indicator_marks (
  id        bigint      generated always as identity primary key,
  key       text        not null,
  unit_id   text        references units (id),
  path      ltree       check ((path is null) = (unit_id is null)),
  from_day  date        not null,
  marked_at timestamptz not null default clock_timestamp()
);
create index indicator_marks_key on indicator_marks (key, id);
create index indicator_marks_unit_id on indicator_marks (unit_id);
comment on column indicator_marks.unit_id is 'The unit whose facts changed; null for all of them.';

-- “Warn when … stays below”: set by an office on a unit that it covers.
create table indicator_thresholds (
  id         uuid        primary key, -- made on the device
  key        text        not null,
  at_least   numeric     not null,
  unit_id    text        not null references units (id),
  unit_path  ltree       not null,
  body_id    uuid        not null references bodies (id),
  rule       text        not null check (rule in ('below-value', 'below-plan')),
  goal       numeric     not null check (goal >= 0),
  by_day     date,
  start_day  date,
  start_at   numeric     check (start_at >= 0),
  note       text        not null default '' check (length(note) <= 500),
  state      text        not null default 'watching' check (state in ('watching', 'ended')),
  short      boolean     not null default false,
  checked_on date,
  version    integer     not null default 1,
  created_by text        not null references accounts (id),
  created_at timestamptz not null default clock_timestamp(),
  check (rule = 'below-value' or (by_day > start_day and start_at is not null)),
  foreign key (key, at_least) references indicator_instances (key, at_least)
);
create index indicator_thresholds_instance on indicator_thresholds (key, at_least, unit_id);
create index indicator_thresholds_unit_id on indicator_thresholds (unit_id);
create index indicator_thresholds_body_id on indicator_thresholds (body_id);
create index indicator_thresholds_created_by on indicator_thresholds (created_by);
create index indicator_thresholds_checked_on on indicator_thresholds (checked_on) where state = 'watching';
comment on column indicator_thresholds.goal is 'A share between 0 and 1, or a number where the figure is a sum.';
comment on column indicator_thresholds.short is 'What the last check found; a warning is written when this changes.';

create table indicator_warnings (
  id           bigint      generated always as identity primary key,
  threshold_id uuid        not null references indicator_thresholds (id),
  unit_path    ltree       not null,
  short        boolean     not null,
  on_day       date        not null,
  value        numeric,
  wanted       numeric     not null,
  at           timestamptz not null default clock_timestamp()
);
create index indicator_warnings_threshold_id on indicator_warnings (threshold_id, id desc);
comment on column indicator_warnings.short is 'True when the figure fell below, false when it came back.';

-- Units that come, end or change their dates are counted anew: each by itself, or everything when a whole list was loaded.
create function mark_changed_units() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if (select count(*) from (select from changed_units where level = 'commune' limit 201) as communes) > 200 then
    insert into public.indicator_marks (key, from_day) select distinct key, date '0001-01-01' from public.indicator_instances;
  else
    insert into public.indicator_marks (key, unit_id, path, from_day)
    select i.key, u.id, u.path, u.valid_from from changed_units u, (select distinct key from public.indicator_instances) as i
    where u.level = 'commune';
  end if;
  return null;
end $$;
create trigger indicators_of_new_units after insert on units referencing new table as changed_units
  for each statement execute function mark_changed_units();
create trigger indicators_of_changed_units after update on units referencing new table as changed_units
  for each statement execute function mark_changed_units();

grant select, insert on indicator_instances, indicator_marks to phaodai_app;
grant select on indicator_steps to phaodai_app;
grant select, insert, update on indicator_thresholds to phaodai_app;
grant select, insert on indicator_warnings to phaodai_app;

-- The job's own role: it reads facts (each feature grants its tables) and is the only one that may write a measured value.
grant usage on schema public to phaodai_indicators;
grant select on units to phaodai_indicators;
grant select, insert, update on indicator_instances to phaodai_indicators;
grant select, insert, update, delete on indicator_steps to phaodai_indicators;
grant select, insert, delete on indicator_marks to phaodai_indicators;

alter table indicator_thresholds enable row level security;
alter table indicator_thresholds force row level security;
create policy indicator_thresholds_scope on indicator_thresholds
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
  with check (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table indicator_warnings enable row level security;
alter table indicator_warnings force row level security;
create policy indicator_warnings_scope on indicator_warnings
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]))
  with check (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
