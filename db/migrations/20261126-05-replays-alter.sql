-- The same request id on another address is another act, also when what was sent is equal: it is refused, not answered.
-- Null for what was remembered before; only the content is compared then.
alter table requests add column route text;
comment on column requests.route is 'Method and address as declared: POST /api/accounts/:id/disable.';

-- A code of the authenticator app signs in once (RFC 6238 §5.2). Who looked over a shoulder, or sat in between, is too late.
create table sign_in_codes (
  account_id text        not null references auth_users (id),
  code       text        not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (account_id, code)
);
create index sign_in_codes_at on sign_in_codes (at);
comment on table sign_in_codes is 'Codes that have signed somebody in, for as long as they would still be right; then removed.';
grant select, insert, delete on sign_in_codes to phaodai_app;
