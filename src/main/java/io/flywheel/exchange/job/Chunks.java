package io.flywheel.exchange.job;

import io.flywheel.database.Database;
import io.flywheel.exchange.file.DataFile;
import io.flywheel.exchange.file.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The file in chunks of typed rows, always cut at the same places. While two are written, the next is read: four are in
 * memory at most, so rows of many cells come in smaller chunks.
 */
final class Chunks implements AutoCloseable {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_CELLS = 100_000;

    private final int size;

    private final DataFile file;
    private final Typing typing;
    private final ComputedColumns computed;
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private Future<List<Typed>> next;

    Chunks(Course course, Survey survey, Database database, int mark) throws IOException {
        this.file = DataFile.open(course.file(), course.job().wish().reading());
        this.typing = new Typing(course, survey);
        this.computed = new ComputedColumns(course, database);
        this.size = Math.clamp(MOST_CELLS / Math.max(1, course.columns().count()), 1, MOST_ROWS);
        this.next = reader.submit(() -> {
            for (int i = 0; i < mark && file.next() != null; i++) {
                continue; // rows that an earlier run wrote
            }
            return read();
        });
    }

    /** The next rows, or none at the end. */
    List<Typed> next() throws IOException {
        List<Typed> chunk = await();
        if (!chunk.isEmpty()) {
            next = reader.submit(this::read);
        }
        return chunk;
    }

    private List<Typed> await() throws IOException {
        try {
            return next.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Imports.Abandoned();
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws IOException {
        return switch (cause) {
            case IOException io -> throw io;
            case RuntimeException ours -> ours;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private List<Typed> read() {
        try {
            List<Row> rows = new ArrayList<>(size);
            Row row;
            while (rows.size() < size && (row = file.next()) != null) {
                rows.add(row);
            }
            return typed(rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Typed> typed(List<Row> rows) {
        List<@Nullable String[]> texts = rows.isEmpty() ? List.of() : computed.of(rows);
        List<Typed> typed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            typed.add(typing.type(file, rows.get(i), texts.isEmpty() ? null : texts.get(i)));
        }
        return typed;
    }

    @Override
    public void close() throws IOException {
        reader.shutdownNow();
        reader.close();
        file.close();
    }
}
