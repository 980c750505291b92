package io.flywheel.record.write;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.Facilities;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Statement;
import io.flywheel.record.Batch;
import io.flywheel.record.Outcome;
import io.flywheel.record.Records;
import io.flywheel.record.plan.Parameters;
import io.flywheel.record.plan.WritePlans;
import io.flywheel.record.work.RankText;
import io.flywheel.record.work.RankedFacility;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a record between two others. Only the rank is written: who moves a card within its column changes nothing that
 * anybody reads or edits, so the record keeps its version and its history stays as it is. A move that changes fields as
 * well is a change like any other, and the rank goes into the same transaction.
 */
@Component
public final class Positions {
    private final Database database;
    private final Catalogs catalogs;
    private final Access access;
    private final Facilities facilities;
    private final RankedFacility ranked;
    private final Records records;

    public Positions(
            Database database,
            Catalogs catalogs,
            Access access,
            Facilities facilities,
            RankedFacility ranked,
            Records records) {
        this.database = database;
        this.catalogs = catalogs;
        this.access = access;
        this.facilities = facilities;
        this.ranked = ranked;
        this.records = records;
    }

    /**
     * Where a record shall stand.
     *
     * @param version that was seen, if it matters
     * @param above the record that shall stand above it; null, unknown or gone: none is named
     * @param below the one beneath it; with neither it becomes the first of its column
     */
    public record Wish(
            UUID id,
            @Nullable Integer version,
            @Nullable UUID above,
            @Nullable UUID below) {}

    /** Changes the record and puts it in its place. */
    public Outcome.Written move(Actor actor, ObjectDefinition object, Wish wish, Batch change) {
        Ranks ranks = ranks(actor, object);
        return records.write(actor, change, (connection, outcome) -> ranks.put(connection, wish))
                .written()
                .getFirst();
    }

    /** Puts the record in its place and leaves it as it is. */
    public Outcome.Written move(Actor actor, ObjectDefinition object, Wish wish) {
        Ranks ranks = ranks(actor, object);
        ObjectRights rights = access.on(actor, object.name());
        if (!rights.may(Right.CHANGE)) {
            throw new Problem.Forbidden("record.not-allowed-CHANGE", Map.of("object", object.label()));
        }
        Catalog catalog = catalogs.of(actor.workspace());
        int version = database.transaction(actor.workspace(), connection -> {
            Statement mine = WritePlans.visible(actor.workspace(), catalog, object, rights.scope(Right.CHANGE));
            if (!within(connection, mine, rights.scope(Right.CHANGE), wish.id())) {
                Statement seen = WritePlans.visible(actor.workspace(), catalog, object, rights.scope(Right.SEE));
                Map<String, Object> of = Map.of("object", object.label());
                throw within(connection, seen, rights.scope(Right.SEE), wish.id())
                        ? new Problem.Forbidden("record.out-of-reach", of)
                        : new Problem.NotFound("record.not-found", of);
            }
            return ranks.put(connection, wish);
        });
        if (wish.version() != null && wish.version() != version) {
            throw new Problem.Conflict(
                    "record.changed-meanwhile",
                    Map.of("version", version, "given", wish.version(), "changed", "", "changes", List.of()));
        }
        return new Outcome.Written(0, wish.id(), version, List.of());
    }

    private static boolean within(Connection connection, Statement asked, RowScope scope, UUID id) throws SQLException {
        return !Answers.of(
                        connection,
                        asked,
                        slot -> slot.equals(Parameters.ID) ? id : Binding.members(scope),
                        row -> true)
                .isEmpty();
    }

    private Ranks ranks(Actor actor, ObjectDefinition object) {
        RankedFacility.Settings settings = facilities
                .settings(ranked, object)
                .orElseThrow(
                        () -> new Problem.Malformed("record.position-without-rank", Map.of("object", object.label())));
        return new Ranks('"' + actor.workspace().schema() + "\".\"" + object.name() + '"', '"' + settings.by() + '"');
    }

    /** The statements on one table. */
    private record Ranks(String table, String column) {
        /** @return the record's version; 0 if it is gone */
        int put(Connection connection, Wish wish) throws SQLException {
            String high = rank(connection, wish.above());
            String low = rank(connection, wish.below());
            boolean crossed = high != null && low != null && high.compareTo(low) <= 0;
            if (high != null && (low == null || crossed)) {
                low = next(connection, wish.id(), "and o.rank < ? order by o.rank desc", high);
            } else if (high == null && low != null) {
                high = next(connection, wish.id(), "and o.rank > ? order by o.rank", low);
            } else if (high == null) {
                low = next(connection, wish.id(), "and o.rank is distinct from ? order by o.rank desc nulls last", "");
            }
            String rank = RankText.between(low, high, Ids.next().toString());
            return Sql.of(
                            "update " + table + " set rank = ? where id = ? and deleted_at is null returning version",
                            rank,
                            wish.id())
                    .first(connection, row -> row.getInt(1))
                    .orElse(0);
        }

        private @Nullable String rank(Connection connection, @Nullable UUID id) throws SQLException {
            return id == null
                    ? null
                    : Sql.of("select rank from " + table + " where id = ? and rank is not null", id)
                            .first(connection, row -> row.getString(1))
                            .orElse(null);
        }

        /** The nearest in the column in which the record stands now. */
        private @Nullable String next(Connection connection, UUID id, String where, String rank) throws SQLException {
            return Sql.of(
                            "select o.rank from " + table + " o where o." + column + " = (select t." + column + " from "
                                    + table + " t where t.id = ?) and o.id <> ? and o.deleted_at is null " + where
                                    + " limit 1",
                            id,
                            id,
                            rank)
                    .first(connection, row -> row.getString(1))
                    .orElse(null);
        }
    }
}
