package io.flywheel.formula.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How large a statement an expression becomes. */
public final class Sizes {
    /** Characters of SQL: flat, the database plans as many in well under a tenth of a second. */
    public static final int MAX = 100_000;

    private static final int CONSTANT = 24;
    private static final int COLUMN = 24;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private Sizes() {}

    /**
     * Characters of SQL, about, and little more than {@link #MAX} if there are more. Each argument is measured once,
     * then counted as often as it stands: measuring must not explode either.
     *
     * @param grouped as in {@link Compiler}
     */
    public static long written(Term term, boolean grouped) {
        return switch (term) {
            case Term.Constant ignored -> CONSTANT;
            case Term.Column ignored -> COLUMN;
            case Term.Aggregate aggregate -> written(aggregate);
            case Term.Apply apply ->
                written(apply.operation().template(apply.arguments().size()), apply.arguments(), grouped, grouped);
        };
    }

    private static long written(Term.Aggregate aggregate) {
        List<Term> parts = new ArrayList<>(aggregate.arguments());
        String filter = "";
        if (aggregate.where() != null) {
            filter = " filter (where {" + parts.size() + "})";
            parts.add(aggregate.where());
        }
        return written(aggregate.aggregation().template(filter), parts, true, false);
    }

    private static long written(String template, List<Term> arguments, boolean repeated, boolean grouped) {
        long[] often = new long[arguments.size()];
        PLACE.matcher(template).results().forEach(found -> {
            int place = Integer.parseInt(found.group(1));
            if (place < often.length) {
                often[place]++;
            }
        });
        long sum = template.length();
        for (int place = 0; place < often.length; place++) {
            sum += (repeated ? often[place] : 1) * written(arguments.get(place), grouped);
        }
        return Math.min(sum, MAX + 1L);
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
