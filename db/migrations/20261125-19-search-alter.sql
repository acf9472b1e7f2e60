-- Nearness of the words is judged for the 60 that stand first by title and day – three pages – and no longer for 200: it
-- reads the whole vector of each, which was most of what a search for common words took.
create or replace function search_directives(query tsquery, of_body uuid, oversees boolean, of_kind text, at_offset integer, at_most integer)
  returns table (directive_id uuid, total bigint) language sql stable security definer set search_path = pg_catalog, public as $$
  with scope as materialized (
    select string_to_array(nullif(current_setting('app.scopes', true), ''), ',')::public.ltree[] as paths),
  found as materialized (
    select w.directive_id, w.at, w.title_words @@ query as in_title
    from public.directive_words w, scope
    where w.words @@ query and w.shown and (of_kind is null or w.kind = of_kind)
      and (w.place operator(public.<@) any (scope.paths) or w.audience operator(public.<@) any (scope.paths))
      and (w.body_id = of_body or (w.issued and (oversees
        or w.directive_id in (select r.directive_id from public.directive_recipients r where r.body_id = of_body))))),
  best as materialized (
    select f.*, row_number() over (order by f.in_title desc, f.at desc, f.directive_id) as place
    from (select * from found order by in_title desc, at desc, directive_id limit 200) as f),
  near as materialized (
    select b.directive_id, ts_rank_cd(w.words, query, 4) as rank
    from best b join public.directive_words w on w.directive_id = b.directive_id where b.place <= 60)
  select b.directive_id, (select count(*) from found)
  from best b left join near n on n.directive_id = b.directive_id
  order by b.place > 60, b.in_title desc, n.rank desc nulls last, b.place
  limit at_most offset at_offset
$$;
