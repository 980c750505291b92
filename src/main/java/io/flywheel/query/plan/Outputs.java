package io.flywheel.query.plan;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Faults;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a list answers of each record, as columns of the statement. */
final class Outputs {
    private static final int MOST = 300;

    private Outputs() {}

    /** The paths asked for, or all own fields in sight; the id always, and once. */
    static List<Resolved> resolve(List<String> fields, ObjectNames names, Faults faults) {
        Map<String, Resolved> resolved = new LinkedHashMap<>();
        FieldDefinition id = names.object().field("id").orElseThrow();
        resolved.put("id", new Resolved("id", List.of("id"), id));
        if (fields.isEmpty()) {
            names.object().fields().values().stream()
                    .filter(field -> !(field.type() instanceof FieldType.Lines))
                    .filter(field -> names.definition(field.name()).isPresent())
                    .forEach(field ->
                            resolved.put(field.name(), new Resolved(field.name(), List.of(field.name()), field)));
        } else if (fields.size() > MOST) {
            faults.add("fields", "query.too-many-fields", "most", MOST);
        } else {
            fields.forEach(
                    text -> Resolved.of(text, names, "fields", faults).ifPresent(found -> resolved.put(text, found)));
        }
        return List.copyOf(resolved.values());
    }

    /** Adds the columns of each path to {@code select}, and answers where they will stand. */
    static List<Output> columns(List<Resolved> paths, Source rows, Titles titles, List<Field<?>> select) {
        List<Output> outputs = new ArrayList<>();
        for (Resolved path : paths) {
            Kind kind = kind(path.field());
            outputs.add(Output.of(path.text(), kind, select.size() + 1));
            Field<?> column = rows.column(path.path());
            select.add(column);
            if (kind == Kind.REFERENCE) {
                select.add(titles.of(((FieldType.Referring) path.field().type()).object(), column));
            }
        }
        return outputs;
    }

    static Kind kind(FieldDefinition field) {
        if (field.system() && field.name().equals("id")) {
            return Kind.ID;
        }
        if (field.system() && field.name().equals("version")) {
            return Kind.INTEGER;
        }
        Type type = CatalogNames.type(field.type()).orElseThrow();
        return Kind.of(type);
    }

    /**
     * The title of a referenced record as a column of its own. A record that is deleted or out of scope, an object that
     * is out of sight and a hidden title have none: the id stays, the title is null.
     */
    record Titles(Catalog catalog, Sight sight, Function<String, Source> fresh) {
        Field<?> of(String object, Field<?> key) {
            return title(object)
                    .<Field<?>>map(title -> lookUp(object, key, title))
                    .orElse(none());
        }

        private Optional<String> title(String object) {
            return sight.sees(object)
                    ? catalog.object(object)
                            .flatMap(found -> found.role("title"))
                            .map(FieldDefinition::name)
                            .filter(name -> sight.sees(object, name))
                    : Optional.empty();
        }

        @SuppressWarnings("unchecked") // the key of a reference is a uuid
        private Field<?> lookUp(String object, Field<?> key, String title) {
            Source target = fresh.apply(object);
            return DSL.field(DSL.select(target.column(List.of(title)).cast(SQLDataType.CLOB))
                    .from(target.table())
                    .where(target.id().eq((Field<UUID>) key))
                    .and(target.live())
                    .and(target.inScope()));
        }

        private static Field<?> none() {
            return DSL.inline((String) null, SQLDataType.CLOB);
        }
    }
}
