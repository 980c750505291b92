package io.flywheel.database.pool;

import io.flywheel.kernel.Problem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The connections of one database: a server process remembers every table it ever touched, so a workspace always goes
 * to the same small pool of two, and only its overflow to a spare pool whose connections do not grow old. The spare pool
 * is as large as a busy workspace needs: writers that wait for the disk share its one sync.
 *
 * <pre>
 * workspace ─ hash ─┬─ pool 0 (2)     all taken? ──→ spare (6)     all taken? ──→ wait for its own pool
 *                   ├─ pool 1 (2)
 *                   └─ …                              platform (2): accounts, sessions, jobs
 * </pre>
 */
final class Pools implements AutoCloseable {
    private static final int SMALL = 2;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final List<Pool> small;
    private final Pool spare;
    private final Pool platform;

    /** @param connections in total, at least 6 */
    Pools(Address address, int connections) {
        int overflow = Math.max(SMALL, (connections - SMALL) * 3 / 7);
        int count = Math.max(1, (connections - SMALL - overflow) / SMALL);
        this.small = IntStream.range(0, count)
                .mapToObj(i -> new Pool("workspaces-" + i, address, SMALL, Duration.ofMinutes(10)))
                .toList();
        this.spare = new Pool("spare", address, overflow, Duration.ofMinutes(1));
        this.platform = new Pool("platform", address, SMALL, Duration.ofMinutes(30));
    }

    Pool platform() {
        return platform;
    }

    /** A pool with a connection reserved for the caller, who gives it back. */
    Pool takePlatform() {
        return waitFor(platform);
    }

    /** As {@link #takePlatform}, for a workspace. */
    Pool take(UUID workspace) {
        Pool own = small.get(Math.floorMod(mixed(workspace), small.size()));
        if (own.tryTake()) {
            return own;
        }
        return spare.tryTake() ? spare : waitFor(own);
    }

    private static Pool waitFor(Pool pool) {
        try {
            if (pool.tryTake(WAIT)) {
                return pool;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem.Busy("database.busy", Duration.ofSeconds(2), true);
    }

    /** Ids made in one burst differ in few bits; spread them. */
    private static int mixed(UUID id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    @Override
    public void close() {
        small.forEach(Pool::close);
        spare.close();
        platform.close();
    }
}
