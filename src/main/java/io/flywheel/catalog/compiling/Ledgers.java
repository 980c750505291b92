package io.flywheel.catalog.compiling;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.planning.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ledgers that an object's summaries ask for. */
public final class Ledgers {
    private Ledgers() {}

    /** One for each summary whose fields are all there, in their order. */
    public static List<Ledger> of(Catalog catalog, String object) {
        return catalog.object(object).map(found -> all(catalog, found)).orElse(List.of());
    }

    private static List<Ledger> all(Catalog catalog, ObjectDefinition object) {
        Map<String, String> signatures =
                object.summaries().isEmpty() ? Map.of() : Signatures.of(catalog, object.name());
        List<Ledger> ledgers = new ArrayList<>();
        for (ObjectDefinition.Summary summary : object.summaries()) {
            List<String> keys = Stream.concat(
                            summary.by().stream(), object.role("owner").map(FieldDefinition::name).stream())
                    .distinct()
                    .toList();
            if (Stream.concat(keys.stream(), summary.sums().stream())
                    .allMatch(name -> object.field(name)
                            .filter(field -> catalog.stored(object, field))
                            .isPresent())) {
                ledgers.add(ledger(object, keys, summary.sums(), signatures));
            }
        }
        return List.copyOf(ledgers);
    }

    private static Ledger ledger(
            ObjectDefinition object, List<String> keys, List<String> sums, Map<String, String> signatures) {
        StringBuilder what = new StringBuilder("levels of ").append(object.name());
        for (String name : keys) {
            what.append("\nby ").append(column(object, name, signatures));
        }
        for (String name : sums) {
            what.append("\nsum ").append(column(object, name, signatures));
        }
        return new Ledger(
                object.name(),
                Ledger.PREFIX + Names.digest(what.toString()),
                keys,
                object.roles().get("owner"),
                sums);
    }

    /** A computed field that is computed otherwise is another field: its older values were not told to the ledger. */
    private static String column(ObjectDefinition object, String name, Map<String, String> signatures) {
        return name + " " + ColumnType.sql(object.field(name).orElseThrow().type()) + " "
                + signatures.getOrDefault(name, "");
    }
}
