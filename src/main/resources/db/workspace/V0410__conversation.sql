-- What people say on records. A deleted comment keeps its place, not its words.
create table sys_comment (
    id         uuid        primary key, -- in the order of time
    object     text        not null,
    record     uuid        not null,
    parent     uuid,                    -- the comment this one replies to
    author     uuid        not null,
    at         timestamptz not null,
    edited_at  timestamptz,
    deleted_at timestamptz,
    text       text        not null,    -- a mentioned member stands as <@id>
    mentions   uuid[]      not null
);
create index sys_comment_record on sys_comment (record, id desc) where parent is null;
create index sys_comment_parent on sys_comment (parent, id) where parent is not null;

-- Who follows a record, or does not though he owns it or spoke there.
create table sys_follower (
    record  uuid    not null,
    member  uuid    not null,
    object  text    not null,
    follows boolean not null,
    primary key (record, member)
);
