package io.flywheel.query.run;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.TestCatalog;
import io.flywheel.catalog.planning.Column;
import io.flywheel.catalog.planning.TableShape;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.database.TestDatabase;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Grouping;
import io.flywheel.query.Page;
import io.flywheel.query.Selection;
import io.flywheel.query.Table;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Breadth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A workspace with members, teams, companies, deals and their lines, and everything that reads it. */
@NullMarked
final class World implements Access {
    static final String MEMBER = """
            label: {zh: 成员, en: Member}
            plural: {zh: 成员, en: Members}
            roles: {title: name}
            fields:
              name: {type: text, label: {zh: 姓名, en: Name}}
              team: {type: team, label: {zh: 团队, en: Team}}
            """;
    static final String TEAM = """
            label: {zh: 团队, en: Team}
            plural: {zh: 团队, en: Teams}
            roles: {title: name}
            fields:
              name: {type: text, label: {zh: 名称, en: Name}}
            """;
    static final String COMPANY = """
            label: {zh: 公司, en: Company}
            plural: {zh: 公司, en: Companies}
            roles: {title: name, owner: owner}
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, searchable: true}
              industry: {type: text, label: {zh: 行业, en: Industry}}
              owner: {type: member, label: {zh: 负责人, en: Owner}}
            """;
    static final String DEAL = """
            label: {zh: 商机, en: Deal}
            plural: {zh: 商机, en: Deals}
            roles: {title: name, owner: owner, amount: amount, stage: stage}
            fields:
              name: {type: text, label: {zh: 名称, en: Name}, searchable: true}
              company: {type: reference, object: company, label: {zh: 公司, en: Company}}
              owner: {type: member, label: {zh: 负责人, en: Owner}}
              stage: {type: choice, label: {zh: 阶段, en: Stage}, options: {prospecting: {zh: 接触, en: Prospecting}, engaging: {zh: 推进, en: Engaging}, won: {zh: 赢单, en: Won}}}
              amount: {type: money, digits: 2, label: {zh: 金额, en: Amount}}
              chance: {type: percent, digits: 0, label: {zh: 概率, en: Chance}}
              close_date: {type: date, label: {zh: 结束日, en: Close date}}
              moment: {type: dateTime, label: {zh: 时刻, en: Moment}}
              hot: {type: yesNo, label: {zh: 热, en: Hot}}
              tags: {type: multiChoice, label: {zh: 标签, en: Tags}, options: {a: {zh: 甲, en: A}, b: {zh: 乙, en: B}}}
              expected: {type: formula, result: {type: money, digits: 2}, expression: "amount * chance / 100", label: {zh: 预期, en: Expected}}
              industry: {type: formula, result: {type: text}, expression: "company.industry", label: {zh: 行业, en: Industry}}
              lines: {type: lines, object: deal_line, via: deal, label: {zh: 明细, en: Lines}}
            indexes: [[stage, amount], [amount], [stage, close_date]]
            """;
    static final String LINE = """
            label: {zh: 明细, en: Line}
            plural: {zh: 明细, en: Lines}
            fields:
              deal: {type: reference, object: deal, label: {zh: 商机, en: Deal}}
              quantity: {type: number, digits: 0, label: {zh: 数量, en: Quantity}}
            """;

    final Workspace workspace = TestDatabase.freshWorkspace();
    final Database database = TestDatabase.database();
    final Catalog catalog = new TestCatalog()
            .object("member", MEMBER)
            .object("team", TEAM)
            .object("company", COMPANY)
            .object("deal", DEAL)
            .object("deal_line", LINE)
            .catalog();
    final Actor actor = new Actor(workspace, UUID.randomUUID(), Language.EN);
    final Map<String, RowScope> scopes = new HashMap<>();
    final Map<String, Set<String>> hidden = new HashMap<>();
    final Set<String> unseen = new java.util.HashSet<>();
    long revision = 1;
    int outdated;

    @Nullable
    Breadth forced;

    final Reads reads = new Reads(this, database);
    final Lists lists;
    final Groups groups;
    final Singles singles;

