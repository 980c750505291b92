package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.reading.Schemas;
import io.flywheel.kernel.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds one object against all definitions: its roles, sets of fields and rules; its fields one by one. */
public final class ObjectCheck {
    private final Catalog catalog;
    private final ObjectDefinition object;
    private final Faults faults;
    private final Expressions expressions;

    public ObjectCheck(Catalog catalog, ObjectDefinition object, Faults faults) {
        this.catalog = catalog;
        this.object = object;
        this.faults = faults;
        this.expressions = new Expressions(faults);
    }

    public void check() {
        FieldCheck fields = new FieldCheck(catalog, object, faults);
        object.fields().values().stream().filter(field -> !field.system()).forEach(fields::check);
        object.roles().forEach(this::role);
        for (int i = 0; i < object.unique().size(); i++) {
            keys("unique[" + i + "]", object.unique().get(i));
        }
        for (int i = 0; i < object.indexes().size(); i++) {
            keys("indexes[" + i + "]", object.indexes().get(i));
        }
        new SummaryCheck(catalog, object, faults).check();
        rules();
    }

    private void role(String role, String name) {
        String path = "roles." + role;
        object.field(name)
                .ifPresentOrElse(
                        field -> {
                            if (!plays(role, ColumnType.result(field.type()))) {
                                faults.add(
                                        path,
                                        "catalog.role-does-not-fit",
                                        "field",
                                        name,
                                        "type",
                                        Words.of(field.type()));
                            }
                        },
                        () -> noField(path, name));
    }

    private static boolean plays(String role, FieldType type) {
        return switch (role) {
            case "title" -> Expressions.textual(type) || type instanceof FieldType.AutoNumber;
            case "owner" -> type instanceof FieldType.Member;
            case "amount" -> Expressions.numeric(type);
            case "stage" -> type instanceof FieldType.Choice;
            case "closed" -> type instanceof FieldType.Date || type instanceof FieldType.DateTime;
            default -> true; // further parts belong to the facilities that ask for them
        };
    }

    private void keys(String path, List<String> names) {
        for (String name : names) {
            object.field(name)
                    .ifPresentOrElse(
                            field -> {
                                if (!FieldCheck.indexable(catalog, object, field)) {
                                    faults.add(
                                            path,
                                            "catalog.cannot-be-indexed",
                                            "field",
                                            name,
                                            "type",
                                            Words.of(field.type()));
                                }
                            },
                            () -> noField(path, name));
        }
    }

    private void rules() {
        Set<String> names = new HashSet<>();
        CatalogNames scope = CatalogNames.ofChange(catalog, object);
        for (int i = 0; i < object.rules().size(); i++) {
            ObjectDefinition.Rule rule = object.rules().get(i);
            String path = "rules[" + i + "]";
            if (!names.add(rule.name())) {
                faults.add(path + ".name", "catalog.repeated-rule", "name", rule.name());
            }
            expressions.condition(path + ".check", rule.check(), scope);
            if (rule.field() != null && object.field(rule.field()).isEmpty()) {
                noField(path + ".field", rule.field());
            }
        }
    }

    private void noField(String path, String name) {
        faults.add(Schemas.didYouMean(
                path,
                "catalog.no-such-field",
                "field",
                name,
                List.copyOf(object.fields().keySet())));
    }

    /** Whether a field is one of those that hold for the record alone. */
    static boolean given(FieldDefinition field) {
        return !(field.type() instanceof FieldType.Computed) && !(field.type() instanceof FieldType.Lines);
    }
}
