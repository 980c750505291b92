package io.flywheel.query.run;

import io.flywheel.query.json.Cells;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Output;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as JSON, with commas between them: each an object, or each an array of its values. */
final class JsonRows implements RowSink {
    private final Json json;
    private final boolean arrays;
    private @Nullable Cells cells;
    private List<Output> outputs = List.of();
    private boolean any;

    JsonRows(Json json, boolean arrays) {
        this.json = json;
        this.arrays = arrays;
    }

    @Override
    public void begin(ResultSet rows, List<Output> columns) throws SQLException {
        cells = Cells.of(rows);
        outputs = columns;
    }

    @Override
    public void row() throws SQLException {
        if (any) {
            json.add(',');
        }
        any = true;
        Cells current = java.util.Objects.requireNonNull(cells);
        if (arrays) {
            current.array(json, outputs);
        } else {
            current.object(json, outputs);
        }
    }
}
