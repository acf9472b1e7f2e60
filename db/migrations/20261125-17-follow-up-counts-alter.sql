-- Counting what stands where, over 100,000 tasks: grouping by task costs more than all else, and is needed only for
-- tasks that several bodies lead.
alter table task_parts add column co_led boolean not null default false;
comment on column task_parts.co_led is 'Several bodies lead the task: it counts once, where the worst of them stands.';
update task_parts p set co_led = true
where p.part = 'lead' and (select count(*) from task_parts q where q.task_id = p.task_id and q.part = 'lead') > 1;

create index task_parts_standing on task_parts (body_id, state, due_on, done_on);
create index task_parts_open on task_parts (due_on, task_id, body_id) where part = 'lead' and state in ('open', 'reported', 'returned');
