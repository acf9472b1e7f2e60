-- Every foreign key has an index over all of its rows (tests/postgres/structure.test.ts); a partial one is not counted.
drop index incidents_team_id;
create index incidents_team_id on incidents (team_id);
