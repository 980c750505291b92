package io.flywheel.query.search;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Sight;
import io.flywheel.query.Slot;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The one statement that searches every object in sight: candidates by their terms, each kept if its record may be seen. */
final class SearchPlan {
    /** Candidates that are looked at before the best are picked; the question is parameter 0, its plain text 1. */
    private static final int CANDIDATES = 200;

    private SearchPlan() {}

    static Statement of(Workspace workspace, Catalog catalog, Sight sight, int limit) {
        Field<String> object = DSL.field(DSL.name("s", "object"), SQLDataType.CLOB);
        Field<UUID> record = DSL.field(DSL.name("s", "record"), SQLDataType.UUID);
        List<Condition> visible = new ArrayList<>();
        for (ObjectDefinition each : objects(catalog, sight)) {
            visible.add(object.eq(each.name()).and(seen(workspace, catalog, sight, each, record, visible.size())));
        }
        Field<?> question = Slot.field(new Slot.Parameter(0), SQLDataType.CLOB);
        var found = DSL.select(object, record, DSL.field(DSL.name("s", "title"), SQLDataType.CLOB))
                .from(DSL.table(DSL.name(workspace.schema(), "sys_search")).as(DSL.name("s")))
                .where(DSL.condition("{0} @@ {1}::tsquery", DSL.field(DSL.name("s", "terms")), question))
                .and(DSL.or(visible))
                .and(DSL.condition(
                        "(select r.revision from {0} r) = {1}",
                        DSL.table(DSL.name(workspace.schema(), "sys_access")),
                        Slot.field(new Slot.Revision(), SQLDataType.BIGINT)))
                .limit(DSL.inline(CANDIDATES))
                .asTable(DSL.name("f"));
        Field<String> title = DSL.field(DSL.name("f", "title"), SQLDataType.CLOB);
        Condition exact =
                DSL.condition("lower({0}) = lower({1})", title, Slot.field(new Slot.Parameter(1), SQLDataType.CLOB));
        return Statement.of(DSL.select(DSL.field(DSL.name("f", "object")), DSL.field(DSL.name("f", "record")), title)
                .from(found)
                .orderBy(
                        DSL.field(exact).desc().nullsLast(),
                        DSL.length(title).asc().nullsLast(),
                        title.collate(DSL.collation("zh-Hans-CN-x-icu")),
                        DSL.field(DSL.name("f", "record")))
                .limit(DSL.inline(limit)));
    }

    /**
     * Objects whose every searchable field is in sight: a term does not say which field it came from, so an object with
     * a hidden one is left out rather than let its words be guessed.
     */
    static List<ObjectDefinition> objects(Catalog catalog, Sight sight) {
        return catalog.objects().values().stream()
                .filter(object -> sight.sees(object.name()))
                .filter(object -> object.fields().values().stream()
                        .filter(field -> field.searchable() || isTitle(object, field))
                        .allMatch(field -> sight.sees(object.name(), field.name())))
                .toList();
    }

    private static boolean isTitle(ObjectDefinition object, FieldDefinition field) {
        return field.name().equals(object.roles().get("title"));
    }

    private static Condition seen(
            Workspace workspace,
            Catalog catalog,
            Sight sight,
            ObjectDefinition object,
            Field<UUID> record,
            int number) {
        Source row = Source.correlating(workspace, catalog, object, "o_" + number, sight);
        return DSL.exists(DSL.selectOne()
                .from(row.table())
                .where(row.id().eq(record))
                .and(row.live())
                .and(row.inScope()));
    }
}
