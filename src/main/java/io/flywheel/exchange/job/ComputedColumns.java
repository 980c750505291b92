package io.flywheel.exchange.job;

import io.flywheel.calendar.CalendarDays;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.exchange.file.Row;
import io.flywheel.exchange.mapping.ColumnNames;
import io.flywheel.exchange.mapping.Target;
import io.flywheel.formula.Columns;
import io.flywheel.formula.Formula;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Values that a mapping computes from a row's cells: the one engine for expressions is the database, so a chunk of rows
 * goes there as arrays and its answers come back, in one statement.
 */
final class ComputedColumns {
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final Course course;
    private final Database database;
    private final List<Target> computed;
    private final String expressions;
    private final List<@Nullable Object> binds;

    ComputedColumns(Course course, Database database) {
        this.course = course;
        this.database = database;
        this.computed = course.targets().stream()
                .filter(target -> target.source() instanceof Target.Source.Computed)
                .toList();
        List<Field<?>> fields = new ArrayList<>();
        FileColumns columns = new FileColumns(course);
        for (Target target : computed) {
            if (target.source() instanceof Target.Source.Computed source) {
                fields.add(Formula.compile(source.expression(), columns).cast(SQLDataType.CLOB));
            }
        }
        var select = SQL.select(fields);
        this.expressions =
                fields.isEmpty() ? "" : select.getSQL(ParamType.INDEXED).substring("select ".length());
        this.binds = new ArrayList<>();
        binds.addAll(select.getBindValues());
    }

    /** Row → the texts of the computed targets, in the mapping's order; null = empty. */
    List<@Nullable String[]> of(List<Row> rows) {
        if (computed.isEmpty()) {
            return List.of();
        }
        int count = course.columns().count();
        List<@Nullable Object> bound = new ArrayList<>(binds);
        StringBuilder from = new StringBuilder(" from unnest(");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            from.append(i == 0 ? "" : ", ").append("?::text[]");
            names.append("c").append(i).append(", ");
            int column = i;
            bound.add(rows.stream().map(row -> filled(row.cell(column))).toArray(String[]::new));
        }
        String text = "select " + expressions + from + ") with ordinality as file_row(" + names + "n) order by n";
        return database.in(course.workspace(), connection -> new Sql(text, bound).list(connection, this::texts));
    }

    private static @Nullable String filled(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private @Nullable String[] texts(ResultSet row) throws SQLException {
        @Nullable String[] texts = new @Nullable String[computed.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.getString(i + 1);
        }
        return texts;
    }

    /** The cells of the row at hand, under the names of their columns. */
    private record FileColumns(Course course) implements Columns {
        @Override
        public Field<?> column(List<String> path) {
            int index = new ColumnNames(course.columns()).index(path.getFirst());
            return DSL.field(DSL.name("file_row", "c" + index), SQLDataType.CLOB);
        }

        @Override
        public Children children(List<String> path) {
            throw new IllegalStateException("a file has no lines: " + path);
        }

        @Override
        public ZoneId zone() {
            return course.workspace().zone();
        }

        @Override
        public CalendarDays calendar() {
            return CalendarDays.of(course.workspace().schema());
        }

        @Override
        public int fiscalYearStart() {
            return course.workspace().fiscalYearStart();
        }
    }
}
