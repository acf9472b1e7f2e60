-- Which team of the health network's register an incident was given to; its name stays beside it as it was on that day.
alter table incidents add column team_id uuid references health_records (id);
comment on column incidents.team_id is 'A rapid response team (HD-0312 §2) of the register; null where none was sent, or where it was only named.';
create index incidents_team_id on incidents (team_id) where team_id is not null;
