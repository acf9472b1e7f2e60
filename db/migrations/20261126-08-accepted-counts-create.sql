-- Most of what was ever asked is done, and stays done. Counting it anew on every look at the Command's screen takes longer
-- than all else there (48 of 60 ms for 100,000 parts), so how many parts stand accepted is kept. What is still owed moves with
-- the day and is counted from its own small index.
create table accepted_counts (
  body_id uuid not null references bodies (id),
  issuer_id uuid not null references bodies (id),
  nested boolean not null,
  co_led boolean not null,
  late boolean not null,
  parts integer not null,
  primary key (body_id, issuer_id, nested, co_led, late)
);
comment on table accepted_counts is 'How many lead parts of task_parts stand accepted. Written only by the triggers of task_parts; doctor compares them.';
comment on column accepted_counts.nested is 'Parts of tasks that were broken down from another.';
comment on column accepted_counts.late is 'Done after the day that was in force.';
create index accepted_counts_issuer on accepted_counts (issuer_id);

-- One statement may change many parts: they are summed up first, and in one order, so that two acts wait for each other and
-- never stand across.
create function keep_accepted_counts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    insert into accepted_counts as c
    select p.body_id, p.issuer_id, p.parent_id is not null, p.co_led, coalesce(p.done_on > p.due_on, false), count(*)
    from new_parts p where p.part = 'lead' and p.state = 'accepted'
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (body_id, issuer_id, nested, co_led, late) do update set parts = c.parts + excluded.parts;
  else
    insert into accepted_counts as c
    select p.body_id, p.issuer_id, p.parent_id is not null, p.co_led, coalesce(p.done_on > p.due_on, false), sum(p.by)
    from (select n.*, 1 as by from new_parts n union all select o.*, -1 from old_parts o) p
    where p.part = 'lead' and p.state = 'accepted'
    group by 1, 2, 3, 4, 5 having sum(p.by) <> 0 order by 1, 2, 3, 4, 5
    on conflict (body_id, issuer_id, nested, co_led, late) do update set parts = c.parts + excluded.parts;
  end if;
  return null;
end $$;
revoke all on function keep_accepted_counts() from public;

create trigger accepted_of_new after insert on task_parts
  referencing new table as new_parts for each statement execute function keep_accepted_counts();
create trigger accepted_of_changed after update on task_parts
  referencing old table as old_parts new table as new_parts for each statement execute function keep_accepted_counts();

insert into accepted_counts
select body_id, issuer_id, parent_id is not null, co_led, coalesce(done_on > due_on, false), count(*)
from task_parts where part = 'lead' and state = 'accepted' group by 1, 2, 3, 4, 5;

-- A task with several leads stands where the worst of them stands: they are put together from this index alone.
create index task_parts_co_led on task_parts (task_id, body_id) include (issuer_id, parent_id, state, due_on, done_on)
  where part = 'lead' and co_led;

grant select on accepted_counts to phaodai_app;
