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
CREATE OR REPLACE FUNCTION public.iso_date(words text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select make_date(substr(words, 1, 4)::integer, substr(words, 6, 2)::integer, substr(words, 9, 2)::integer)
$function$
;

-- tables and columns
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

table sign_in_failures
  id bigint not null identity
  key text not null
  at timestamp with time zone not null default clock_timestamp()

table task_bodies
  task_id uuid not null
  body_id uuid not null
  part text not null
  directive_id uuid not null
  due_on date
  issued_at timestamp with time zone not null

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
directives: directives_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
directives: directives_check CHECK (((state = 'issued'::text) = (issued_at IS NOT NULL)))
directives: directives_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
directives: directives_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
directives: directives_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES accounts(id)
directives: directives_pkey PRIMARY KEY (id)
directives: directives_source_kind_check CHECK ((source_kind = ANY (ARRAY['text'::text, 'docx'::text, 'pdf-text'::text, 'pdf-scan'::text, 'image'::text])))
directives: directives_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'unreadable'::text, 'draft'::text, 'discarded'::text, 'issued'::text])))
file_chunks: file_chunks_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
file_chunks: file_chunks_pkey PRIMARY KEY (file_id, "position")
files: files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)))
files: files_pkey PRIMARY KEY (id)
files: files_size_check CHECK ((size >= 0))
installation: installation_one_check CHECK (one)
installation: installation_pkey PRIMARY KEY (one)
installation: installation_province_id_fkey FOREIGN KEY (province_id) REFERENCES units(id)
migrations: migrations_pkey PRIMARY KEY (name)
offices: offices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
offices: offices_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
offices: offices_check CHECK ((valid_to >= valid_from))
offices: offices_pkey PRIMARY KEY (id)
offices: offices_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 50)))
offices: offices_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
requests: requests_pkey PRIMARY KEY (id)
sign_in_failures: sign_in_failures_pkey PRIMARY KEY (id)
task_bodies: task_bodies_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id)
task_bodies: task_bodies_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
task_bodies: task_bodies_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'coordinate'::text, 'report-to'::text, 'direct'::text])))
task_bodies: task_bodies_pkey PRIMARY KEY (task_id, body_id, part)
task_bodies: task_bodies_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id)
tasks: tasks_check CHECK ((span_end >= span_start))
tasks: tasks_directive_id_fkey FOREIGN KEY (directive_id) REFERENCES directives(id)
tasks: tasks_origin_check CHECK ((origin = ANY (ARRAY['read'::text, 'added'::text, 'split'::text, 'joined'::text])))
tasks: tasks_pkey PRIMARY KEY (id)
tasks: tasks_span_start_check CHECK ((span_start >= 0))
tasks: tasks_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'dropped'::text, 'replaced'::text, 'issued'::text])))
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
CREATE INDEX directive_edits_account_id ON public.directive_edits USING btree (account_id)
CREATE INDEX directive_edits_directive_id ON public.directive_edits USING btree (directive_id, at DESC)
CREATE INDEX directive_recipients_body_id ON public.directive_recipients USING btree (body_id, directive_id)
CREATE INDEX directives_audience ON public.directives USING gist (audience)
CREATE INDEX directives_body_id ON public.directives USING btree (body_id, created_at DESC)
CREATE INDEX directives_created_by ON public.directives USING btree (created_by)
CREATE INDEX directives_file_id ON public.directives USING btree (file_id)
CREATE INDEX directives_issued_at ON public.directives USING btree (issued_at DESC) WHERE (state = 'issued'::text)
CREATE INDEX directives_issued_by ON public.directives USING btree (issued_by)
CREATE INDEX directives_search ON public.directives USING gin (search gin_trgm_ops)
CREATE INDEX files_unit_path ON public.files USING gist (unit_path)
CREATE INDEX installation_province_id ON public.installation USING btree (province_id)
CREATE INDEX offices_account_id ON public.offices USING btree (account_id)
CREATE INDEX offices_body_id ON public.offices USING btree (body_id, role)
CREATE INDEX requests_at ON public.requests USING btree (at)
CREATE INDEX sign_in_failures_key ON public.sign_in_failures USING btree (key, at)
CREATE INDEX task_bodies_directive_id ON public.task_bodies USING btree (directive_id)
CREATE INDEX task_bodies_inbox ON public.task_bodies USING btree (body_id, due_on, task_id)
CREATE INDEX task_bodies_newest ON public.task_bodies USING btree (body_id, issued_at DESC, task_id)
CREATE INDEX tasks_directive_id ON public.tasks USING btree (directive_id, "position")
CREATE INDEX unit_successors_to ON public.unit_successors USING btree (to_id)
CREATE INDEX units_parent ON public.units USING btree (parent_id, name)
CREATE UNIQUE INDEX units_path ON public.units USING btree (path)
CREATE INDEX units_path_within ON public.units USING gist (path)
CREATE INDEX units_search ON public.units USING gin (search_text gin_trgm_ops)

-- triggers
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.auth_credentials FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER audit AFTER INSERT OR DELETE ON public.auth_sessions FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.auth_two_factors FOR EACH ROW EXECUTE FUNCTION audit_sign_in()
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.auth_users FOR EACH ROW EXECUTE FUNCTION audit_sign_in()

-- row-level security
directive_edits: forced
  directive_edits_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
directive_pages: forced
  directive_pages_scope for * using ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
directives: forced
  directives_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
files: forced
  files_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))
tasks: forced
  tasks_scope for * using (((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])) OR (audience <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))) with check ((unit_path <@ ANY ((string_to_array(NULLIF(current_setting('app.scopes'::text, true), ''::text), ','::text))::ltree[])))

-- rights of the app
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
directive_edits: insert, select, update (undone)
directive_pages: delete, insert, select
directive_recipients: insert, select
directives: insert, select, update
file_chunks: insert
files: insert, select, update (audience)
installation: insert, select, update
offices: insert, select, update
requests: insert, select, update (answer)
sign_in_failures: delete, insert, select
task_bodies: insert, select
tasks: insert, select, update
unit_boundaries: insert, select, update
unit_successors: insert, select, update
units: insert, select, update

-- comments
audit_entries: Every act, in the transaction of the act. Sealed in batches; phaodai doctor verifies.
bodies.valid_to: The last day on which the body exists; null while it does.
directives: Văn bản chỉ đạo: what was brought in, its text as read, its own data, and where it stands.
offices.valid_to: Last day on which the office is held; null while it is.
tasks.due_on: Last day by which the task is to be done; null when the document gives none.
units.valid_to: The last day on which the unit exists; null while it does.
units: QĐ 124/2004/QĐ-TTg codes (2021) and QĐ 19/2025/QĐ-TTg codes (since 1/7/2025); sub-commune codes are invented here.
