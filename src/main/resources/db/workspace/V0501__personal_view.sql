-- Ways to look at records that members keep for themselves; views for all are definitions.
create table sys_personal_view (
    id uuid primary key,
    member uuid not null,
    object text not null,
    version integer not null,
    -- the same document as a definition of the kind view
    document json not null,
    updated_at timestamptz not null
);

create index on sys_personal_view (member, object);
