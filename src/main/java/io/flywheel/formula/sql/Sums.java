package io.flywheel.formula.sql;

import io.flywheel.formula.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A measure over records as the same measure over sums that were kept of them: {@code sum(amount)} adds up the kept sums
 * of the amount, {@code count()} those of the number of records.
 *
 * @param sums the fields of which sums are kept
 * @param keys the fields by which they are kept apart, so that a condition may name them
 * @param rows the path of the kept numbers of records
 */
public record Sums(Set<String> sums, Predicate<String> keys, String rows) {

    /** Empty if the measure asks for more than was kept. */
    public Optional<Term> of(Term measure) {
        return Optional.ofNullable(rewritten(measure));
    }

    private @Nullable Term rewritten(Term term) {
        return switch (term) {
            case Term.Constant constant -> constant;
            case Term.Column ignored -> null;
            case Term.Apply apply -> apply(apply);
            case Term.Aggregate aggregate -> aggregate(aggregate);
        };
    }

    private @Nullable Term apply(Term.Apply apply) {
        List<Term> arguments = new ArrayList<>();
        for (Term argument : apply.arguments()) {
            Term rewritten = rewritten(argument);
            if (rewritten == null) {
                return null;
            }
            arguments.add(rewritten);
        }
        return new Term.Apply(apply.type(), apply.operation(), List.copyOf(arguments));
    }

    private @Nullable Term aggregate(Term.Aggregate aggregate) {
        boolean own = aggregate.lines().isEmpty() && (aggregate.where() == null || byKeys(aggregate.where()));
        if (!own) {
            return null;
        }
        if (aggregate.aggregation().equals(Aggregation.ROWS)) {
            Term kept = new Term.Column(new Type.Number(), List.of(rows));
            return new Term.Aggregate(aggregate.type(), Aggregation.SUM, List.of(), List.of(kept), aggregate.where());
        }
        boolean kept = aggregate.aggregation().equals(Aggregation.SUM)
                && aggregate.arguments().size() == 1
                && aggregate.arguments().getFirst() instanceof Term.Column column
                && column.path().size() == 1
                && sums.contains(column.path().getFirst());
        return kept ? aggregate : null;
    }

    private boolean byKeys(Term term) {
        return switch (term) {
            case Term.Constant ignored -> true;
            case Term.Column column -> keys.test(column.path().getFirst());
            case Term.Apply apply -> apply.arguments().stream().allMatch(this::byKeys);
            case Term.Aggregate ignored -> false;
        };
    }
}
