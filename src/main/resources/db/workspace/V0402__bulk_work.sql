-- One change of many records, and how far it came. The mark moves in the same transaction as the records it counts.
create table sys_bulk (
    id          uuid        primary key,
    object      text        not null,
    action      text        not null, -- change, transfer, delete, restore
    given       json        not null, -- field -> value
    condition   text,                 -- of the records; null = they were chosen one by one
    member      uuid        not null,
    language    text        not null,
    state       text        not null, -- queued, running, done, failed, undoing, undone
    gathering   boolean     not null, -- the set is not yet whole
    gathered    text,                 -- the cursor that the gathering goes on from
    total       integer     not null,
    mark        integer     not null default 0, -- records of the set that have had their turn
    done        integer     not null default 0,
    refused     integer     not null default 0,
    undo        uuid,                 -- the cause of what the undoing writes
    undo_mark   integer     not null default 0,
    put_back    integer     not null default 0,
    left_alone  integer     not null default 0,
    faults      json        not null default '[]',
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);
create index sys_bulk_member on sys_bulk (member, created_at desc, id desc);
create index sys_bulk_undo on sys_bulk (undo) where undo is not null;

-- The set, fixed when it starts: the records from the first one's number on.
create table sys_bulk_record (
    bulk  uuid    not null,
    first integer not null,
    ids   uuid[]  not null,
    primary key (bulk, first)
);

-- Records that were not written, or not put back, with the reasons; the first ones only.
create table sys_bulk_refused (
    bulk   uuid    not null,
    undo   boolean not null,
    record uuid    not null,
    faults json    not null,
    primary key (bulk, undo, record)
);
