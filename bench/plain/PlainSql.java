package plain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements, as in {@code loads.py}, with bound values; SCHEMA stands for the workspace's, LEDGER for the table that
 * keeps the sums by stage, to which a write by hand has to add as the product's does.
 */
enum PlainSql {
    TEAMS("""
            with recursive tree as (select team as id from SCHEMA.member where id = ? union all
              select t.id from tree join SCHEMA.team t on t.parent = tree.id) select coalesce(array_agg(id), '{}') from tree
            """),
    MEMBERS("""
            with recursive tree as (select team as id from SCHEMA.member where id = ? union all
              select t.id from tree join SCHEMA.team t on t.parent = tree.id)
            select coalesce(array_agg(m.id), '{}') from SCHEMA.member m join tree on m.team = tree.id
            """),
    LIST("""
            select t.id, t.name, t.account, a.name, t.owner, m.name, t.stage, t.amount, t.probability, t.weighted, t.close_date,
                   t.source, t.kind, t.next_step, t.created_at
              from (select t.* from unnest(?) u(unit) cross join lateral (
                      select t.* from SCHEMA.opportunity t where t.deleted_at is null and t.stage = ? and t.owner_unit = u.unit
                       order by t.amount desc nulls last, t.id limit 51) t
                     order by t.amount desc nulls last, t.id limit 51) t
              left join SCHEMA.account a on a.id = t.account left join SCHEMA.member m on m.id = t.owner
             order by t.amount desc nulls last, t.id
            """),
    ONE("""
            select t.id, t.version, t.created_at, t.created_by, r.name, t.updated_at, t.updated_by, u.name, t.name, t.external_id,
                   t.account, a.name, t.contact, c.name, t.owner, m.name, t.stage, t.product, p.name, t.territory, y.name,
                   t.amount, t.probability, t.weighted, t.engage_date, t.close_date, t.cycle_days, t.source, t.campaign, g.name,
                   t.kind, t.competitor, t.loss_reason, t.next_step, t.next_step_date, t.note, t.split_total, t.stage_since
              from SCHEMA.opportunity t
              left join SCHEMA.member r on r.id = t.created_by left join SCHEMA.member u on u.id = t.updated_by
              left join SCHEMA.account a on a.id = t.account left join SCHEMA.contact c on c.id = t.contact
              left join SCHEMA.member m on m.id = t.owner left join SCHEMA.product p on p.id = t.product
              left join SCHEMA.territory y on y.id = t.territory left join SCHEMA.campaign g on g.id = t.campaign
             where t.id = ? and t.deleted_at is null and t.owner_unit = any(?)
            """),
    CREATE("""
            with n as (select uuidv7() as id, ?::text as name, ?::uuid as account, ?::uuid as owner, ?::text as stage,
                ?::numeric as amount, ?::numeric as probability, ?::date as engage_date, ?::date as close_date, ?::text as source),
            chk as (select n.*, array_remove(array[case when amount < 0 then 1 end, case when close_date < engage_date then 2 end,
              case when stage = 'won' and (amount is null or close_date is null) then 3 end,
              case when (probability between 0 and 100) is false then 4 end,
              case when not exists (select from SCHEMA.account r where r.id = n.account and r.deleted_at is null) then 5 end],
              null) as bad from n),
            ins as (insert into SCHEMA.opportunity (id, version, created_at, created_by, updated_at, updated_by, name, account,
              owner, owner_unit, stage, amount, probability, weighted, engage_date, close_date, cycle_days, source, stage_since)
              select id, 1, now(), owner, now(), owner, name, account, owner, (select team from SCHEMA.member m where m.id = owner),
              stage, amount, probability, round(amount * probability / 100, 2), engage_date, close_date, close_date - engage_date,
              source, now() from chk where cardinality(bad) = 0 returning id, version),
            log as (insert into SCHEMA.sys_change_log (seq, actor, object, record, version, operation, diff) select 0, c.owner,
              'opportunity', i.id, i.version, 'c', jsonb_build_object('name', c.name, 'account', c.account, 'owner', c.owner,
              'stage', c.stage, 'amount', c.amount, 'probability', c.probability, 'engage_date', c.engage_date, 'close_date',
              c.close_date, 'source', c.source) from ins i, chk c),
            ev as (insert into SCHEMA.stage_event (id, version, created_at, updated_at, opportunity, to_stage, at, actor)
              select uuidv7(), 1, now(), now(), i.id, c.stage, now(), c.owner from ins i, chk c),
            sums as (insert into LEDGER (stage, owner, sys_sum_0, sys_sum_1, sys_rows) select c.stage, c.owner,
              coalesce(c.amount, 0), coalesce(round(c.amount * c.probability / 100, 2), 0), 1 from ins i, chk c)
            select c.bad, i.id, i.version from chk c left join ins i on true
            """),
    STAGE(change("stage", "text", ", stage_since = case when c.stage is distinct from c.n_stage then now() else c.stage_since end",
            "amount", "n_stage") + """
            , ev as (insert into SCHEMA.stage_event (id, version, created_at, updated_at, opportunity, from_stage, to_stage, at,
              since, actor) select uuidv7(), 1, now(), now(), u.id, c.stage, c.n_stage, now(), c.stage_since, c.actor from upd u
              join chk c on c.id = u.id where c.stage is distinct from c.n_stage)
            , sums as (insert into LEDGER (stage, owner, sys_sum_0, sys_sum_1, sys_rows) select d.* from upd u
              join chk c on c.id = u.id cross join lateral (values
                (c.stage, c.owner, -coalesce(c.amount, 0), -coalesce(c.weighted, 0), -1),
                (c.n_stage, c.owner, coalesce(c.amount, 0), coalesce(c.weighted, 0), 1)) d
              where c.stage is distinct from c.n_stage)
            select c.bad, u.id, u.version from chk c left join upd u on u.id = c.id
            """),
    AMOUNT(change("amount", "numeric", ", weighted = round(c.n_amount * c.probability / 100, 2)", "n_amount", "stage")
            + """
            , sums as (insert into LEDGER (stage, owner, sys_sum_0, sys_sum_1, sys_rows) select c.stage, c.owner,
              coalesce(c.n_amount, 0) - coalesce(c.amount, 0),
              coalesce(round(c.n_amount * c.probability / 100, 2), 0) - coalesce(c.weighted, 0), 0
              from upd u join chk c on c.id = u.id where c.amount is distinct from c.n_amount)
            """
            + " select c.bad, u.id, u.version from chk c left join upd u on u.id = c.id");

