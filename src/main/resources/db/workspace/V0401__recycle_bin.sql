-- The recycle bin lists the latest deletions of an object first.
create index sys_change_log_deleted on sys_change_log (object, at, record) where operation = 'd';
