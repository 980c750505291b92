package io.flywheel.catalog;

import io.flywheel.formula.Names;
import io.flywheel.formula.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an expression over an object may name: its fields, the records behind its references, its lines, {@code me}
 * (the reader as a member), and where a change is judged {@code old} (the record before).
 */
public final class CatalogNames implements Names {
    public static final String ME = "me";
    public static final String OLD = "old";

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final boolean reader;
    private final boolean change;

    private CatalogNames(Catalog catalog, ObjectDefinition object, boolean reader, boolean change) {
        this.catalog = catalog;
        this.object = object;
        this.reader = reader;
        this.change = change;
    }

    /** The names of a record, and {@code me}. */
    public static CatalogNames of(Catalog catalog, ObjectDefinition object) {
        return new CatalogNames(catalog, object, true, false);
    }

    /** The names of a record that changes: also {@code old}. */
    public static CatalogNames ofChange(Catalog catalog, ObjectDefinition object) {
        return new CatalogNames(catalog, object, true, true);
    }

    /** {@code me} and nothing else, for values that have no record yet. */
    public static Names ofReader(Catalog catalog) {
        return new ReaderNames(catalog);
    }

    @Override
    public Optional<Type> field(String name) {
        if (name.equals(ME) && reader) {
            return Optional.of(new Type.Reference(SystemObjects.MEMBER));
        }
        return object.field(name).flatMap(field -> type(field.type()));
    }

    @Override
    public Optional<Names> through(String name) {
        if (name.equals(ME) && reader) {
            return plain(SystemObjects.MEMBER);
        }
        if (name.equals(OLD) && change) {
            return plain(object.name());
        }
        return object.field(name)
                .map(FieldDefinition::type)
                .filter(FieldType.Referring.class::isInstance)
                .flatMap(type -> plain(((FieldType.Referring) type).object()));
    }

    @Override
    public Optional<Names> children(String name) {
        return object.field(name)
                .map(FieldDefinition::type)
                .filter(FieldType.Lines.class::isInstance)
                .flatMap(type -> catalog.object(((FieldType.Lines) type).object()))
                .map(child -> new CatalogNames(catalog, child, reader, false));
    }

    @Override
    public Collection<String> all() {
        List<String> names = new ArrayList<>(object.fields().keySet());
        if (reader) {
            names.add(ME);
        }
        if (change) {
            names.add(OLD);
        }
        return names;
    }

    private Optional<Names> plain(String target) {
        return catalog.object(target).map(found -> new CatalogNames(catalog, found, false, false));
    }

    /** What a field is in an expression; empty for lines, which are only aggregated over. */
    public static Optional<Type> type(FieldType type) {
        return Optional.ofNullable(
                switch (type) {
                    case FieldType.Text ignored -> new Type.Text();
                    case FieldType.LongText ignored -> new Type.Text();
                    case FieldType.Phone ignored -> new Type.Text();
                    case FieldType.Email ignored -> new Type.Text();
                    case FieldType.Link ignored -> new Type.Text();
                    case FieldType.AutoNumber ignored -> new Type.Text();
                    case FieldType.Number ignored -> new Type.Number();
                    case FieldType.Percent ignored -> new Type.Number();
                    case FieldType.Money ignored -> new Type.Money();
                    case FieldType.Date ignored -> new Type.Date();
                    case FieldType.DateTime ignored -> new Type.DateTime();
                    case FieldType.YesNo ignored -> new Type.YesNo();
                    case FieldType.Choice choice ->
                        new Type.Choice(choice.options().keySet());
                    case FieldType.MultiChoice choice ->
                        new Type.Choices(choice.options().keySet());
                    case FieldType.Referring reference -> new Type.Reference(reference.object());
                    case FieldType.Formula formula -> type(formula.result()).orElse(null);
                    case FieldType.RollUp rollUp -> type(rollUp.result()).orElse(null);
                    case FieldType.Lines ignored -> null;
                });
    }

    private record ReaderNames(Catalog catalog) implements Names {
        @Override
        public Optional<Type> field(String name) {
            return name.equals(ME) ? Optional.of(new Type.Reference(SystemObjects.MEMBER)) : Optional.empty();
        }

        @Override
        public Optional<Names> through(String name) {
            return name.equals(ME)
                    ? catalog.object(SystemObjects.MEMBER)
                            .map(member -> new CatalogNames(catalog, member, false, false))
                    : Optional.empty();
        }

        @Override
        public Optional<Names> children(String name) {
            return Optional.empty();
        }

        @Override
        public Collection<String> all() {
            return List.of(ME);
        }
    }
}
