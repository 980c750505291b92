-- An import and how far it came. The mark moves in the same transaction as the rows it counts.
create table sys_import (
    id          uuid        primary key,
    object      text        not null,
    mode        text        not null, -- insert, update, upsert
    match       text[]      not null, -- the fields that tell whether a record is there already
    skips       boolean     not null, -- whether faulty rows are left out; otherwise all or nothing
    dry_run     boolean     not null,
    file_name   text        not null,
    settings    json        not null, -- sheet, separator, charset, header, mapping
    member      uuid        not null,
    language    text        not null,
    status      text        not null, -- queued, running, done, failed, undoing, undone
    phase       text        not null, -- checking, writing, linking
    mark        integer     not null default 0, -- rows of the file that are done in this phase
    half        boolean     not null default false, -- the next rows: existing records are changed, new ones not yet made
    total       integer,
    read        integer     not null default 0,
    created     integer     not null default 0,
    updated     integer     not null default 0,
    refused     integer     not null default 0,
    notes       json        not null default '[]',
    faults      json        not null default '[]',
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);

create index sys_import_created_at on sys_import (created_at desc, id desc);

create table sys_import_refused (
    import uuid    not null,
    number integer not null, -- line or row of the file
    cells  json    not null,
    faults json    not null,
    primary key (import, number)
);

-- Which record each row became; only kept where rows refer to each other.
create table sys_import_rows (
    import  uuid      not null,
    mark    integer   not null,
    numbers integer[] not null,
    ids     uuid[]    not null,
    primary key (import, mark)
);

-- Keys that name no record, and the nearest that does.
create table sys_import_missing (
    import     uuid    not null,
    field      text    not null,
    value      text    not null,
    suggestion text,
    rows       integer not null,
    primary key (import, field, value)
);
