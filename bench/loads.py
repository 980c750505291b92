"""The two load generators: wrk over HTTP, and pgbench moving the same rows with SQL as one would write it by hand."""
import os
import re
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAGES = ("prospecting", "engaging", "proposal", "negotiation", "won", "lost")
ONE_READ = ("id version created_at created_by updated_at updated_by name external_id account contact owner stage product"
            " territory amount probability weighted engage_date close_date cycle_days source campaign kind competitor"
            " loss_reason next_step next_step_date note split_total stage_since").split()
REFERENCES = {"account": "account", "contact": "contact", "owner": "member", "product": "product",
              "territory": "territory", "campaign": "campaign", "created_by": "member", "updated_by": "member"}


class Rate:
    """What came of a run: per second, milliseconds of the middle, the slowest hundredth and the slowest, and failures."""

    def __init__(self, rate, p50=0.0, p99=0.0, longest=0.0, failed=0):
        self.rate, self.p50, self.p99, self.longest, self.failed = rate, p50, p99, longest, failed


def wrk(world, case, key, connections, seconds, ids, seed=1, records=None):
    """Runs a case of load.lua; `records` is the path of the records if it is not that of the product."""
    env = dict(os.environ, BENCH_CASE=case, BENCH_KEY=world.key(key), BENCH_IDS=str(ids), BENCH_SEED=str(seed),
               BENCH_ACCOUNTS=str(world.sizes["accounts"]))
    if records:
        env["BENCH_RECORDS"] = records
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s",
                           str(HERE / "load.lua"), world.flywheel.base], env=env, text=True, capture_output=True)
    found = re.search(r"BENCH\t(.*)", done.stdout)
    if done.returncode or not found:
        raise SystemExit(f"wrk {case}: {done.stdout[-500:]} {done.stderr[-1500:]}")
    rate, p50, p99, longest, errors = (float(x) for x in found[1].split("\t"))
    if errors and case != "mixed":
        raise SystemExit(f"wrk {case}: {errors:.0f} errors")
    if errors:
        print(f"wrk {case}: {errors:.0f} errors, the last {done.stderr[-300:]}", flush=True)
    return Rate(rate, p50, p99, longest, int(errors))


