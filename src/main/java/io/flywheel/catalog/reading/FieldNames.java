package io.flywheel.catalog.reading;

import io.flywheel.catalog.SystemFields;
import io.flywheel.kernel.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names tables and columns may have: they are names in expressions and in the database as well. */
public final class FieldNames {
    private static final Pattern LEGAL = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");
    private static final int MOST_BYTES = 60;
    /** words of the expression language, and columns that PostgreSQL gives every table */
    private static final Set<String> TAKEN = Set.of(
            "me",
            "old",
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "in",
            "between",
            "is",
            "where",
            "tableoid",
            "xmin",
            "cmin",
            "xmax",
            "cmax",
            "ctid");

    private FieldNames() {}

    /** Adds a fault at {@code path} for a name that no field may have. */
    public static void check(String name, String path, Faults faults) {
        checkAny(name, path, faults);
        if (TAKEN.contains(name) || SystemFields.has(name)) {
            faults.add(path, "catalog.name-taken", "name", name);
        }
    }

    /** Adds a fault at {@code path} for a name that neither a field nor another definition may have. */
    public static void checkAny(String name, String path, Faults faults) {
        if (!LEGAL.matcher(name).matches()) {
            faults.add(path, "catalog.illegal-name", "name", name);
        } else if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add(path, "catalog.name-too-long", "name", name);
        } else if (name.startsWith("sys_") || name.startsWith("pg_") || name.startsWith("flyway_")) {
            faults.add(path, "catalog.name-taken", "name", name);
        }
    }
}
