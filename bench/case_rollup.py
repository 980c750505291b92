"""A change of a line whose amount its quote adds up, beside the statements as one would write them."""
import loads
from cases import case, in_turn

QUOTES, LINES = 20_000, 3


@case
def roll_up(world, report, arguments):
    """No goal: what a roll-up onto a parent costs."""
    file = world.flywheel.home / "lines.txt"
    ids = lines(world)
    file.write_text("\n".join(ids) + "\n")
    path = "/api/objects/quote_line/records"
    loads.wrk(world, "line", "admin", 8, arguments.warm, file, 0, path)
    for connections in (1, 8):
        ours, limit, share = in_turn(
            lambda seed: loads.wrk(world, "line", "admin", connections, arguments.seconds, file, seed, path),
            lambda seed: loads.pgbench(world, [bare(world, ids)], connections, arguments.seconds, seed))
        report.add(f"change of a line with roll-ups onto its quote, {connections} connections", f"{ours.rate:.0f}/s",
                   f"{limit.rate:.0f}/s", f"{share:.2f}", "–", True)
    wrong = world.flywheel.psql(f"""select count(*) from "{world.schema}".quote q where q.amount is distinct from
        (select sum(l.amount) from "{world.schema}".quote_line l where l.quote = q.id and l.deleted_at is null)""")
    report.add("quotes whose sum differs from the recount", wrong, "", "", "0", wrong == "0")


def lines(world):
    """Ids of lines of some thousand quotes, which are made if they are missing."""
    own = f'"{world.schema}".'
    if world.flywheel.psql(f"select count(*) from {own}quote") == "0":
        world.flywheel.psql(f"""
            insert into {own}product (id, version, created_at, updated_at, name)
              values ('018a0000-0000-7000-8000-000000000001', 1, now(), now(), 'Bench product');
            insert into {own}quote (id, version, created_at, updated_at, number, owner, status, amount, cost)
              select ('018b0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, now(), now(), 'B-' || n,
                     '{world.member}', 'draft', {LINES} * 100, {LINES} * 50 from generate_series(1, {QUOTES}) n;
            insert into {own}quote_line (id, version, created_at, updated_at, quote, position, product, quantity, unit_price,
                                         discount, unit_cost, amount, cost)
              select ('018c0000-0000-7000-8000-' || lpad((n * 10 + l)::text, 12, '0'))::uuid, 1, now(), now(),
                     ('018b0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, l, '018a0000-0000-7000-8000-000000000001',
                     1, 100, 0, 50, 100, 50 from generate_series(1, {QUOTES}) n, generate_series(1, {LINES}) l;
            analyze {own}quote; analyze {own}quote_line""")
    return world.flywheel.psql(f"select id from {own}quote_line order by hashtext(id::text) limit 4000").split()


def bare(world, ids):
    """Two statements in one transaction: the line with its rules and log, then the difference onto the quote."""
    s, me = f'"{world.schema}".', f"'{world.member}'"
    return f"""\\set n random(1, {len(ids)})
\\set m random(1, 60000)
begin;
with old as (select o.*, (:m)::numeric as n_price from {s}quote_line o where o.id = {loads.chosen(ids)}
  and o.deleted_at is null for update of o),
new as (select old.*, round(quantity * n_price * (100 - coalesce(discount, 0)) / 100, 2) as n_amount,
  array_remove(array[case when n_price < 0 then 1 end, case when (quantity > 0) is false then 2 end,
  case when (discount between 0 and 100) is false then 3 end], null) as bad from old),
upd as (update {s}quote_line t set unit_price = n.n_price, amount = n.n_amount, version = t.version + 1, updated_at = now(),
  updated_by = {me} from new n where t.id = n.id and cardinality(n.bad) = 0 returning t.id, t.version),
log as (insert into {s}sys_change_log (seq, actor, object, record, version, operation, diff) select 0, {me}, 'quote_line', u.id,
  u.version, 'u', jsonb_build_object('unit_price', jsonb_build_array(n.unit_price, n.n_price), 'amount',
  jsonb_build_array(n.amount, n.n_amount)) from upd u join new n on n.id = u.id)
select n.quote as quote, coalesce(n.n_amount, 0) - coalesce(n.amount, 0) as delta from new n \\gset
update {s}quote set amount = coalesce(amount, 0) + (:delta)::numeric where id = (:quote)::uuid returning amount;
end;"""
