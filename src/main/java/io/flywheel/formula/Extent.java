package io.flywheel.formula;

/**
 * How large an expression is in SQL.
 *
 * @param characters about as many, and little more than {@link #MOST_CHARACTERS} if there are more
 * @param levels of operations within each other, and little more than {@link #MOST_LEVELS} if there are more
 */
public record Extent(long characters, int levels) {
    /** Flat, the database plans as many in well under a tenth of a second. */
    public static final int MOST_CHARACTERS = 100_000;

    /** What an ordinary stack walks, in Java and in the database. */
    public static final int MOST_LEVELS = 400;

    /** A plain column. */
    public static final Extent COLUMN = new Extent(24, 1);

    public boolean isTooMuch() {
        return characters > MOST_CHARACTERS || levels > MOST_LEVELS;
    }
}
