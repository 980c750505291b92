-- Signs the cursors of lists: 244 random bits.
create table sys_cursor_key (secret text not null);
insert into sys_cursor_key (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- What can be found by words; filled from the change log.
create table sys_search (
    object text not null,
    record uuid not null,
    title text,
    terms tsvector not null,
    primary key (object, record)
);
create index sys_search_terms on sys_search using gin (terms);
