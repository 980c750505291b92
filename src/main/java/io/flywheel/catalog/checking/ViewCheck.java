package io.flywheel.catalog.checking;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.ViewDefinition;
import io.flywheel.kernel.Faults;

/** Holds a view against its object. */
public final class ViewCheck {
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
    }
}