    enum Kind { TEXT, NUMBER, DATE, MOMENT, REFERENCE }

    record Column(String name, Kind kind) {}

    static final Column[] LISTED = columns("id name account> owner> stage amount# probability# weighted# close_date@ source kind"
            + " next_step created_at!");
    static final Column[] READ = columns("id version# created_at! created_by> updated_at! updated_by> name external_id account>"
            + " contact> owner> stage product> territory> amount# probability# weighted# engage_date@ close_date@ cycle_days#"
            + " source campaign> kind competitor loss_reason next_step next_step_date@ note split_total# stage_since!");

    private final String text;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    PlainSql(String text) {
        this.text = text;
    }

    String in(String schema, String ledger) {
        return texts.computeIfAbsent(
                schema, name -> text.replace("SCHEMA", '"' + name + '"').replace("LEDGER", '"' + name + "\".\"" + ledger + '"'));
    }

    private static String change(String field, String type, String computed, String amount, String stage) {
        return """
            with a as (select ?::uuid as id, ?::TYPE as n_FIELD, ?::uuid as actor),
            old as (select o.id, o.version, o.stage, o.amount, o.weighted, o.owner, o.probability, o.close_date, o.stage_since, a.n_FIELD, a.actor
              from a join SCHEMA.opportunity o on o.id = a.id and o.deleted_at is null and o.owner_unit = any(?) for update of o),
            chk as (select o.*, array_remove(array[case when AMOUNT < 0 then 1 end,
              case when STAGE = 'won' and (amount is null or close_date is null) then 2 end], null) as bad from old o),
            upd as (update SCHEMA.opportunity t set FIELD = c.n_FIELDCOMPUTED, version = t.version + 1, updated_at = now(),
              updated_by = c.actor from chk c where t.id = c.id and cardinality(c.bad) = 0 returning t.id, t.version),
            log as (insert into SCHEMA.sys_change_log (seq, actor, object, record, version, operation, diff) select 0, c.actor,
              'opportunity', u.id, u.version, 'u', jsonb_build_object('FIELD', jsonb_build_array(c.FIELD, c.n_FIELD))
              from upd u join chk c on c.id = u.id)
            """.replace("COMPUTED", computed).replace("TYPE", type).replace("FIELD", field).replace("AMOUNT", amount)
                .replace("STAGE", stage);
    }

    private static Column[] columns(String names) {
        return java.util.Arrays.stream(names.split(" ")).map(PlainSql::column).toArray(Column[]::new);
    }

    private static Column column(String name) {
        Kind kind = switch (name.charAt(name.length() - 1)) {
            case '#' -> Kind.NUMBER;
            case '@' -> Kind.DATE;
            case '!' -> Kind.MOMENT;
            case '>' -> Kind.REFERENCE;
            default -> Kind.TEXT;
        };
        return new Column(kind == Kind.TEXT ? name : name.substring(0, name.length() - 1), kind);
    }
}
