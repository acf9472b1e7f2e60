-- What this installation is: which province it serves, and whether it is the demo. One row, or none before the first start.
create table installation (
  one         boolean     primary key default true check (one),
  name        text        not null,
  province_id text        references units (id),
  demo        boolean     not null,
  -- An exercise plays on another day: this one when the installation was made, and one day on each day since.
  exercise_from date,
  created_at  timestamptz not null default clock_timestamp()
);
create index installation_province_id on installation (province_id);
grant select, insert, update on installation to phaodai_app;
