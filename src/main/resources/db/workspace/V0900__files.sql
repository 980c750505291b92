-- A file of a record. Removed ones can be brought back for a while; then the sweep takes the row.
create table sys_file (
    id         uuid        primary key,
    object     text        not null,
    record     uuid        not null,
    name       text        not null,
    type       text        not null, -- the media type by its content
    size       bigint      not null,
    sha256     text        not null,
    member     uuid        not null,
    created_at timestamptz not null,
    deleted_at timestamptz
);
create index sys_file_record on sys_file (record, created_at desc);
create index sys_file_sha256 on sys_file (sha256);

-- What lies in the store, once however many files hold it. It is claimed before its bytes are put there,
-- so that the sweep never takes what is just arriving.
create table sys_file_content (
    sha256     text        primary key,
    size       bigint      not null,
    claimed_at timestamptz not null
);
