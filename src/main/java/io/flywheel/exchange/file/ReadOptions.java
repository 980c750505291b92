package io.flywheel.exchange.file;

import org.jspecify.annotations.Nullable;

/**
 * What the reader of a file says about it; null = find out.
 *
 * @param sheet its name, or its number counted from 1
 * @param separator one character, or {@code tab}, {@code comma}, {@code semicolon}, {@code pipe}
 * @param charset such as {@code GBK}
 * @param header whether the first row names the columns
 */
public record ReadOptions(
        @Nullable String sheet,
        @Nullable String separator,
        @Nullable String charset,
        @Nullable Boolean header) {
    public static final ReadOptions GUESS = new ReadOptions(null, null, null, null);
}
