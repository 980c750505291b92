package io.flywheel.database.pool;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The connections of one database. A server process remembers every table it ever touched, so a workspace goes to the
 * same connection as long as that suffices; see {@link Lanes} for what a busy one gets, and {@link Pool} for what
 * becomes of a connection that served many.
 */
final class Pools implements AutoCloseable {
    private static final int PLATFORM = 2;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final List<Pool> single;
    private final Lanes lanes;
    private final Pool platform;

    /** @param connections in total, at least 6 */
    Pools(Address address, int connections) {
        int count = Math.max(1, connections - PLATFORM);
        this.single = IntStream.range(0, count)
                .mapToObj(i -> new Pool("workspaces-" + i, address, 1, Duration.ofMinutes(10)))
                .toList();
        this.lanes = new Lanes(count, WAIT);
        this.platform = new Pool("platform", address, PLATFORM, Duration.ofMinutes(30));
    }

    /** A connection reserved for the caller, who gives it back. */
    interface Loan extends AutoCloseable {
        Pool pool();

        @Override
        void close();
    }

    private record Lent(Pool pool, Runnable back) implements Loan {
        @Override
        public void close() {
            back.run();
        }
    }

    Pool platform() {
        return platform;
    }

    Loan takePlatform() {
        platform.take(WAIT);
        return new Lent(platform, platform::giveBack);
    }

    Loan take(UUID workspace) {
        int lane = lanes.take(workspace);
        return new Lent(single.get(lane), () -> lanes.giveBack(lane, workspace));
    }

    @Override
    public void close() {
        single.forEach(Pool::close);
        platform.close();
    }
}
