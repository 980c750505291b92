package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ColumnType;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.kernel.Faults;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds a view against its object. */
public final class ViewCheck {
    private static final String IN_CALENDAR = "calendar.";
    private final Catalog catalog;
    private final ViewDefinition view;
    private final Faults faults;
    private final Expressions expressions;

    public ViewCheck(Catalog catalog, ViewDefinition view, Faults faults) {
        this.catalog = catalog;
        this.view = view;
        this.faults = faults;
        this.expressions = new Expressions(faults);
    }

    public void check() {
        catalog.object(view.object())
                .ifPresentOrElse(
                        this::against, () -> faults.add(FieldCheck.noObject(catalog, "object", view.object())));
    }

    private void against(ObjectDefinition object) {
        CatalogNames names = CatalogNames.of(catalog, object);
        for (int i = 0; i < view.columns().size(); i++) {
            expressions.value("columns[" + i + "]", view.columns().get(i), names);
        }
        for (int i = 0; i < view.order().size(); i++) {
            String key = view.order().get(i);
            expressions.value("order[" + i + "]", key.startsWith("-") ? key.substring(1) : key, names);
        }
        expressions.condition("where", view.where(), names);
        if (view.board() != null) {
            board(view.board(), object, names);
        }
        if (view.calendar() != null) {
            calendar(view.calendar(), object);
        }
    }

    private void board(ViewDefinition.Board board, ObjectDefinition object, CatalogNames names) {
        String column = board.column() == null ? object.roles().get("stage") : board.column();
        Set<String> options = field("board.column", column, object, FieldType.Choice.class::isInstance)
                                .map(FieldDefinition::type)
                                .orElse(null)
                        instanceof FieldType.Choice choice
                ? choice.options().keySet()
                : Set.of();
        board.limits().keySet().stream()
                .filter(option -> !options.contains(option))
                .forEach(option -> faults.add("board.limits." + option, "catalog.view-option", "option", option));
        for (int i = 0; i < board.sums().size(); i++) {
            field("board.sums[" + i + "]", board.sums().get(i), object, Expressions::numeric);
        }
        board.card().forEach((part, path) -> expressions.value("board.card." + part, path, names));
    }

    private void calendar(ViewDefinition.Calendar calendar, ObjectDefinition object) {
        Predicate<FieldType> time = type -> type instanceof FieldType.Date || type instanceof FieldType.DateTime;
        field(IN_CALENDAR + "start", calendar.start(), object, time);
        if (calendar.end() != null) {
            field(IN_CALENDAR + "end", calendar.end(), object, time);
        }
        if (calendar.time() != null) {
            field(IN_CALENDAR + "time", calendar.time(), object, Expressions::textual);
        }
        if (calendar.colour() != null) {
            field(IN_CALENDAR + "colour", calendar.colour(), object, FieldType.Choice.class::isInstance);
        }
    }

    private Optional<FieldDefinition> field(
            String path, @Nullable String name, ObjectDefinition object, Predicate<FieldType> fits) {
        Optional<FieldDefinition> field = name == null
                ? Optional.empty()
                : object.field(name).filter(found -> fits.test(ColumnType.result(found.type())));
        if (field.isEmpty()) {
            faults.add(path, "catalog.view-field", "field", String.valueOf(name), "object", object.label());
        }
        return field;
    }
}
