package io.flywheel.record.plan;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.Storage;
import io.flywheel.formula.Checked;
import io.flywheel.formula.Formula;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.ObjectNames;
import io.flywheel.query.Sight;
import io.flywheel.query.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one object's definition asks of every write: its columns, stored formulas in the order in which they depend on
 * each other, the fields whose change touches a formula, a rule or a condition.
 */
final class RowShape {
    final Workspace workspace;
    final Catalog catalog;
    final ObjectDefinition object;
    /** stored formula → checked, each after those it reads */
    final Map<String, Checked> formulas = new LinkedHashMap<>();

    RowShape(Workspace workspace, Catalog catalog, ObjectDefinition object) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.object = object;
        catalog.computed(object.name()).forEach((name, computed) -> {
            if (computed.type() instanceof FieldType.Formula
                    && computed.storage() != Storage.ON_READ
                    && computed.expression() != null) {
                formulas.put(name, computed.expression());
            }
        });
    }

    /** The shape of another object of the same catalogue. */
    RowShape of(String other) {
        return new RowShape(
                workspace, catalog, Objects.requireNonNull(catalog.objects().get(other)));
    }

    Checked check(String expression) {
        return Formula.check(expression, ObjectNames.of(catalog, object, Sight.everything()));
    }

    /** As {@link #check}, where a change is judged: {@code old.…} can be named. */
    Checked checkChange(String expression) {
        return Formula.check(expression, ObjectNames.withOld(catalog, object, Sight.everything()));
    }

    Checked condition(String expression) {
        return Formula.condition(expression, ObjectNames.withOld(catalog, object, Sight.everything()));
    }

    /** The row under an alias of a statement; {@code old.…} is the row under {@code o}. */
    Source row(String alias) {
        return Source.correlating(workspace, catalog, object, alias, Sight.everything())
                .old("o");
    }

    /** An expression over the row under an alias. */
    SqlText sql(Checked checked, String alias) {
        return new SqlText().add(Formula.compile(checked, row(alias)));
    }

    String table() {
        return table(object.name());
    }

    String table(String name) {
        return SqlText.name(workspace.schema()) + "." + SqlText.name(name);
    }

    /** Fields with a column that people give: neither computed nor the system's. */
    List<FieldDefinition> given() {
        List<FieldDefinition> all = new ArrayList<>();
        for (FieldDefinition field : object.fields().values()) {
            if (!field.system() && stored(field) && !(field.type() instanceof FieldType.Computed)) {
                all.add(field);
            }
        }
        return all;
    }

    /** Whether a field has a column. */
    boolean stored(FieldDefinition field) {
        return catalog.stored(object, field);
    }

    /** The stored formulas that read any of {@code changed}, directly or through one another. */
    Set<String> touched(Set<String> changed) {
        Set<String> moved = new LinkedHashSet<>(changed);
        Set<String> touched = new LinkedHashSet<>();
        formulas.forEach((name, checked) -> {
            if (checked.paths().stream().anyMatch(moved::contains)) {
                moved.add(name);
                touched.add(name);
            }
        });
        return touched;
    }

    /** The fields of this object that an expression reads: {@code account} for {@code account.industry}. */
    static Set<String> ownFields(Checked checked) {
        Set<String> names = new LinkedHashSet<>();
        for (String path : checked.paths()) {
            String own = path.startsWith("old.") ? path.substring(4) : path;
            names.add(own.contains(".") ? own.substring(0, own.indexOf('.')) : own);
        }
        return names;
    }

    /** All columns of the row that {@code names} need, unstored formulas resolved to what they read. */
    Set<String> columns(Iterable<String> names) {
        Set<String> columns = new LinkedHashSet<>();
        names.forEach(name -> addColumns(name, columns));
        return columns;
    }

    private void addColumns(String name, Set<String> columns) {
        FieldDefinition field = object.fields().get(name);
        if (field == null || columns.contains(name)) {
            return;
        }
        if (stored(field)) {
            columns.add(name);
        } else if (field.type() instanceof FieldType.Formula formula) {
            ownFields(check(formula.expression())).forEach(read -> addColumns(read, columns));
        }
    }
}
