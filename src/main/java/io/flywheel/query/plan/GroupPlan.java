package io.flywheel.query.plan;

import io.flywheel.query.Statement;
import io.flywheel.query.Table;
import java.util.List;
import java.util.Set;

/** An aggregate, compiled. */
public record GroupPlan(Statement statement, List<Table.Column> columns, List<Output> outputs, Set<String> touched) {}
