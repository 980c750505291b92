package io.flywheel.database.pool;

import io.flywheel.kernel.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who uses which lane; each takes one at a time. A workspace has a lane of its own, shared with those that fall on the
 * same, and may spread over as many lanes as it has work at once. Work that waits longer than a moment may go anywhere.
 *
 * <pre>
 * one at once ──→ its lane       eight at once ──→ its lane and the seven next       waits 250 ms ──→ any lane
 * </pre>
 */
final class Lanes {
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final boolean[] busy;
    private final Duration limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Integer> working = new HashMap<>();
    private final Deque<Waiting> queue = new ArrayDeque<>();

    /** @param limit of waiting */
    Lanes(int lanes, Duration limit) {
        this.busy = new boolean[lanes];
        this.limit = limit;
    }

    private static final class Waiting {
        private final int home;
        private final Condition granted;
        private int width;
        private @Nullable Integer lane;

        private Waiting(int home, int width, Condition granted) {
            this.home = home;
            this.width = width;
            this.granted = granted;
        }

        private boolean mayUse(int number, int lanes) {
            return Math.floorMod(number - home, lanes) < width;
        }
    }

    /**
     * A lane, in the order of asking; the caller gives it back.
     *
     * @throws Problem.Busy if none is free in time
     */
    int take(UUID workspace) {
        lock.lock();
        try {
            int width = Math.min(working.merge(workspace, 1, Integer::sum), busy.length);
            Waiting waiting = new Waiting(Math.floorMod(mixed(workspace), busy.length), width, lock.newCondition());
            if (!occupy(waiting)) {
                queue.add(waiting);
                await(waiting, PATIENCE);
                if (waiting.lane == null) {
                    waiting.width = busy.length;
                    if (!occupy(waiting)) {
                        await(waiting, limit);
                    }
                    queue.remove(waiting);
                }
            }
            if (waiting.lane == null) {
                leave(workspace);
                throw new Problem.Busy("database.busy", Duration.ofSeconds(2), true);
            }
            return waiting.lane;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(int lane, UUID workspace) {
        lock.lock();
        try {
            leave(workspace);
            busy[lane] = false;
            for (Iterator<Waiting> all = queue.iterator(); all.hasNext(); ) {
                Waiting next = all.next();
                if (next.lane == null && next.mayUse(lane, busy.length)) {
                    busy[lane] = true;
                    next.lane = lane;
                    all.remove();
                    next.granted.signal();
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean occupy(Waiting waiting) {
        for (int i = 0; i < waiting.width; i++) {
            int lane = (waiting.home + i) % busy.length;
            if (!busy[lane]) {
                busy[lane] = true;
                waiting.lane = lane;
                return true;
            }
        }
        return false;
    }

    private static void await(Waiting waiting, Duration time) {
        try {
            long left = time.toNanos();
            while (waiting.lane == null && left > 0) {
                left = waiting.granted.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(UUID workspace) {
        working.computeIfPresent(workspace, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Ids made in one burst differ in few bits; spread them. */
    private static int mixed(UUID id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
