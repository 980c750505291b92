package io.flywheel.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of records: path → value. A reference is a {@link Named}; money and numbers are BigDecimal, days LocalDate,
 * moments Instant, several options a list of keys.
 *
 * @param next the cursor of the next page, null at the end
 * @param count of all that match, if it was asked for
 */
public record Page(
        List<Map<String, @Nullable Object>> records,
        @Nullable String next,
        @Nullable Long count) {
    /** A referenced record by its id and title. */
    public record Named(java.util.UUID id, @Nullable String title) {}
}
