package io.flywheel.exchange.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file as they stand, one at a time, header and all. */
public interface RawRows extends AutoCloseable {
    /** The next row that has anything in it, or null at the end. */
    @Nullable
    Row next() throws IOException;

    /** Whether a row that is shorter than the others is a broken one: in a text file yes, in a sheet it is usual. */
    boolean keepsWidth();

    @Override
    void close() throws IOException;
}
