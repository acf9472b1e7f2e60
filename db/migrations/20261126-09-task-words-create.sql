-- What tasks say, for search over a hundred thousand of them. A comparison with "like" is not leakproof: under the policy of
-- tasks no index is used for it, and every row is read (2.5 s). As with the words of documents, this table has no policy, is
-- granted to nobody, and is read through one function that applies the scope itself.
create table task_words (
  task_id  uuid    primary key references tasks (id),
  place    ltree   not null,
  audience ltree[] not null,
  words    text    not null
);
create index task_words_words on task_words using gin (words gin_trgm_ops);
comment on table task_words is 'The folded sentences of tasks that were issued. Written only by the trigger of tasks.';

create function keep_task_words() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into task_words (task_id, place, audience, words) values (new.id, new.unit_path, new.audience, new.search)
  on conflict (task_id) do update set place = excluded.place, audience = excluded.audience, words = excluded.words;
  return null;
end $$;
revoke all on function keep_task_words() from public;
create trigger words_of_new after insert on tasks
  for each row when (new.state = 'issued') execute function keep_task_words();
create trigger words_of_changed after update on tasks
  for each row when (new.state in ('issued', 'withdrawn')
    and (old.state, old.quote, old.audience, old.unit_path) is distinct from (new.state, new.quote, new.audience, new.unit_path)) execute function keep_task_words();

-- `pattern` as "like" takes it, folded.
create function tasks_saying(pattern text) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  with scope as materialized (
    select string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::public.ltree[] as paths)
  select w.task_id from public.task_words w, scope
  where w.words like pattern
    and (w.place operator(public.<@) any (scope.paths) or w.audience operator(public.<@) any (scope.paths))
$$;
revoke all on function tasks_saying(text) from public;
grant execute on function tasks_saying(text) to phaodai_app;

-- Tasks that were there before: policies are forced on the owner too, so the migration names the roots of all lists.
select set_config('app.scopes', coalesce((select string_agg(path::text, ',') from units where level = 'nation'), ''), true);
insert into task_words (task_id, place, audience, words)
select id, unit_path, audience, search from tasks where state in ('issued', 'withdrawn');
select set_config('app.scopes', '', true);
