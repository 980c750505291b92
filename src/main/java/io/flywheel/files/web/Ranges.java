package io.flywheel.files.web;

import io.flywheel.http.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * Which bytes are asked for. Several ranges at once are answered with the whole, as the standard allows; so is a range
 * of what has changed since ({@code If-Range}).
 *
 * @param from the first byte
 * @param length how many
 * @param partial whether it is less than the whole
 */
record Ranges(long from, long length, boolean partial) {
    /** @return null if the range lies outside the content */
    static @Nullable Ranges of(Call call, long size, String etag) {
        String header = call.header("Range");
        String ifRange = call.header("If-Range");
        Ranges whole = new Ranges(0, size, false);
        if (header == null || (ifRange != null && !ifRange.strip().equals(etag))) {
            return whole;
        }
        try {
            List<HttpRange> asked = HttpRange.parseRanges(header);
            return asked.size() == 1 ? one(asked.getFirst(), size) : whole;
        } catch (IllegalArgumentException malformed) {
            return whole;
        }
    }

    private static @Nullable Ranges one(HttpRange range, long size) {
        long from = range.getRangeStart(size);
        long to = range.getRangeEnd(size);
        return from >= size || to < from ? null : new Ranges(from, to - from + 1, true);
    }
}
