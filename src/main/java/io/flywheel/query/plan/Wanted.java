package io.flywheel.query.plan;

import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.query.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list is compiled from.
 *
 * @param served whether an index brings the rows in this order
 * @param rows how many rows the statement may answer, one more than the page
 */
public record Wanted(
        ObjectDefinition object,
        @Nullable String where,
        List<Selection.Order> order,
        List<String> fields,
        Served served,
        int rows,
        Place place,
        Breadth breadth) {}
