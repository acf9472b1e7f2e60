-- The grassroots health network (S17): mobile stations, station beds, community groups, safety groups, rapid teams,
-- coordination regulations, industrial parks. One table, because they live alike: recorded, corrected, ended, undone.
-- What belongs to one kind stands in `content`; what is searched, counted or referred to is generated from it.
create table health_records (
  id          uuid        primary key, -- made on the device
  kind        text        not null check (kind in ('mobile-station', 'station-beds', 'community-group', 'safety-group',
                            'rapid-team', 'coordination-regulation', 'industrial-park')),
  unit_id     text        not null references units (id),
  unit_path   ltree       not null,
  body_id     uuid        not null references bodies (id),
  content     jsonb       not null check (jsonb_typeof(content) = 'object'),
  from_day    date        not null,
  to_day      date        check (to_day >= from_day),
  end_reason  text        check (length(end_reason) between 3 and 300),
  withdrawn   boolean     not null default false,
  version     integer     not null default 1 check (version >= 1),
  changed_by  text        not null references accounts (id),
  changed_at  timestamptz not null default clock_timestamp(),
  name        text        not null generated always as (content ->> 'name') stored check (length(name) between 1 and 200),
  phone       text        generated always as (content ->> 'phone') stored check (phone ~ '^0[0-9]{8,10}$'),
  doctors     integer     generated always as ((content ->> 'doctors')::integer) stored check (doctors >= 0),
  beds        integer     generated always as ((content ->> 'beds')::integer) stored check (beds >= 0),
  households  integer     generated always as ((content ->> 'households')::integer) stored check (households >= 0),
  readiness   text        generated always as (content ->> 'readiness') stored check (readiness in ('ready', 'deployed', 'resting')),
  park_id     uuid        generated always as ((content ->> 'park')::uuid) stored references health_records (id),
  file_id     uuid        generated always as ((content ->> 'file')::uuid) stored references files (id),
  search      text        generated always as (folded(
                coalesce(content ->> 'name', '') || ' ' || coalesce(content ->> 'leader', '') || ' ' ||
                coalesce(content ->> 'enterprise', '') || ' ' || coalesce(content ->> 'address', '') || ' ' ||
                coalesce(content ->> 'number', '') || ' ' || coalesce(content ->> 'parties', ''))) stored,
  check ((to_day is null) = (end_reason is null)),
  check (kind <> 'station-beds' or beds is not null),
  check (kind <> 'community-group' or households is not null),
  check (kind <> 'rapid-team' or readiness is not null)
);
comment on table health_records is 'Mạng lưới y tế cơ sở (BD-0915 §4, HD-0312 §2): each row as it stands now; health_record_versions holds how it came to be.';
comment on column health_records.to_day is 'The last day on which it counts; null while it goes on.';
comment on column health_records.withdrawn is 'True when its recording was undone: it counts nowhere and stays in the history.';
comment on column health_records.phone is 'Personal data: leaves the server masked unless it was asked for with a purpose.';
create index health_records_unit on health_records (unit_id, kind, from_day);
create index health_records_unit_path on health_records using gist (unit_path);
create index health_records_body_id on health_records (body_id, kind);
create index health_records_changed_by on health_records (changed_by);
create index health_records_park_id on health_records (park_id);
create index health_records_file_id on health_records (file_id);
create index health_records_phone on health_records (phone) where phone is not null;
create index health_records_search on health_records using gin (search gin_trgm_ops);

-- Every act with the whole record as it stood afterwards: the history, and what an undo goes back to.
create table health_record_versions (
  record_id  uuid        not null references health_records (id),
  version    integer     not null check (version >= 1),
  unit_path  ltree       not null,
  act        text        not null check (act in ('recorded', 'changed', 'ended', 'undone')),
  note       text        check (length(note) <= 300),
  content    jsonb       not null,
  from_day   date        not null,
  to_day     date,
  end_reason text,
  withdrawn  boolean     not null,
  account_id text        not null references accounts (id),
  at         timestamptz not null default clock_timestamp(),
  primary key (record_id, version)
);
create index health_record_versions_account_id on health_record_versions (account_id);
comment on table health_record_versions is 'Append-only by grant.';

grant select, insert on health_records, health_record_versions to phaodai_app;
grant update (content, from_day, to_day, end_reason, withdrawn, version, changed_by, changed_at) on health_records to phaodai_app;

-- The job of the indicators reads the facts, and no history.
grant select on health_records to phaodai_indicators;

alter table health_records enable row level security;
alter table health_records force row level security;
create policy health_records_scope on health_records
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table health_record_versions enable row level security;
alter table health_record_versions force row level security;
create policy health_record_versions_scope on health_record_versions
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
