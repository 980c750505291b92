package io.flywheel.formula.generated;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as the test knows it: made by {@link Making}, written by {@link Writing}, answered by {@link Oracle}. */
sealed interface Tree {
    Sort sort();

    /** Operands or arguments in their order, the condition of an aggregate last. */
    List<Tree> parts();

    /** The same with other parts, as many as there are. */
    Tree with(List<Tree> parts);

    /** A literal: BigDecimal, String, Boolean, LocalDate, Instant, or null. */
    record Value(Sort sort, @Nullable Object value) implements Tree {
        @Override
        public List<Tree> parts() {
            return List.of();
        }

        @Override
        public Tree with(List<Tree> parts) {
            return this;
        }
    }

    /** A field by its dotted path. */
    record Name(Sort sort, String path) implements Tree {
        @Override
        public List<Tree> parts() {
            return List.of();
        }

        @Override
        public Tree with(List<Tree> parts) {
            return this;
        }
    }

    /** An operator, by its sign or word, or a function, by its name. */
    record Form(Sort sort, String sign, List<Tree> parts) implements Tree {
        @Override
        public Tree with(List<Tree> other) {
            return new Form(sort, sign, other);
        }
    }

    /** An aggregate over lines or over a group. No arguments: the records themselves. */
    record Many(
            Sort sort,
            String function,
            List<Tree> arguments,
            @Nullable Tree where,
            boolean lines) implements Tree {
        @Override
        public List<Tree> parts() {
            List<Tree> all = new ArrayList<>(arguments);
            if (where != null) {
                all.add(where);
            }
            return all;
        }

        @Override
        public Tree with(List<Tree> other) {
            return where == null
                    ? new Many(sort, function, other, null, lines)
                    : new Many(sort, function, other.subList(0, other.size() - 1), other.getLast(), lines);
        }
    }

    static Tree form(Sort sort, String sign, Tree... parts) {
        return new Form(sort, sign, List.of(parts));
    }
}
