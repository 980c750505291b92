-- Fills one workspace: psql -v schema=… -v seed=… -v members=… -v teams=400 -v accounts=… -v opportunities=… -v activities=…
-- Everything follows from the seed. Ids are UUIDs whose last twelve digits are the number of the record, so that a load
-- generator can name any of them. Rows go straight into the tables; indexes are built afterwards.
\set ON_ERROR_STOP on
\set QUIET on
set statement_timeout = 0;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set max_parallel_maintenance_workers = 2;
set search_path = :"schema", public;

create function pg_temp.id(kind text, number bigint) returns uuid language sql immutable as
  $$ select ('018' || kind || '0000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid $$;
-- Evenly between 0 and 1, by the seed, a salt and the record's number.
create function pg_temp.u(number bigint, salt bigint) returns float8 language sql immutable as
  $$ select (hashint8extended(number, salt * 1000003 + current_setting('bench.seed')::bigint) & 2147483647) / 2147483648.0 $$;
-- Normal, by Box and Muller.
create function pg_temp.z(number bigint, salt bigint) returns float8 language sql immutable as
  $$ select sqrt(-2 * ln(pg_temp.u(number, salt) + 1e-12)) * cos(6.283185307179586 * pg_temp.u(number, salt + 50)) $$;
-- An owner: a few have very many records, most have few; the busy ones are spread over all teams.
create function pg_temp.owner(number bigint, salt bigint, members bigint) returns bigint language sql immutable as
  $$ select 1 + (floor(members * power(pg_temp.u(number, salt), 2.5))::bigint * 7919) % members $$;

select set_config('bench.seed', :'seed', false) \g /dev/null

-- Indexes away, to be built again over the full tables.
create temp table bench_indexes as
  select indexdef, indexname from pg_indexes i
   where schemaname = :'schema' and tablename in ('opportunity', 'account', 'activity')
     and not exists (select from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                      where n.nspname = :'schema' and c.conname = i.indexname);
select format('drop index %I.%I', :'schema', indexname) from bench_indexes \gexec

insert into team (id, version, created_at, updated_at, name, parent, active)
select pg_temp.id('1', t), 1, now(), now(), 'Team ' || t,
       case when t = 1 then null when t <= 13 then pg_temp.id('1', 1)
            when t <= 73 then pg_temp.id('1', 2 + (t - 14) / 5)
            else pg_temp.id('1', 14 + floor(60 * pg_temp.u(t, 1))::int) end,
       true
  from generate_series(1, :teams) t;

insert into member (id, version, created_at, updated_at, name, email, employee_number, active, team, join_date)
select pg_temp.id('0', m), 1, now(), now(),
       substr('王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗', 1 + (m % 20)::int, 1)
         || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平', 1 + (m / 20 % 20)::int, 1) || ' ' || m,
       'rep' || m || '@bench.example', 'E' || m, true,
       pg_temp.id('1', case when m <= 73 then m else 74 + floor(:teams - 73) * power(pg_temp.u(m, 2), 1.2) end::bigint),
       date '2020-01-01' + floor(1500 * pg_temp.u(m, 3))::int
  from generate_series(1, :members) m;

insert into team_membership (id, version, created_at, updated_at, member, team, from_date)
select pg_temp.id('5', row_number() over ()), 1, now(), now(), id, team, join_date from member where team is not null;

insert into sys_member_role select id, 'rep' from member where employee_number like 'E%' on conflict do nothing;

insert into account (id, version, created_at, updated_at, name, external_id, owner, owner_unit, level, lifecycle,
                     industry, segment, city, country, annual_revenue, employees)
select pg_temp.id('2', a.n), 1, now() - (1000 * pg_temp.u(a.n, 10)) * interval '1 day', now(),
       substr('华东北海南天金明新光', 1 + (a.n % 10)::int, 1) || substr('达科信通源泰创联宏远', 1 + (a.n / 10 % 10)::int, 1)
         || '有限公司 ' || a.n,
       'A' || a.n, m.id, m.team,
       (array['a', 'b', 'b', 'c', 'c', 'c', 'c'])[1 + floor(7 * pg_temp.u(a.n, 11))::int],
       (array['potential', 'active', 'active', 'dormant', 'lost'])[1 + floor(5 * pg_temp.u(a.n, 12))::int],
       (array['retail', 'software', 'medical', 'finance', 'services', 'technology', 'education', 'energy'])
         [1 + floor(8 * pg_temp.u(a.n, 13))::int],
       (array['enterprise', 'middle', 'small'])[1 + floor(3 * pg_temp.u(a.n, 14))::int],
       (array['上海', '北京', '深圳', '杭州', '成都', '武汉'])[1 + floor(6 * pg_temp.u(a.n, 15))::int], '中国',
       round(exp(15 + 1.5 * pg_temp.z(a.n, 16))::numeric, 2), floor(exp(4 + pg_temp.z(a.n, 17)))::numeric
  from (select n, pg_temp.owner(n, 18, :members) as owner from generate_series(1, :accounts) n) a
  join member m on m.id = pg_temp.id('0', a.owner);

insert into opportunity (id, version, created_at, updated_at, name, external_id, account, owner, owner_unit, stage,
                         amount, probability, weighted, engage_date, close_date, cycle_days, source, kind, loss_reason,
                         next_step, next_step_date, split_total, stage_since)
select pg_temp.id('3', o.n), 1, o.engage_date, o.engage_date,
       (array['年度框架', '设备采购', '系统升级', '服务续约', '新品导入'])[1 + (o.n % 5)::int] || ' ' || o.n, 'O' || o.n,
       pg_temp.id('2', 1 + floor(:accounts * power(pg_temp.u(o.n, 22), 1.5))::bigint), m.id, m.team, s.stage,
       o.amount, s.probability, round(o.amount * s.probability / 100, 2), o.engage_date, o.engage_date + o.days, o.days,
       (array['referral', 'website', 'campaign', 'exhibition', 'cold_call', 'partner', 'existing', 'other'])
         [1 + floor(8 * pg_temp.u(o.n, 23))::int],
       (array['new', 'new', 'expansion', 'renewal'])[1 + floor(4 * pg_temp.u(o.n, 24))::int],
       case when s.stage = 'lost' then (array['price', 'product', 'competitor', 'no_budget', 'no_decision'])
         [1 + floor(5 * pg_temp.u(o.n, 25))::int] end,
       case when s.probability between 1 and 99 then '约客户演示' end,
       case when s.probability between 1 and 99 then o.engage_date + o.days - 7 end, 0, o.engage_date + 3
  from (select n, pg_temp.owner(n, 20, :members) as owner, pg_temp.u(n, 21) as draw,
               round(exp(9.9 + 1.2 * pg_temp.z(n, 26))::numeric, 2) as amount,
               date '2024-11-25' + floor(730 * pg_temp.u(n, 27))::int as engage_date,
               5 + floor(120 * pg_temp.u(n, 28))::int as days
          from generate_series(1, :opportunities) n) o
  join member m on m.id = pg_temp.id('0', o.owner)
 cross join lateral (select * from (values (.40, 'won', 100), (.68, 'lost', 0), (.76, 'prospecting', 10),
        (.86, 'engaging', 30), (.94, 'proposal', 50), (1.0, 'negotiation', 75)) as v(upto, stage, probability)
       where o.draw < v.upto order by v.upto limit 1) s;

insert into activity (id, version, created_at, updated_at, subject, kind, status, owner, owner_unit, account,
                      opportunity, done_on, minutes)
select pg_temp.id('4', v.n), 1, v.day, v.day, (array['电话跟进', '上门拜访', '方案沟通', '报价确认'])[1 + (v.n % 4)::int],
       (array['call', 'call', 'call', 'visit', 'visit', 'meeting', 'email', 'message', 'note'])
         [1 + floor(9 * pg_temp.u(v.n, 31))::int],
       'done', m.id, m.team, pg_temp.id('2', 1 + floor(:accounts * power(pg_temp.u(v.n, 32), 1.5))::bigint),
       case when pg_temp.u(v.n, 33) < .6 then pg_temp.id('3', 1 + floor(:opportunities * pg_temp.u(v.n, 34))::bigint) end,
       v.day, 5 + floor(90 * pg_temp.u(v.n, 35))::int
  from (select n, pg_temp.owner(n, 30, :members) as owner,
               date '2024-11-25' + floor(730 * pg_temp.u(n, 36))::int as day
          from generate_series(1, :activities) n) v
  join member m on m.id = pg_temp.id('0', v.owner);

select indexdef from bench_indexes \gexec

update sys_access set revision = revision + 1;
vacuum (analyze) opportunity;
vacuum (analyze) account;
vacuum (analyze) activity;
vacuum (analyze) member;
vacuum (analyze) team;
analyze;
checkpoint;
