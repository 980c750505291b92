-- What a member is to know, until it is read; kept for 90 days.
create table sys_inbox (
    id      uuid        primary key, -- in the order of time
    member  uuid        not null,
    kind    text        not null,
    at      timestamptz not null,
    actor   uuid,
    object  text,
    record  uuid,                    -- null if it is about several
    comment uuid,
    cause   uuid,                    -- the job that is told of, or that did it
    number  integer     not null default 1,
    read_at timestamptz
);
create index sys_inbox_member on sys_inbox (member, id desc);
create index sys_inbox_unread on sys_inbox (member) where read_at is null;
create index sys_inbox_at on sys_inbox (at);
create index sys_inbox_comment on sys_inbox (comment) where comment is not null;
create unique index sys_inbox_once on sys_inbox (cause, member, kind, object) where cause is not null;
-- What happened before there was an inbox is no news.
insert into sys_log_position values ('live', pg_current_xact_id(), 0), ('inbox', pg_current_xact_id(), 0);
