package io.flywheel.performance.value;

import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.performance.MetricDefinition;
import io.flywheel.query.Sight;
import io.flywheel.query.Slot;
import io.flywheel.query.Statement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the statements of readings on behalf of one actor; for one request and one thread. */
final class Reader {
    private final Database database;
    private final Catalog catalog;
    private final Actor actor;
    private final Sight sight;

    Reader(Database database, Catalog catalog, Actor actor, Sight sight) {
        this.database = database;
        this.catalog = catalog;
        this.actor = actor;
        this.sight = sight;
    }

    /** One statement per {@link Reading}, by the metrics' names. */
    Map<String, Values> values(List<MetricDefinition> metrics, Question question) {
        Map<String, Values> all = new LinkedHashMap<>();
        for (Reading reading : Reading.of(metrics)) {
            read(reading, question).forEach(values -> all.put(values.metric().name(), values));
        }
        return all;
    }

    ReadingStatement statement(MetricDefinition metric, Question question) {
        return new ReadingStatement(actor.workspace(), catalog, sight, new Reading(List.of(metric)), question);
    }

    <T> List<T> run(Statement statement, Sql.Row<T> row) {
        Sql sql = statement.with(this::value);
        return database.in(actor.workspace(), connection -> sql.list(connection, row));
    }

    private List<Values> read(Reading reading, Question question) {
        ReadingStatement.Built built = build(reading, question);
        List<Values> all = new ArrayList<>();
        Map<Object, String> titles = new LinkedHashMap<>();
        reading.metrics().forEach(metric -> all.add(new Values(metric, new LinkedHashMap<>(), titles)));
        run(built.statement(), row -> {
            Cell cell = new Cell(key(row, built.type()), row.getObject(3, LocalDate.class));
            String title = row.getString(2);
            if (cell.key() != null && title != null) {
                titles.put(cell.key(), title);
            }
            int column = 4;
            for (Values values : all) {
                int parts = values.metric().measure().expressions().size();
                values.tallies().put(cell, tally(row, column, parts));
                column += parts + 1;
            }
            return cell;
        });
        return all;
    }

    /** A name that is hidden from the actor hides the metric; a wrong dimension is the reader's to mend. */
    private ReadingStatement.Built build(Reading reading, Question question) {
        try {
            return new ReadingStatement(actor.workspace(), catalog, sight, reading, question).build();
        } catch (Problem.Invalid invalid) {
            if (question.by() instanceof By.Dimension) {
                throw invalid;
            }
            throw ReadingStatement.hidden(reading.first());
        }
    }

    private static Tally tally(ResultSet row, int column, int parts) throws SQLException {
        return new Tally(
                row.getBigDecimal(column),
                parts == 2 ? row.getBigDecimal(column + 1) : null,
                zeroIfNull(row.getBigDecimal(column + parts)));
    }

    private static BigDecimal zeroIfNull(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private static @Nullable Object key(ResultSet row, @Nullable Type type) throws SQLException {
        return switch (type) {
            case null -> null;
            case Type.Reference reference -> row.getObject(1, UUID.class);
            case Type.Date date -> row.getObject(1, LocalDate.class);
            case Type.DateTime moment -> {
                OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case Type.YesNo yesNo -> row.getObject(1, Boolean.class);
            case Type.Number number -> row.getBigDecimal(1);
            case Type.Money money -> row.getBigDecimal(1);
            case Type.Text text -> row.getString(1);
            case Type.Choice choice -> row.getString(1);
            case Type.Choices choices -> row.getString(1);
            case Type.Nothing nothing -> null;
        };
    }

    private @Nullable Object value(Slot slot) {
        return switch (slot) {
            case Slot.Me me -> actor.member();
            case Slot.Owners(String object) ->
                sight.scope(object) instanceof RowScope.Owners owners
                        ? owners.named().toArray(UUID[]::new)
                        : new UUID[0];
            case Slot.Units(String object) ->
                sight.scope(object) instanceof RowScope.Owners owners
                        ? owners.units().toArray(UUID[]::new)
                        : new UUID[0];
            case Slot.Constant(Object constant) -> constant;
            case Slot.Parameter parameter -> null;
            case Slot.Revision revision -> null;
        };
    }
}
