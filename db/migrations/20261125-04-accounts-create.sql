-- Accounts, sign-in and offices. The auth_ tables belong to the sign-in library, which writes them outside our
-- transactions; triggers audit them (the one allowed exception to "audit in the same act").
create table auth_users (
  id                 text        primary key,
  name               text        not null,
  email              text        not null unique,
  email_verified     boolean     not null default false,
  image              text,
  username           text        unique,
  display_username   text,
  two_factor_enabled boolean     default false,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now()
);
create table auth_sessions (
  id         text        primary key,
  token      text        not null unique,
  user_id    text        not null references auth_users (id),
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_user_id on auth_sessions (user_id);
create table auth_credentials (
  id                       text        primary key,
  account_id               text        not null,
  provider_id              text        not null,
  user_id                  text        not null references auth_users (id),
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now()
);
create index auth_credentials_user_id on auth_credentials (user_id);
create table auth_verifications (
  id         text        primary key,
  identifier text        not null,
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_identifier on auth_verifications (identifier);
create table auth_two_factors (
  id                        text        primary key,
  secret                    text        not null,
  backup_codes              text        not null,
  user_id                   text        not null references auth_users (id),
  verified                  boolean     default true,
  failed_verification_count integer     default 0,
  locked_until              timestamptz
);
create index auth_two_factors_user_id on auth_two_factors (user_id);
grant select, insert, update, delete on auth_users, auth_sessions, auth_credentials, auth_verifications, auth_two_factors
  to phaodai_app;

-- What the library did, without what it keeps secret.
create function audit_sign_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
end $$;
create trigger audit after insert or update or delete on auth_users for each row execute function audit_sign_in();
create trigger audit after insert or update or delete on auth_credentials for each row execute function audit_sign_in();
create trigger audit after insert or update or delete on auth_two_factors for each row execute function audit_sign_in();
create trigger audit after insert or delete on auth_sessions for each row execute function audit_sign_in();

-- An account is ours: the library knows how someone proves who they are, we know whether they may act.
create table accounts (
  id                   text        primary key references auth_users (id),
  username             text        not null unique,
  person_name          text        not null check (length(person_name) between 1 and 200),
  state                text        not null default 'active' check (state in ('active', 'disabled')),
  must_change_password boolean     not null default false,
  demo                 boolean     not null default false,
  version              integer     not null default 1,
  created_at           timestamptz not null default clock_timestamp()
);
grant select, insert, update on accounts to phaodai_app;

-- An office is a role in a body over a period; it covers subtrees of the unit tree (as a rule, its body's own).
create table offices (
  id         uuid    primary key,
  account_id text    not null references accounts (id),
  body_id    uuid    not null references bodies (id),
  role       text    not null,
  title      text    not null check (length(title) between 1 and 200),
  scopes     ltree[] not null check (cardinality(scopes) between 1 and 50),
  valid_from date    not null,
  valid_to   date    check (valid_to >= valid_from),
  version    integer not null default 1
);
create index offices_account_id on offices (account_id);
create index offices_body_id on offices (body_id, role);
comment on column offices.valid_to is 'Last day on which the office is held; null while it is.';
grant select, insert, update on offices to phaodai_app;

-- Failed sign-ins, to slow down guessing: per user name and per source address.
create table sign_in_failures (
  id     bigint      generated always as identity primary key,
  key    text        not null,
  at     timestamptz not null default clock_timestamp()
);
create index sign_in_failures_key on sign_in_failures (key, at);
grant select, insert, delete on sign_in_failures to phaodai_app;
