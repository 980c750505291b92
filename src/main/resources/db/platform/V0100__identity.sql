create table flywheel.workspace (
    id                uuid primary key,
    schema            text not null unique,
    name              text not null,
    database_address  text,                      -- null: the database this table is in
    zone              text not null,
    fiscal_year_start integer not null check (fiscal_year_start between 1 and 12),
    language          text not null,
    system_version    text not null default '',  -- fingerprint of the system tables it was last brought up to
    created_at        timestamptz not null,
    founded_at        timestamptz                -- null: its founding has not finished, and it is swept away later
);

create table flywheel.account (
    id                  uuid primary key,
    email               text not null,
    password_hash       text not null,
    language            text,                    -- null: as the browser asks
    created_at          timestamptz not null,
    password_changed_at timestamptz not null
);
create unique index account_email on flywheel.account (lower(email));

create table flywheel.account_member (
    account   uuid not null references flywheel.account on delete cascade,
    workspace uuid not null references flywheel.workspace on delete cascade,
    member    uuid not null,
    primary key (account, workspace),
    unique (workspace, member)
);

create table flywheel.session (
    id         uuid primary key,
    token_hash bytea not null unique,
    account    uuid not null references flywheel.account on delete cascade,
    workspace  uuid not null references flywheel.workspace on delete cascade,
    member     uuid not null,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null,
    user_agent text not null
);
create index session_account on flywheel.session (account);
create index session_member on flywheel.session (workspace, member);

create table flywheel.api_key (
    id          uuid primary key,
    secret_hash bytea not null unique,
    prefix      text not null,                   -- the first letters, so that its owner can tell keys apart
    workspace   uuid not null references flywheel.workspace on delete cascade,
    member      uuid not null,
    name        text not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    revoked_at  timestamptz
);
create index api_key_member on flywheel.api_key (workspace, member);

-- By e-mail whether or not it has an account, so that a lock-out does not tell which e-mails are known.
create table flywheel.sign_in_failure (
    email_hash   bytea primary key,
    failures     integer not null,
    locked_until timestamptz,
    last_at      timestamptz not null
);
create index sign_in_failure_last on flywheel.sign_in_failure (last_at);
