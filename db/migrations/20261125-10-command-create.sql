-- Steering Committees and Commands at three levels: who held which office on which day, and who does what (BT-0904 §4, §15).
create table committee_members (
  id           uuid        primary key, -- made on the device
  body_id      uuid        not null references bodies (id),
  unit_path    ltree       not null,
  person_name  text        not null check (length(person_name) between 1 and 200),
  office       text        not null check (office in ('head', 'standing-deputy', 'deputy', 'commander', 'deputy-commander', 'standing-member', 'member')),
  post         text        not null default '' check (length(post) <= 300),
  phone        text        check (length(phone) between 6 and 30),
  account_id   text        references accounts (id),
  from_day     date        not null,
  to_day       date        check (to_day >= from_day),
  number       text        not null check (length(number) between 1 and 100),
  number_day   date        not null,
  end_number   text        check (length(end_number) between 1 and 100),
  end_reason   text        check (length(end_reason) between 1 and 300),
  replaces_id  uuid        references committee_members (id),
  version      integer     not null default 1,
  search       text        generated always as (folded(person_name || ' ' || post)) stored,
  check (end_reason is null or to_day is not null),
  check (replaces_id <> id),
  -- Two heads at once, or two who command, would make a signature doubtful: whoever comes second is refused.
  constraint committee_members_one_at_once exclude using gist (body_id with =, office with =, daterange(from_day, to_day, '[]') with &&)
    where (office in ('head', 'standing-deputy', 'commander')),
  -- Nobody is a member of one committee twice on one day.
  constraint committee_members_person_once exclude using gist (body_id with =, person_name with =, post with =, daterange(from_day, to_day, '[]') with &&)
);
comment on table committee_members is 'Thành viên Ban Chỉ đạo, Sở Chỉ huy: an office in the committee, held from a day to a day, by which instrument.';
comment on column committee_members.to_day is 'The last day on which the office is held; null while it is.';
comment on column committee_members.phone is 'Personal data: masked in every list, shown on a stated purpose, and logged.';
create index committee_members_body_id on committee_members (body_id, from_day);
create index committee_members_account_id on committee_members (account_id);
create index committee_members_replaces_id on committee_members (replaces_id);

-- Phân công: a field of work, or localities, for a time.
create table committee_works (
  id         uuid    primary key,
  member_id  uuid    not null references committee_members (id),
  body_id    uuid    not null references bodies (id),
  unit_path  ltree   not null,
  area       text    not null check (length(area) between 1 and 500),
  unit_ids   text[]  not null default '{}' check (cardinality(unit_ids) <= 200),
  from_day   date    not null,
  to_day     date    check (to_day >= from_day),
  version    integer not null default 1
);
create index committee_works_member_id on committee_works (member_id);
create index committee_works_body_id on committee_works (body_id, from_day);

create table committee_changes (
  id         uuid        primary key,
  body_id    uuid        not null references bodies (id),
  unit_path  ltree       not null,
  member_id  uuid        references committee_members (id),
  account_id text        not null references accounts (id),
  at         timestamptz not null default clock_timestamp(),
  kind       text        not null check (kind in ('added', 'replaced', 'ended', 'corrected', 'work-added', 'work-ended', 'imported', 'subcommittee-added')),
  day        date        not null,
  details    jsonb       not null default '{}'
);
create index committee_changes_body_id on committee_changes (body_id, at desc);
create index committee_changes_member_id on committee_changes (member_id);
create index committee_changes_account_id on committee_changes (account_id);

grant select, insert on committee_members, committee_works, committee_changes to phaodai_app;
grant update (to_day, end_number, end_reason, post, phone, number, number_day, version) on committee_members to phaodai_app;
grant update (to_day, version) on committee_works to phaodai_app;

alter table committee_members enable row level security;
alter table committee_members force row level security;
create policy committee_members_scope on committee_members
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table committee_works enable row level security;
alter table committee_works force row level security;
create policy committee_works_scope on committee_works
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
alter table committee_changes enable row level security;
alter table committee_changes force row level security;
create policy committee_changes_scope on committee_changes
  using (unit_path <@ any (string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::ltree[]));
