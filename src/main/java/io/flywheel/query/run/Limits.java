package io.flywheel.query.run;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Selection;
import java.util.Map;

/** What a list may ask for at once. */
final class Limits {
    static final int MOST = 500;
    private static final int[] PAGES = {10, 25, 50, 100, 200, MOST};

    private Limits() {}

    static void check(Selection selection) {
        if (selection.limit() < 1 || selection.limit() > MOST) {
            throw new Problem.Invalid(Fault.of("limit", "query.limit-out-of-range", "most", MOST));
        }
    }

    /** How many rows the statement answers: few sizes, so that few statements serve every limit; one more than a page. */
    static int rows(int limit) {
        for (int page : PAGES) {
            if (limit <= page) {
                return page + 1;
            }
        }
        return MOST + 1;
    }

    static ObjectDefinition object(Catalog catalog, String name) {
        return catalog.object(name)
                .orElseThrow(() -> new Problem.NotFound("query.no-such-object", Map.of("object", name)));
    }
}
