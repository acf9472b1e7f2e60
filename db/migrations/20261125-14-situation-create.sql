-- What was done today, over all tasks: the Command's screen reads it from the end.
create index task_acts_at on task_acts (at desc, id);
