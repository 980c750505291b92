package io.flywheel.exchange.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes the chunks of a file in their order, two side by side where that is safe: the second runs its statement while
 * the first still runs, and commits after it, so the mark moves as if they had been written one by one.
 *
 * <pre>
 * chunk 1  ──write──mark──commit
 * chunk 2    ──write────────────mark──commit
 * </pre>
 *
 * Should the first need something that the second holds (the same unique value, the same parent), the second gives way
 * after a moment, is written again behind the first, and from then on one follows the other.
 */
final class Lane implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ChunkWriter writer;
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    private volatile boolean sideBySide = true;
    private CompletableFuture<Void> first = DONE;
    private CompletableFuture<Void> second = DONE;

    Lane(ChunkWriter writer) {
        this.writer = writer;
    }

    /** As {@link ChunkWriter#write}; returns when at most two chunks are under way. */
    void write(List<Typed> chunk, List<Refusals.Missing> missing, int mark, boolean half) {
        if (!sideBySide || half || !writer.onlyMakes(chunk)) {
            drain();
            writer.write(chunk, missing, mark, half, () -> {});
            return;
        }
        await(first);
        first = second;
        CompletableFuture<Void> before = first;
        second = CompletableFuture.runAsync(() -> writeBehind(before, chunk, missing, mark), executor);
    }

    /** Returns when everything is written; throws what went wrong first. */
    void drain() {
        await(first);
        await(second);
        first = DONE;
        second = DONE;
    }

    private void writeBehind(
            CompletableFuture<Void> before, List<Typed> chunk, List<Refusals.Missing> missing, int mark) {
        try {
            writer.write(chunk, missing, mark, false, () -> takeTurn(before));
        } catch (GivenWay later) {
            sideBySide = false;
            await(before);
            writer.write(chunk, missing, mark, false, () -> {});
        }
    }

    private static void takeTurn(CompletableFuture<Void> before) {
        try {
            before.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            throw new GivenWay();
        } catch (ExecutionException failed) {
            throw new Imports.Abandoned();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Imports.Abandoned();
        }
    }

    private static void await(CompletableFuture<Void> chunk) {
        try {
            chunk.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException ours ? ours : failed;
        }
    }

    /** Takes the second chunk back for now. */
    private static final class GivenWay extends RuntimeException {
        GivenWay() {
            super(null, null, false, false);
        }
    }

    /** Nothing runs on after this, whatever happened. */
    @Override
    public void close() {
        executor.close();
    }
}