def pgbench(world, scripts, connections, seconds, seed=1):
    with tempfile.TemporaryDirectory() as folder:
        command = ["pgbench", "-n", "-M", "prepared", "-j1", f"-c{connections}", f"-T{seconds}", f"--random-seed={seed}"]
        for number, text in enumerate(scripts):
            file = Path(folder) / f"{number}.sql"
            file.write_text(text)
            command += ["-f", str(file)]
        done = subprocess.run(command, env=dict(world.flywheel.database(), PGOPTIONS="-c plan_cache_mode=force_generic_plan"), text=True, capture_output=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or not found:
        raise SystemExit(f"pgbench: {done.stderr[-1500:]}")
    return Rate(float(found[1]))


def ids_in_scope(world, key, file, count=4000):
    """Ids of open deals that a key's member may change, in a file for wrk; answers them too."""
    scope = {"admin": "true"}.get(key, f"""owner in (
        with recursive tree as (select m.team as id from "{world.schema}".member m join flywheel.api_key k on k.member = m.id
             where k.secret_hash = sha256('{world.key(key)}') union all
            select t.id from tree join "{world.schema}".team t on t.parent = tree.id)
        select m.id from "{world.schema}".member m join tree on m.team = tree.id)""")
    rows = world.flywheel.psql(f"""select id from "{world.schema}".opportunity where {scope} and deleted_at is null
        and stage in ('prospecting', 'engaging', 'proposal', 'negotiation') order by hashtext(id::text) limit {count}""")
    Path(file).write_text(rows + "\n")
    return rows.split()


def scope_units(world, key):
    return world.flywheel.psql(f"""
        with recursive tree as (select m.team as id from "{world.schema}".member m join flywheel.api_key k on k.member = m.id
             where k.secret_hash = sha256('{world.key(key)}') union all
            select t.id from tree join "{world.schema}".team t on t.parent = tree.id) select id from tree""").split()


def chosen(ids):
    return "('{" + ",".join(ids) + "}'::uuid[])[:n]"


def bare(world, case, ids, units=(), sums=False):
    """The scripts of a case for pgbench; with `sums`, writes keep the sums by stage as the product's do."""
    s = f'"{world.schema}".'
    ledger = f"{s}{world.ledger()} (stage, owner, sys_sum_0, sys_sum_1, sys_rows)" if sums else ""
    pick = f"\\set n random(1, {len(ids)})\n"
    if case == "list":
        inner = f"""select t.* from unnest('{{{",".join(units)}}}'::uuid[]) u(unit) cross join lateral (
            select t.* from {s}opportunity t where t.deleted_at is null and t.stage = '%s' and t.owner_unit = u.unit
            order by t.amount desc nulls last, t.id limit 51) t order by t.amount desc nulls last, t.id limit 51"""
        if not units:
            inner = f"""select t.* from {s}opportunity t where t.deleted_at is null and t.stage = '%s'
                order by t.amount desc nulls last, t.id limit 51"""
        return [f"""select t.id, t.name, t.account, a.name, t.owner, m.name, t.stage, t.amount, t.probability, t.weighted,
            t.close_date, t.source, t.kind, t.next_step, t.created_at from ({inner % stage}) t
            left join {s}account a on a.id = t.account left join {s}member m on m.id = t.owner
            order by t.amount desc nulls last, t.id;""" for stage in STAGES]
    if case == "read":
        columns = ", ".join("t." + c for c in ONE_READ) + "".join(f", {c}_.name" for c in REFERENCES)
        joins = " ".join(f"left join {s}{o} {c}_ on {c}_.id = t.{c}" for c, o in REFERENCES.items())
        return [pick + f"select {columns} from {s}opportunity t {joins} where t.id = {chosen(ids)} and t.deleted_at is null;"]
    if case == "create":
        created = f""", sums as (insert into {ledger} select c.stage, c.owner, coalesce(c.amount, 0),
  coalesce(round(c.amount * c.probability / 100, 2), 0), 1 from ins i, chk c)""" if sums else ""
        return [f"""\\set a random(1, {world.sizes["accounts"]})
\\set s random(1, 4)
\\set m random(1, 60000)
with n as (select uuidv7() as id, 'Load ' || :m as name,
  ('01820000-0000-7000-8000-' || lpad((:a)::text, 12, '0'))::uuid as account, '{world.member}'::uuid as owner,
  (array['prospecting','engaging','proposal','negotiation'])[:s] as stage, (:m)::numeric as amount, 50::numeric as probability,
  date '2026-10-01' as engage_date, date '2026-12-31' as close_date, 'website' as source),
chk as (select n.*, array_remove(array[case when amount < 0 then 1 end, case when close_date < engage_date then 2 end,
  case when stage = 'won' and (amount is null or close_date is null) then 3 end,
  case when (probability between 0 and 100) is false then 4 end,
  case when not exists (select from {s}account r where r.id = n.account and r.deleted_at is null) then 5 end], null) as bad from n),
ins as (insert into {s}opportunity (id, version, created_at, created_by, updated_at, updated_by, name, account, owner,
  owner_unit, stage, amount, probability, weighted, engage_date, close_date, cycle_days, source, stage_since)
  select id, 1, now(), owner, now(), owner, name, account, owner, (select team from {s}member m where m.id = owner), stage, amount,
  probability, round(amount * probability / 100, 2), engage_date, close_date, close_date - engage_date, source, now()
  from chk where cardinality(bad) = 0 returning id, version),
log as (insert into {s}sys_change_log (seq, actor, object, record, version, operation, diff) select 0, c.owner, 'opportunity', i.id,
  i.version, 'c', jsonb_build_object('name', c.name, 'account', c.account, 'owner', c.owner, 'stage', c.stage, 'amount', c.amount,
  'probability', c.probability, 'engage_date', c.engage_date, 'close_date', c.close_date, 'source', c.source) from ins i, chk c),
ev as (insert into {s}stage_event (id, version, created_at, updated_at, opportunity, to_stage, at, actor)
  select uuidv7(), 1, now(), now(), i.id, c.stage, now(), c.owner from ins i, chk c){created}
select c.bad, i.id, i.version from chk c left join ins i on true;"""]
    field = {"stage": "(array['prospecting','engaging','proposal','negotiation'])[:s]", "amount": "(:m)::numeric"}[case]
    computed = {"stage": ", stage_since = case when c.stage is distinct from c.n_stage then now() else c.stage_since end",
                "amount": ", weighted = round(c.n_amount * c.probability / 100, 2)"}[case]
    event = f""", ev as (insert into {s}stage_event (id, version, created_at, updated_at, opportunity, from_stage, to_stage, at, since,
  actor) select uuidv7(), 1, now(), now(), u.id, c.stage, c.n_stage, now(), c.stage_since, '{world.member}' from upd u
  join chk c on c.id = u.id where c.stage is distinct from c.n_stage)""" if case == "stage" else ""
    if sums:
        event += f""", sums as (insert into {ledger} """ + ("""select d.* from upd u join chk c on c.id = u.id
  cross join lateral (values (c.stage, c.owner, -coalesce(c.amount, 0), -coalesce(c.weighted, 0), -1),
  (c.n_stage, c.owner, coalesce(c.amount, 0), coalesce(c.weighted, 0), 1)) d where c.stage is distinct from c.n_stage)"""
            if case == "stage" else """select c.stage, c.owner, coalesce(c.n_amount, 0) - coalesce(c.amount, 0),
  coalesce(round(c.n_amount * c.probability / 100, 2), 0) - coalesce(c.weighted, 0), 0
  from upd u join chk c on c.id = u.id where c.amount is distinct from c.n_amount)""")
    value = "n_" + case
    return [pick + f"""\\set s random(1, 4)
\\set m random(1, 60000)
with a as (select {chosen(ids)} as id, {field} as {value}),
old as (select o.id, o.version, o.stage, o.amount, o.probability, o.close_date, o.stage_since, o.weighted, o.owner, a.{value} from a
  join {s}opportunity o on o.id = a.id and o.deleted_at is null for update of o),
chk as (select o.*, array_remove(array[case when {"n_amount" if case == "amount" else "amount"} < 0 then 1 end,
  case when {"n_stage" if case == "stage" else "stage"} = 'won' and (amount is null or close_date is null) then 2 end],
  null) as bad from old o),
upd as (update {s}opportunity t set {case} = c.{value}{computed}, version = t.version + 1, updated_at = now(),
  updated_by = '{world.member}' from chk c where t.id = c.id and cardinality(c.bad) = 0 returning t.id, t.version),
log as (insert into {s}sys_change_log (seq, actor, object, record, version, operation, diff) select 0, '{world.member}', 'opportunity',
  u.id, u.version, 'u', jsonb_build_object('{case}', jsonb_build_array(c.{case}, c.{value})) from upd u join chk c on c.id = u.id){event}
select c.version, c.bad, u.version from chk c left join upd u on u.id = c.id;"""]
