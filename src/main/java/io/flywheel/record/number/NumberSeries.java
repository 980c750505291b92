package io.flywheel.record.number;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Auto-numbers, taken from the database in blocks, so that no counter row is touched by every write. Numbers are unique;
 * gaps appear when a process ends or a write is refused.
 */
@Component
public final class NumberSeries {
    private static final int BLOCK = 100;

    private record Key(UUID workspace, String object, String field, String period) {}

    private static final class Block {
        private long next;
        private long end;
    }

    private final Database database;
    private final Clock clock;
    private final Cache<Key, Block> blocks =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public NumberSeries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** {@code count} new numbers, in order. Not to be called inside a transaction: it takes a connection of its own. */
    public String[] take(Workspace workspace, String object, String field, String pattern, int count) {
        NumberFormat format = new NumberFormat(pattern);
        LocalDate day = LocalDate.now(clock.withZone(workspace.zone()));
        Key key = new Key(workspace.id(), object, field, format.period(day));
        Block block = blocks.get(key, ignored -> new Block());
        String[] numbers = new String[count];
        synchronized (block) {
            for (int i = 0; i < count; i++) {
                if (block.next == block.end) {
                    refill(workspace, key, block, Math.max(BLOCK, count - i));
                }
                numbers[i] = format.number(day, block.next++);
            }
        }
        return numbers;
    }

    private void refill(Workspace workspace, Key key, Block block, int size) {
        block.end = database.in(workspace, connection -> reserve(connection, workspace, key, size));
        block.next = block.end - size;
    }

    private static long reserve(Connection connection, Workspace workspace, Key key, int size) throws SQLException {
        return Sql.of(
                        "insert into \"" + workspace.schema()
                                + "\".sys_number_series as s (object, field, period, next) values (?, ?, ?, 1 + ?)"
                                + " on conflict (object, field, period) do update set next = s.next + ?"
                                + " returning next",
                        key.object(),
                        key.field(),
                        key.period(),
                        (long) size,
                        (long) size)
                .first(connection, row -> row.getLong(1))
                .orElseThrow();
    }
}
