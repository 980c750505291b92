-- Append-only: what changed, by whom, in the same transaction as the change.
-- A reader keeps its position as (xid, seq) and reads only below the snapshot's horizon, so that it skips nothing.
create table sys_change_log (
    xid       xid8        not null default pg_current_xact_id(),
    seq       bigint      not null, -- order within one transaction
    at        timestamptz not null default now(),
    actor     uuid        not null,
    object    text        not null,
    record    uuid        not null,
    version   integer     not null, -- the record's version after the change: the true order of changes on one record
    operation char(1)     not null, -- c create, u change, d delete, r restore
    diff      jsonb       not null, -- field -> [old, new]
    watches   text[],
    cause     uuid
);
create index sys_change_log_position on sys_change_log (xid, seq);
create index sys_change_log_record on sys_change_log (record, version desc);
create index sys_change_log_cause on sys_change_log (cause, object) where cause is not null;

create table sys_log_position (
    consumer text   primary key,
    xid      xid8   not null,
    seq      bigint not null
);

-- Numbers are taken in blocks by each node, so a counter is not touched by every write.
create table sys_number_series (
    object text    not null,
    field  text    not null,
    period text    not null,
    next   bigint  not null,
    primary key (object, field, period)
);
