package io.flywheel.performance.value;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a funnel. Rows: stage, how many entered, the sum of their amounts, how many were decided in it, how
 * many of these went on. Only events of the span are read, by their time. For one statement.
 */
final class FunnelStatement {
    private final Source source;
    private final Source event;
    private final StageWay way;
    private final Condition where;
    private final Condition sight;
    private final Field<BigDecimal> amount;
    private final OffsetDateTime start;
    private final OffsetDateTime end;

    FunnelStatement(
            Workspace workspace,
            Catalog catalog,
            Sight sight,
            ObjectDefinition object,
            StageWay way,
            @Nullable String where,
            @Nullable String amount,
            LocalDate from,
            LocalDate to) {
        this.way = way;
        this.source = Source.joining(workspace, catalog, object, "t", sight);
        this.event = source.another(way.events().object());
        this.where = where == null
                ? DSL.noCondition()
                : DSL.condition(
                        "{0}",
                        Formula.compile(Formula.condition(where, ObjectNames.of(catalog, object, sight)), source));
        this.sight = withParent(sight, object, way) ? DSL.noCondition() : event.inScope();
        this.amount = amount == null ? DSL.castNull(SQLDataType.NUMERIC) : source.plain(amount, SQLDataType.NUMERIC);
        this.start = moment(workspace, from);
        this.end = moment(workspace, to);
    }

    /** Events that go with their record are seen with it. */
    private static boolean withParent(Sight sight, ObjectDefinition object, StageWay way) {
        return sight.scope(way.events().object()) instanceof RowScope.Through through
                && through.object().equals(object.name())
                && through.via().equals(way.events().record());
    }

    private static OffsetDateTime moment(Workspace workspace, LocalDate day) {
        return day.atStartOfDay(workspace.zone()).toOffsetDateTime();
    }

    /** All of it. */
    Statement whole() {
        var moves = DSL.name("moves").as(moves());
        Field<?> stage = DSL.field("stage");
        Table<?> entered = DSL.select(
                        stage, DSL.count().as("entered"), DSL.sum(amountOf()).as("total"))
                .from(DSL.select(
                                DSL.field("target").as("stage"),
                                DSL.field("record"),
                                DSL.field("max(amount)").as("amount"))
                        .from(moves)
                        .groupBy(DSL.field("target"), DSL.field("record"))
                        .asTable("once"))
                .groupBy(stage)
                .asTable("e");
        return Statement.of(DSL.with(moves)
                .select(
                        stage,
                        DSL.field("e.entered"),
                        DSL.field("e.total"),
                        DSL.field("l.decided"),
                        DSL.field("l.onward"))
                .from(entered.fullJoin(decided(moves)).using(stage)));
    }

    /** The decisions only, which is less work. */
    Statement decisions() {
        return Statement.of(DSL.select(
                        DSL.field("stage"),
                        DSL.inline(0L),
                        DSL.castNull(SQLDataType.NUMERIC),
                        DSL.field("decided"),
                        DSL.field("onward"))
                .from(decided(moves().asTable("moves"))));
    }

    private static Field<BigDecimal> amountOf() {
        return DSL.field("amount", SQLDataType.NUMERIC);
    }

    private Table<?> decided(Table<?> moves) {
        return DSL.select(
                        DSL.field("stage"),
                        DSL.count().as("decided"),
                        DSL.field("count(*) filter (where onward)").as("onward"))
                .from(last(moves))
                .groupBy(DSL.field("stage"))
                .asTable("l");
    }

    /** Each record's last decision in each stage: whether its last move on came after its last end. */
    private Table<?> last(Table<?> moves) {
        Field<Integer> from = place(DSL.field("origin", String.class));
        Field<Integer> to = place(DSL.field("target", String.class));
        Condition ends = DSL.condition("target = any({0})", DSL.val(way.lost().toArray(String[]::new), String[].class));
        Table<?> moved = DSL.select(
                        DSL.field("record"),
                        DSL.field("origin"),
                        DSL.field("at"),
                        DSL.field("({0} > {1}) is true", to, from).as("moved_on"),
                        DSL.field(from.isNotNull().and(ends)).as("ended"))
                .from(moves)
                .asTable("m");
        Field<?> onward = DSL.field("coalesce(max(at) filter (where moved_on) > max(at) filter (where not moved_on),"
                + " max(at) filter (where moved_on) is not null)");
        return DSL.select(DSL.field("record"), DSL.field("origin").as("stage"), onward.as("onward"))
                .from(moved)
                .where(DSL.condition("moved_on or ended"))
                .groupBy(DSL.field("record"), DSL.field("origin"))
                .asTable("d");
    }

    private Field<Integer> place(Field<String> stage) {
        return DSL.field(
                "array_position({0}, {1})",
                SQLDataType.INTEGER, DSL.val(way.steps().toArray(String[]::new), String[].class), stage);
    }

    private Select<?> moves() {
        Field<OffsetDateTime> at = event.plain(way.events().at(), SQLDataType.TIMESTAMPWITHTIMEZONE);
        Field<UUID> record = event.plain(way.events().record(), SQLDataType.UUID);
        return DSL.select(
                        source.id().as("record"),
                        event.plain(way.events().from(), SQLDataType.CLOB).as("origin"),
                        event.plain(way.events().to(), SQLDataType.CLOB).as("target"),
                        at.as("at"),
                        amount.as("amount"))
                .from(source.from())
                .join(event.table())
                .on(record.eq(source.id()))
                .where(at.ge(start))
                .and(at.lt(end))
                .and(event.live())
                .and(sight)
                .and(source.live())
                .and(source.inScope())
                .and(where);
    }
}
