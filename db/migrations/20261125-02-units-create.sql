-- Administrative units: one tree per code list, with dates. A name is never a key.
create table units (
  id                 text             primary key,
  code_list          text             not null check (code_list ~ '^[a-z0-9-]{2,20}$'),
  code               text             not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$'),
  level              text             not null check (level in ('nation', 'province', 'district', 'commune', 'hamlet', 'block', 'address')),
  kind               text             not null,
  name               text             not null check (name <> ''),
  -- ' thanh pho thu dau mot tdm': folded words and initials, each after a space, for search by beginnings of words.
  search_text        text             not null,
  parent_id          text             references units (id),
  path               ltree            not null,
  valid_from         date             not null,
  valid_to           date             check (valid_to >= valid_from),
  population         integer          check (population >= 0),
  households         integer          check (households >= 0),
  population_source  text,
  area_km2           double precision check (area_km2 >= 0),
  lat                double precision check (lat between -90 and 90),
  lon                double precision check (lon between -180 and 180),
  centroid_estimated boolean          not null default false,
  check (id = code_list || ':' || code),
  check ((level = 'nation') = (parent_id is null)),
  check ((lat is null) = (lon is null)),
  check ((population is null) or (population_source is not null))
);
create unique index units_path on units (path);
create index units_path_within on units using gist (path);
create index units_parent on units (parent_id, name);
create index units_search on units using gin (search_text gin_trgm_ops);
comment on table units is 'QĐ 124/2004/QĐ-TTg codes (2021) and QĐ 19/2025/QĐ-TTg codes (since 1/7/2025); sub-commune codes are invented here.';
comment on column units.valid_to is 'The last day on which the unit exists; null while it does.';

-- What became of a unit. Many to many: some communes were divided between two.
create table unit_successors (
  from_id text not null references units (id),
  to_id   text not null references units (id),
  extent  text not null check (extent in ('full', 'partial')),
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index unit_successors_to on unit_successors (to_id);

-- One boundary per unit, the newest import; WGS84, simplified so that neighbours still share their border.
create table unit_boundaries (
  unit_id     text             primary key references units (id),
  source      text             not null check (source <> ''),
  geometry    jsonb            not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  min_lon     double precision not null,
  min_lat     double precision not null,
  max_lon     double precision not null,
  max_lat     double precision not null,
  imported_at timestamptz      not null default clock_timestamp(),
  check (min_lon <= max_lon and min_lat <= max_lat)
);

-- Master data without personal content: readable to every signed-in person; history is kept, so nothing is deleted.
grant select, insert, update on units, unit_successors, unit_boundaries to phaodai_app;
