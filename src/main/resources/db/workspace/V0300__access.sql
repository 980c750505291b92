-- One row. The revision grows whenever roles, people or their teams change; every statement compares it.
create table sys_access (
    only_row boolean primary key default true check (only_row),
    revision bigint  not null default 1
);
insert into sys_access default values;

create table sys_member_role (
    member uuid not null,
    role   text not null,
    primary key (member, role)
);

-- Members whose records do not yet carry their new team.
create table sys_owner_unit_due (
    member   uuid primary key,
    asked_at timestamptz not null default clock_timestamp()
);
