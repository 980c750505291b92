package io.flywheel.formula.sql;

import java.util.regex.Pattern;

/** How large a statement becomes where repeated arguments are written out. */
public final class Sizes {
    public static final int MAX = 20_000;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private Sizes() {}

    /** Terms written, each as often as it stands in the statement; at most about {@link #MAX} squared. */
    public static long written(Term term) {
        return switch (term) {
            case Term.Constant ignored -> 1;
            case Term.Column ignored -> 1;
            case Term.Aggregate ignored -> 1;
            case Term.Apply apply -> written(apply);
        };
    }

    /** Each argument is measured once, then counted as often as it stands: measuring must not explode either. */
    private static long written(Term.Apply apply) {
        int count = apply.arguments().size();
        long[] often = new long[count];
        PLACE.matcher(apply.operation().template(count)).results().forEach(found -> {
            int place = Integer.parseInt(found.group(1));
            if (place < count) {
                often[place]++;
            }
        });
        long sum = 0;
        for (int place = 0; place < count; place++) {
            sum += often[place] * written(apply.arguments().get(place));
        }
        return 1 + Math.min(sum, MAX);
    }

    /** Whether a group is aggregated in it. */
    public static boolean holdsAggregate(Term term) {
        return switch (term) {
            case Term.Constant ignored -> false;
            case Term.Column ignored -> false;
            case Term.Aggregate aggregate -> aggregate.lines().isEmpty();
            case Term.Apply apply -> apply.arguments().stream().anyMatch(Sizes::holdsAggregate);
        };
    }
}
