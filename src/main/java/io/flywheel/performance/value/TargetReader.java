package io.flywheel.performance.value;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Workspace;
import io.flywheel.performance.Grain;
import io.flywheel.performance.Period;
import io.flywheel.performance.Targets;
import io.flywheel.performance.definition.TargetsFacility;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import io.flywheel.query.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Reads targets from the objects that switched the facility on: one statement for all metrics and holders. */
final class TargetReader {
    static final String OWN = "own";
    static final String TERRITORY = "territory";

    private final Workspace workspace;
    private final Catalog catalog;
    private final Sight sight;
    private final Reader reader;
    private final TargetsFacility facility;

    TargetReader(Workspace workspace, Catalog catalog, Sight sight, Reader reader, TargetsFacility facility) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.sight = sight;
        this.reader = reader;
        this.facility = facility;
    }

    enum Holder {
        MEMBER,
        TEAM,
        TERRITORY
    }

    private record Read(String metric, TargetSums.Row row) {}

    /** By metric; a metric without targets is missing. */
    Map<String, TargetSums> read(
            List<String> metrics, Holder holder, String basis, Period period, @Nullable Grain grain) {
        Map<String, List<TargetSums.Row>> rows = new HashMap<>();
        for (ObjectDefinition object : catalog.objects().values()) {
            settings(object)
                    .filter(ignored -> sight.sees(object.name()))
                    .ifPresent(settings -> reader.run(
                                    statement(object, settings, metrics, holder, basis, period), TargetReader::row)
                            .forEach(read -> rows.computeIfAbsent(read.metric(), ignored -> new ArrayList<>())
                                    .add(read.row())));
        }
        Map<String, TargetSums> sums = new HashMap<>();
        rows.forEach((metric, all) -> sums.put(metric, TargetSums.of(all, grain)));
        return sums;
    }

    private Optional<Targets> settings(ObjectDefinition object) {
        return Optional.ofNullable(object.facilities().get(TargetsFacility.NAME))
                .map(node -> facility.read(node, new Faults()))
                .filter(settings -> sees(object, settings));
    }

    /** A target of which anything is hidden is hidden. */
    private boolean sees(ObjectDefinition object, Targets settings) {
        return Stream.of(
                        settings.metric(),
                        settings.basis(),
                        settings.member(),
                        settings.team(),
                        settings.territory(),
                        settings.from(),
                        settings.to(),
                        settings.amount())
                .allMatch(field -> sight.sees(object.name(), field));
    }

    private static Read row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Read(
                row.getString(1),
                new TargetSums.Row(
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getBigDecimal(5)));
    }

    private Statement statement(
            ObjectDefinition object,
            Targets settings,
            List<String> metrics,
            Holder holder,
            String basis,
            Period period) {
        Source source = Source.joining(workspace, catalog, object, "t", sight);
        Field<String> metric = source.plain(settings.metric(), SQLDataType.CLOB);
        Field<UUID> held = source.plain(
                switch (holder) {
                    case MEMBER -> settings.member();
                    case TEAM -> settings.team();
                    case TERRITORY -> settings.territory();
                },
                SQLDataType.UUID);
        Field<LocalDate> from = source.plain(settings.from(), SQLDataType.LOCALDATE);
        Field<LocalDate> to = source.plain(settings.to(), SQLDataType.LOCALDATE);
        return Statement.of(DSL.select(
                        metric, held, from, to, DSL.sum(source.plain(settings.amount(), SQLDataType.NUMERIC)))
                .from(source.from())
                .where(source.live())
                .and(source.inScope())
                .and(DSL.condition("{0} = any({1})", metric, DSL.val(metrics.toArray(String[]::new))))
                .and(held.isNotNull())
                .and(source.plain(settings.basis(), SQLDataType.CLOB).eq(basis))
                .and(inside(from, to, period))
                .groupBy(metric, held, from, to));
    }

    private static Condition inside(Field<LocalDate> from, Field<LocalDate> to, Period period) {
        LocalDate first = period.from();
        LocalDate end = period.to();
        return (first == null ? DSL.noCondition() : from.ge(first)).and(end == null ? DSL.noCondition() : to.lt(end));
    }
}
