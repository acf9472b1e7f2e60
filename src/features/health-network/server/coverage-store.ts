import { type Db, sql } from '#platform/server/db.ts'
import { CommuneCover, UpperCover } from '../domain/index.ts'

/** What every commune within a path has on a day. Regulations of its district hold for the commune too. */
export function listCoverage(db: Db, path: string, on: string): Promise<CommuneCover[]> {
  return db.all(
    CommuneCover,
    sql`
    with communes as (
      select u.id, u.name, u.path, u.households, above.name as above_name
      from units u join units above on above.id = u.parent_id
      where u.path <@ ${path}::ltree and u.level = 'commune' and u.valid_from <= ${on}::date and coalesce(u.valid_to >= ${on}::date, true)),
    facts as (
      select r.* from health_records r
      where r.unit_path <@ ${path}::ltree and not r.withdrawn and r.from_day <= ${on}::date and coalesce(r.to_day >= ${on}::date, true)),
    with_station as (select distinct park_id from facts where kind = 'mobile-station' and park_id is not null),
    counted as (
      select f.unit_id,
        count(*) filter (where kind = 'mobile-station') as stations,
        (array_agg(beds order by from_day desc, f.id desc) filter (where kind = 'station-beds'))[1] as beds,
        count(*) filter (where kind = 'community-group') as groups,
        coalesce(sum(households) filter (where kind = 'community-group'), 0) as covered,
        count(*) filter (where kind = 'safety-group') as safety_groups,
        count(*) filter (where kind = 'rapid-team') as teams,
        count(*) filter (where kind = 'rapid-team' and readiness = 'ready') as teams_ready,
        count(*) filter (where kind = 'industrial-park') as parks,
        count(*) filter (where kind = 'industrial-park' and s.park_id is not null) as parks_with_station,
        count(*) filter (where kind = 'coordination-regulation') as regulations
      from facts f left join with_station s on s.park_id = f.id group by f.unit_id)
    select c.id as unit_id, c.name as unit_name, c.above_name, coalesce(n.stations, 0) as stations, n.beds, coalesce(n.groups, 0) as groups,
      coalesce(n.covered, 0) as covered, c.households, coalesce(n.safety_groups, 0) as safety_groups, coalesce(n.teams, 0) as teams,
      coalesce(n.teams_ready, 0) as teams_ready, coalesce(n.parks, 0) as parks, coalesce(n.parks_with_station, 0) as parks_with_station,
      coalesce(n.regulations, 0) as regulations
    from communes c left join counted n on n.unit_id = c.id
    order by c.above_name collate "vi-x-icu", c.name collate "vi-x-icu"`,
  )
}

/** What districts and the province keep by themselves: teams and regulations that stand in no commune. */
export function findUpperCover(db: Db, path: string, on: string): Promise<UpperCover> {
  return db.one(
    UpperCover,
    sql`
    select count(*) filter (where r.kind = 'rapid-team') as teams,
      count(*) filter (where r.kind = 'rapid-team' and r.readiness = 'ready') as teams_ready,
      count(*) filter (where r.kind = 'coordination-regulation') as regulations
    from health_records r join units u on u.id = r.unit_id
    where r.unit_path <@ ${path}::ltree and u.level <> 'commune' and not r.withdrawn and r.from_day <= ${on}::date
      and coalesce(r.to_day >= ${on}::date, true)`,
  )
}
