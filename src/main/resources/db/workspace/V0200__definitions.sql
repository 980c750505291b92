-- The version that every cached copy of the catalogue is compared with: one row.
create table sys_catalogue (
    single boolean primary key default true check (single),
    version bigint not null
);
insert into sys_catalogue (version) values (0);

-- json, not jsonb: the order of keys is the order of fields.
create table sys_definition (
    kind text not null,
    name text not null,
    state text not null check (state in ('draft', 'published', 'retired')),
    version integer not null,
    document json,
    draft json,
    draft_at timestamptz,
    draft_by uuid,
    -- what the packaged app brought, to tell the customer's changes from the app's at an upgrade
    origin_app text,
    origin_version text,
    origin_document json,
    published_at timestamptz,
    published_by uuid,
    primary key (kind, name)
);

create table sys_definition_revision (
    kind text not null,
    name text not null,
    version integer not null,
    action text not null check (action in ('published', 'retired')),
    document json not null,
    diff json not null,
    publication uuid not null,
    at timestamptz not null,
    by uuid,
    primary key (kind, name, version)
);

-- Stored computed fields whose columns do not yet hold the values of older records.
create table sys_filling (
    object text not null,
    field text not null,
    after uuid,
    done bigint not null default 0,
    total bigint not null,
    begin_at timestamptz not null,
    primary key (object, field)
);
