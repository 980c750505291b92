package io.flywheel.formula.sql;

import io.flywheel.formula.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How large a statement an expression becomes. */
public final class Sizes {
    private static final Extent CONSTANT = new Extent(24, 1);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private Sizes() {}

    /**
     * Each argument is measured once, then counted as often as it stands: measuring must not explode either.
     *
     * @param grouped as in {@link Compiler}
     * @param ofPath how large a column is, by its path from the whole expression: it may be a formula itself
     */
    public static Extent written(Term term, boolean grouped, Function<List<String>, Extent> ofPath) {
        return new Measuring(List.of(), ofPath).written(term, grouped);
    }

    /** @param lines the lines fields whose records are seen here, as named from the whole */
    private record Measuring(List<String> lines, Function<List<String>, Extent> ofPath) {
        Extent written(Term term, boolean grouped) {
            return switch (term) {
                case Term.Constant ignored -> CONSTANT;
                case Term.Column column -> ofPath.apply(absolute(column.path()));
                case Term.Aggregate aggregate -> written(aggregate);
                case Term.Apply apply ->
                    written(apply.operation().template(apply.arguments().size()), apply.arguments(), grouped, grouped);
            };
        }

        private List<String> absolute(List<String> path) {
            return Stream.concat(lines.stream(), path.stream()).toList();
        }

        private Extent written(Term.Aggregate aggregate) {
            List<Term> parts = new ArrayList<>(aggregate.arguments());
            String filter = "";
            if (aggregate.where() != null) {
                filter = " filter (where {" + parts.size() + "})";
                parts.add(aggregate.where());
            }
            return new Measuring(absolute(aggregate.lines()), ofPath)
                    .written(aggregate.aggregation().template(filter), parts, true, false);
        }

        private Extent written(String template, List<Term> arguments, boolean repeated, boolean grouped) {
            long[] often = often(template, arguments.size());
            long characters = template.length();
            int levels = 0;
            for (int place = 0; place < often.length; place++) {
                Extent argument = written(arguments.get(place), grouped);
                characters += (repeated ? often[place] : 1) * argument.characters();
                levels = Math.max(levels, argument.levels());
            }
            return new Extent(
                    Math.min(characters, Extent.MOST_CHARACTERS + 1L), Math.min(levels, Extent.MOST_LEVELS) + 1);
        }
    }

    private static long[] often(String template, int arguments) {
        long[] often = new long[arguments];
        PLACE.matcher(template).results().forEach(found -> {
            int place = Integer.parseInt(found.group(1));
            if (place < often.length) {
                often[place]++;
            }
        });
        return often;
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
