package io.flywheel.query.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemFields;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How large a table is and how its rows spread over owners and units: the database's own statistics, read seldom. */
@Component
class Sizes {
    private static final String STATISTICS = """
            select greatest(c.reltuples, 0)::float8 as rows,
                   (select s.n_distinct from pg_stats s
                     where s.schemaname = ? and s.tablename = ? and s.attname = ?) as owners,
                   (select s.n_distinct from pg_stats s
                     where s.schemaname = ? and s.tablename = ? and s.attname = 'owner_unit') as units
            from pg_class c where c.oid = to_regclass(?)""";

    /** Estimates; zero where nothing is known. */
    record Size(double rows, double owners, double units) {
        static final Size UNKNOWN = new Size(0, 0, 0);

        /** For as long as not every row bears its unit. */
        Size withoutUnits() {
            return new Size(rows, owners, 0);
        }
    }

    private record Key(String schema, String object) {}

    private final Cache<Key, Size> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final Database database;

    Sizes(Database database) {
        this.database = database;
    }

    Size of(Workspace workspace, Catalog catalog, ObjectDefinition object) {
        Size size = cache.get(new Key(workspace.schema(), object.name()), key -> load(workspace, object));
        boolean filling = catalog.filling().contains(new FieldName(object.name(), SystemFields.OWNER_UNIT));
        return filling ? size.withoutUnits() : size;
    }

    private Size load(Workspace workspace, ObjectDefinition object) {
        String owner = object.roles().getOrDefault("owner", "");
        String schema = workspace.schema();
        String table = "\"" + schema + "\".\"" + object.name() + "\"";
        Sql sql = Sql.of(STATISTICS, schema, object.name(), owner, schema, object.name(), table);
        return database.in(
                workspace,
                connection -> sql.first(connection, row -> {
                            double rows = row.getDouble("rows");
                            return new Size(
                                    rows,
                                    distinct(row.getDouble("owners"), rows),
                                    distinct(row.getDouble("units"), rows));
                        })
                        .orElse(Size.UNKNOWN));
    }

    /** PostgreSQL writes a negative number for a share of the rows. */
    private static double distinct(double statistic, double rows) {
        return statistic < 0 ? -statistic * rows : statistic;
    }
}
