-- Business calendars as running totals: working time between two moments is a subtraction of two rows.
-- Totals of a day leave the day itself out. Opens and closes are minutes of the day, pairwise.
create table sys_calendar_day (
    calendar text not null,
    day date not null,
    opens integer[] not null,
    closes integer[] not null,
    minutes_before bigint not null,
    workdays_before integer not null,
    primary key (calendar, day)
);

-- The default: Monday to Friday, 9 to 18.
insert into sys_calendar_day (calendar, day, opens, closes, minutes_before, workdays_before)
select 'default',
       d.day,
       case when d.works then array[540] else array[]::integer[] end,
       case when d.works then array[1080] else array[]::integer[] end,
       540 * d.before,
       d.before
from (select w.day,
             w.works,
             (count(*) filter (where w.works) over (order by w.day rows between unbounded preceding and current row)
                 - case when w.works then 1 else 0 end)::integer as before
      from (select g::date as day, extract(isodow from g) < 6 as works
            from generate_series(timestamp '2000-01-01', timestamp '2050-12-31', interval '1 day') as g) as w) as d;
