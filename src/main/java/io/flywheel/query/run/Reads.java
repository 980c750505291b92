package io.flywheel.query.run;

import io.flywheel.access.Access;
import io.flywheel.database.Database;
import io.flywheel.database.DatabaseFault;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Statement;
import io.flywheel.query.json.Json;
import io.flywheel.query.plan.Output;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs a statement under an actor's rights. Every statement compares the access revision it was made for with the
 * stored one; finding nothing, it may have been refused for that, so the revision is looked at, and if rights have
 * changed the statement is made anew.
 */
@Component
public class Reads {
    private static final int TRIES = 3;

    private final Access access;
    private final Database database;

    Reads(Access access, Database database) {
        this.access = access;
        this.database = database;
    }

    /** A statement that is about to run. */
    record Asked(Statement statement, List<@Nullable Object> parameters) {}

    /** Reads a result; null = there was no row at all. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T from(ResultSet rows) throws SQLException;
    }

    private record Answer<T>(@Nullable T value, boolean current) {}

    /** What the actor may see now. */
    Rights rights(Actor actor) {
        return new Rights(access, actor, null);
    }

    /** @return empty if there was no row */
    <T> Optional<T> read(Actor actor, Function<Rights, Asked> asking, Reading<T> reading) {
        return read(actor, null, asking, reading);
    }

    /** The same, of records that are read for a use. */
    <T> Optional<T> read(Actor actor, Rights.@Nullable Use use, Function<Rights, Asked> asking, Reading<T> reading) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Rights rights = new Rights(access, actor, use);
            Asked asked = asking.apply(rights);
            Answer<T> answer = attempt(actor, rights, asked, reading);
            if (answer.current) {
                return Optional.ofNullable(answer.value);
            }
            access.outdated(actor.workspace());
        }
        throw new Problem.Busy("query.rights-are-changing", Duration.ofSeconds(1), true);
    }

    /** Writes the rows of a statement as JSON objects, with commas between them. */
    public void rows(
            Actor actor,
            Function<Rights, Statement> asking,
            List<@Nullable Object> parameters,
            List<Output> outputs,
            Json json) {
        read(actor, rights -> new Asked(asking.apply(rights), parameters), rows -> {
            JsonRows sink = new JsonRows(json, false);
            sink.begin(rows, outputs);
            boolean any = false;
            while (rows.next()) {
                sink.row();
                any = true;
            }
            return any ? Boolean.TRUE : null;
        });
    }

    private <T> Answer<T> attempt(Actor actor, Rights rights, Asked asked, Reading<T> reading) {
        try {
            return database.in(actor.workspace(), connection -> {
                T value = run(connection, rights, asked, reading);
                boolean current = value != null || revision(connection, actor) == rights.revision();
                return new Answer<>(value, current);
            });
        } catch (DatabaseFault fault) {
            throw translated(fault);
        }
    }

    private static <T> @Nullable T run(Connection connection, Rights rights, Asked asked, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(asked.statement.text())) {
            asked.statement.bind(prepared, slot -> rights.value(slot, asked.parameters));
            try (ResultSet rows = prepared.executeQuery()) {
                return reading.from(rows);
            }
        }
    }

    private static long revision(Connection connection, Actor actor) throws SQLException {
        return Sql.of("select revision from \"" + actor.workspace().schema() + "\".sys_access")
                .first(connection, row -> row.getLong(1))
                .orElse(-1L);
    }

    /** What a statement could not do with the data at hand is the question's affair; all else is ours. */
    private static RuntimeException translated(DatabaseFault fault) {
        if (fault.state().equals("57014")) {
            return new Problem.Invalid(Fault.of("", "query.took-too-long"));
        }
        if (fault.state().startsWith("22")) {
            return new Problem.Invalid(Fault.of("", "query.not-computable"));
        }
        return fault;
    }
}
