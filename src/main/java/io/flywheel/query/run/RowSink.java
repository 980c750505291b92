package io.flywheel.query.run;

import io.flywheel.query.plan.Output;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Takes the rows of a result, one by one. */
interface RowSink {
    void begin(ResultSet rows, List<Output> outputs) throws SQLException;

    void row() throws SQLException;
}