    World() {
        Cursors cursors = new Cursors(new CursorKeys(database));
        lists = new Lists(
                same -> catalog,
                reads,
                new Sizes(database),
                cursors,
                new Counts(same -> catalog, reads),
                this::breadth);
        groups = new Groups(same -> catalog, reads);
        singles = new Singles(same -> catalog, reads);
        run("delete from {s}.sys_access");
        run("insert into {s}.sys_access (revision) values (1)");
        catalog.objects().values().forEach(this::table);
    }

    private Breadth breadth(RowScope scope, Sizes.Size size, boolean ordered, int rows) {
        Breadth wanted = forced;
        boolean possible = wanted != Breadth.UNITS || ordered;
        return wanted != null && possible && scope instanceof RowScope.Owners
                ? wanted
                : Breadths.choose(scope, size, ordered, rows);
    }

    private void table(ObjectDefinition object) {
        TableShape shape = new TableShape(catalog, object);
        String columns = shape.columns().values().stream().map(Column::sql).collect(Collectors.joining(", "));
        run("create table {s}.\"" + object.name() + "\" (" + columns + ", primary key (id))");
        shape.indexes().forEach(index -> run(index.sql(workspace.schema(), false)));
    }

    /** {@code {s}} is the workspace's schema. */
    void run(String sql, @Nullable Object... binds) {
        database.in(
                workspace,
                connection -> Sql.of(sql.replace("{s}", "\"" + workspace.schema() + "\""), binds)
                        .run(connection));
    }

    UUID insert(String object, Map<String, ? extends @Nullable Object> values) {
        UUID id = values.get("id") instanceof UUID given ? given : UUID.randomUUID();
        StringBuilder names = new StringBuilder("id, version, created_at, updated_at");
        StringBuilder marks = new StringBuilder("?, 1, now(), now()");
        java.util.List<@Nullable Object> binds = new java.util.ArrayList<>(List.of(id));
        values.forEach((name, value) -> {
            if (!name.equals("id")) {
                names.append(", ").append(name);
                marks.append(", ?");
                binds.add(value);
            }
        });
        run("insert into {s}.\"" + object + "\" (" + names + ") values (" + marks + ")", binds.toArray());
        return id;
    }

    Page page(@Nullable String where, String order, String fields, int limit, @Nullable String after) {
        return lists.page(actor, selection(where, order, fields, limit, after));
    }

    Selection selection(@Nullable String where, String order, String fields, int limit, @Nullable String after) {
        List<Selection.Order> keys = split(order).stream()
                .map(key -> new Selection.Order(key.replaceFirst("^-", ""), key.startsWith("-")))
                .toList();
        return new Selection("deal", where, keys, split(fields), limit, after, Selection.Count.NONE);
    }

    String json(@Nullable String where, String order, String fields) {
        Json json = new Json();
        lists.write(actor, selection(where, order, fields, 50, null), json);
        return json.shown();
    }

    Table group(@Nullable String where, List<String> groupBy, Map<String, String> measures, String order) {
        List<Selection.Order> keys = split(order).stream()
                .map(key -> new Selection.Order(key.replaceFirst("^-", ""), key.startsWith("-")))
                .toList();
        return groups.table(actor, new Grouping("deal", where, groupBy, measures, keys, 0));
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    @Override
    public ObjectRights on(Actor who, String object) {
        if (unseen.contains(object) || catalog.object(object).isEmpty()) {
            throw new Problem.NotFound("query.no-such-object", Map.of("object", object));
        }
        return new ObjectRights(
                EnumSet.allOf(ObjectRights.Right.class),
                hidden.getOrDefault(object, Set.of()),
                Set.of(),
                Map.of(ObjectRights.Right.SEE, scopes.getOrDefault(object, new RowScope.All())));
    }

    @Override
    public boolean administers(Actor who) {
        return true;
    }

    @Override
    public long revision(Actor who) {
        return revision;
    }

    @Override
    public void outdated(Workspace which) {
        outdated++;
        revision = database.in(
                workspace,
                connection -> Sql.of("select revision from \"" + workspace.schema() + "\".sys_access")
                        .first(connection, row -> row.getLong(1))
                        .orElseThrow());
    }

    @Override
    public String shape(Actor who, String object) {
        return hidden.getOrDefault(object, Set.of()) + " "
                + scopes.getOrDefault(object, new RowScope.All()).getClass().getSimpleName();
    }
}
