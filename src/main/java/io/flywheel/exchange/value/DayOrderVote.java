package io.flywheel.exchange.value;

/** Looks at every date of a column, then says which order it keeps. */
public final class DayOrderVote {
    private int dayFirst;
    private int monthFirst;
    private int open;

    public void see(String text) {
        if (text.length() < 6 || !Character.isDigit(text.charAt(0)) || isYearFirst(text)) {
            return;
        }
        int[] two = DateText.ambiguous(text);
        if (two == null) {
            return;
        }
        dayFirst += two[0] > 12 ? 1 : 0;
        monthFirst += two[1] > 12 && two[0] <= 12 ? 1 : 0;
        open += two[0] <= 12 && two[1] <= 12 && two[0] != two[1] ? 1 : 0;
    }

    private static boolean isYearFirst(String text) {
        return text.length() >= 8 && Character.isDigit(text.charAt(2)) && Character.isDigit(text.charAt(3));
    }

    /** @param otherwise for a column whose cells all allow both */
    public DayOrder decide(DayOrder otherwise) {
        if (dayFirst == monthFirst) {
            return otherwise;
        }
        return dayFirst > monthFirst ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
    }

    /** Whether there are dates that could be read both ways and nothing in the column that decides. */
    public boolean isOpen() {
        return open > 0 && dayFirst == monthFirst;
    }
}
