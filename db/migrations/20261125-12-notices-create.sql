-- Notices for people: what happened that concerns them, once, in the app and by mail as they chose.
create table notices (
  id           uuid        primary key default gen_random_uuid(),
  account_id   text        not null references accounts (id),
  -- Through which body it concerns them: who no longer holds an office there no longer reads it.
  body_id      uuid        not null references bodies (id),
  kind         text        not null check (kind ~ '^[a-z][a-z-]{1,30}(\.[a-z][a-z-]{1,30})?$'),
  subject_kind text        not null check (subject_kind ~ '^[a-z][a-z-]{1,39}$'),
  subject_id   text        not null check (length(subject_id) between 1 and 100),
  -- The day of the product (in an exercise the exercise's): one notice a day about one thing.
  day          date        not null,
  facts        jsonb       not null default '{}' check (jsonb_typeof(facts) = 'object'),
  -- Told to nobody before the delivery job has asked whether this person may see the subject.
  state        text        not null default 'waiting' check (state in ('waiting', 'delivered', 'withheld')),
  -- 'sent' is written before the mail leaves: a mail may get lost, it never comes twice.
  mail         text        not null default 'none' check (mail in ('none', 'now', 'digest', 'sent')),
  made_at      timestamptz not null default clock_timestamp(),
  read_at      timestamptz
);
create unique index notices_once on notices (account_id, kind, subject_kind, subject_id, day);
create index notices_body_id on notices (body_id);
create index notices_of_account on notices (account_id, day desc, kind) where state = 'delivered';
create index notices_waiting on notices (made_at) where state = 'waiting';
create index notices_to_mail on notices (account_id) where mail in ('now', 'digest');
comment on table notices is 'One per person, kind, subject and day. Personal: every query names the account.';
grant select, insert on notices to phaodai_app;
grant update (state, mail, read_at) on notices to phaodai_app;

-- How a person wants mail of one kind; without a row the kind's own default holds. In the app it is always told.
create table notice_preferences (
  account_id text not null references accounts (id),
  kind       text not null,
  mail       text not null check (mail in ('now', 'digest', 'none')),
  primary key (account_id, kind)
);
grant select, insert, update on notice_preferences to phaodai_app;

-- Where mail goes, and when it does not. The address is used only after its owner has typed the code sent to it.
create table notice_settings (
  account_id   text        primary key references accounts (id),
  address      text        check (length(address) between 3 and 254),
  code         text,
  code_sent_at timestamptz,
  code_tries   integer     not null default 0,
  confirmed_at timestamptz,
  -- Clock of Việt Nam; from later than to means over midnight.
  quiet_from   time,
  quiet_to     time,
  version      integer     not null default 1,
  check ((quiet_from is null) = (quiet_to is null)),
  check (confirmed_at is null or address is not null)
);
grant select, insert, update on notice_settings to phaodai_app;

-- A kind that may come in storms is mailed once a day: the row is the claim, made before the mail leaves.
create table notice_mails (
  account_id text        not null references accounts (id),
  kind       text        not null,
  day        date        not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (account_id, kind, day)
);
grant select, insert, delete on notice_mails to phaodai_app;

-- The key that seals what a person's devices hold while nobody is signed in there. Only its owner is given it.
create table device_keys (
  account_id text        primary key references accounts (id),
  key        text        not null check (length(key) between 40 and 60),
  made_at    timestamptz not null default clock_timestamp()
);
grant select, insert on device_keys to phaodai_app;

-- Whoever changed a session, an account or an office – the sign-in library, an administrator, the command line – open
-- streams of that account are asked at once whether they may go on (platform/server/live-hub.ts).
create function tell_access_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('phaodai_live', 'access @' || (case tg_table_name
    when 'accounts' then to_jsonb(new) ->> 'id'
    when 'offices' then to_jsonb(new) ->> 'account_id'
    else to_jsonb(old) ->> 'user_id' end));
  return null;
end $$;
create trigger tell_access_changed after delete on auth_sessions for each row execute function tell_access_changed();
create trigger tell_access_changed after update of state on accounts for each row execute function tell_access_changed();
create trigger tell_access_changed after insert or update on offices for each row execute function tell_access_changed();
