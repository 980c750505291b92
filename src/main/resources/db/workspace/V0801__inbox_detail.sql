alter table sys_inbox add column detail text; -- of a job: its kind and state
