-- How each member put the tiles of each home; without a row they stand as they are defined.
create table sys_home_arrangement (
    member uuid not null,
    home text not null,
    tiles text[] not null,
    hidden text[] not null,
    primary key (member, home)
);
