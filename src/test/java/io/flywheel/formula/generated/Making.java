package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes well-typed expressions of any sort.
 *
 * @param exact only what the oracle can say to the digit: no order of texts (pinyin), no standard deviation (a root)
 */
record Making(RandomGenerator random, Scope scope, boolean exact) {
    private static final Map<Sort, List<Signature>> BY_RESULT =
            Signature.ALL.stream().collect(Collectors.groupingBy(Signature::result));
    /** They look things up, which is not possible over aggregates; and {@code date} of a text. */
    private static final Set<String> NOT_OVER_GROUPS = Set.of("workdaysBetween", "businessMinutes");

    private static final List<Sort> ALL = List.of(Sort.values());
    private static final List<Sort> ORDERED = List.of(Sort.NUMBER, Sort.NUMBER, Sort.DATE, Sort.MOMENT);

    private Nasty nasty() {
        return new Nasty(random);
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** An expression of any sort. */
    Tree any(int depth) {
        return make(nasty().one(ALL.stream().filter(scope::offers).toList()), depth);
    }

    /** Never the bare null, whose type would fit anything. */
    Tree make(Sort sort, int depth) {
        if (depth <= 0 || once(8)) {
            return leaf(sort);
        }
        boolean plain = sort == Sort.STAGE || sort == Sort.INDUSTRY || sort == Sort.TAGS;
        boolean reference = sort == Sort.MEMBER || sort == Sort.ACCOUNT;
        if (plain || reference || once(6)) {
            return once(3) ? leaf(sort) : choosing(sort, depth - 1);
        }
        if (once(scope == Scope.RECORD ? 10 : 6) && scope != Scope.LINE) {
            return aggregate(sort, depth - 1);
        }
        if (sort == Sort.YES_NO && random.nextInt(5) < 3) {
            return new Comparing(this).make(depth - 1);
        }
        return function(sort, depth - 1);
    }

    private Tree leaf(Sort sort) {
        List<Tree.Name> names = scope.names(sort);
        if (!names.isEmpty() && (random.nextInt(10) < 7 || !literal(sort))) {
            return nasty().one(names);
        }
        return scope == Scope.GROUP && !once(4) ? aggregate(sort, 1) : value(sort);
    }

    private static boolean literal(Sort sort) {
        return switch (sort) {
            case NUMBER, TEXT, YES_NO, DATE, MOMENT -> true;
            case STAGE, INDUSTRY, TAGS, MEMBER, ACCOUNT, NOTHING -> false;
        };
    }

    Tree value(Sort sort) {
        return new Tree.Value(sort, literalOf(sort));
    }

    private Object literalOf(Sort sort) {
        return switch (sort) {
            case NUMBER -> nasty().number();
            case TEXT -> nasty().text();
            case YES_NO -> random.nextBoolean();
            case DATE -> nasty().day();
            case MOMENT -> nasty().moment();
            case STAGE -> nasty().one(Deal.STAGES);
            case INDUSTRY -> nasty().one(Deal.INDUSTRIES);
            case TAGS -> nasty().one(Deal.TAGS);
            case MEMBER -> nasty().one(Deal.MEMBERS);
            case ACCOUNT -> nasty().one(Deal.ACCOUNTS);
            case NOTHING -> new UUID(0, 0);
        };
    }

    /** What may stand where a sort is asked for: the sort itself, what counts as it, or null. */
    Tree fitting(Sort sort, int depth) {
        if (once(12)) {
            return NULL;
        }
        return switch (sort) {
            case TEXT -> scope.offers(Sort.STAGE) && once(12) ? make(Sort.STAGE, depth) : make(sort, depth);
            case DATE -> make(once(4) ? Sort.MOMENT : sort, depth);
            case MOMENT -> make(once(4) ? Sort.DATE : sort, depth);
            case NOTHING -> any(depth);
            case NUMBER, STAGE, INDUSTRY, TAGS, YES_NO, MEMBER, ACCOUNT -> make(sort, depth);
        };
    }

    static final Tree NULL = new Tree.Value(Sort.NOTHING, null);

    private Tree function(Sort sort, int depth) {
        List<Signature> possible = BY_RESULT.getOrDefault(sort, List.of()).stream()
                .filter(this::possible)
                .toList();
        Signature chosen = nasty().one(possible);
        List<Tree> parts = new ArrayList<>();
        for (Sort part : chosen.parts()) {
            // A day before + or − tells it from the sign of numbers.
            boolean day = part == Sort.DATE && chosen.sign().length() == 1;
            parts.add(day ? make(once(4) ? Sort.MOMENT : part, depth) : fitting(part, depth));
        }
        return new Tree.Form(sort, chosen.sign(), literally(chosen, parts, depth));
    }

    /** {@code date("…")} is a literal and must be a day. */
    private List<Tree> literally(Signature chosen, List<Tree> parts, int depth) {
        boolean literal = chosen.sign().equals("date") && parts.size() == 1 && parts.getFirst() instanceof Tree.Value;
        return literal ? List.of(Tree.form(Sort.TEXT, "lower", make(Sort.TEXT, depth))) : parts;
    }

    private boolean possible(Signature signature) {
        boolean looksUp = NOT_OVER_GROUPS.contains(signature.sign())
                || signature.sign().equals("date") && signature.parts().size() == 1;
        return scope != Scope.GROUP || !looksUp;
    }

    /** {@code if}, {@code case}, {@code coalesce}, {@code min}, {@code max}: the first value is typed, others may be null. */
    private Tree choosing(Sort sort, int depth) {
        boolean ordered = sort == Sort.NUMBER || sort == Sort.DATE || sort == Sort.MOMENT;
        String sign =
                nasty().one(List.of("if", "case", "coalesce", ordered ? nasty().one(List.of("min", "max")) : "if"));
        boolean conditions = sign.equals("if") || sign.equals("case");
        int values = sign.equals("if") ? 1 + random.nextInt(2) : (ordered ? 2 : 1) + random.nextInt(3);
        List<Tree> parts = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            boolean last = i + 1 == values && i > 0 && (sign.equals("if") || random.nextBoolean());
            if (conditions && !last) {
                parts.add(fitting(Sort.YES_NO, depth));
            }
            parts.add(i == 0 ? make(sort, depth) : once(8) ? NULL : make(mixed(sort), depth));
        }
        return new Tree.Form(sort, sign, parts);
    }

    private Sort mixed(Sort sort) {
        return sort == Sort.MOMENT && once(3) ? Sort.DATE : sort;
    }

    private Tree aggregate(Sort sort, int depth) {
        Making inner = new Making(random, scope == Scope.GROUP ? Scope.RECORD : Scope.LINE, exact);
        boolean lines = inner.scope == Scope.LINE;
        Tree where = random.nextBoolean() ? inner.fitting(Sort.YES_NO, depth) : null;
        return switch (sort) {
            case NUMBER -> numeric(inner, depth, where, lines);
            case YES_NO -> logical(inner, depth, where, lines);
            case DATE, MOMENT -> inner.extreme(sort, depth, where, lines);
            case TEXT -> exact ? value(sort) : inner.extreme(sort, depth, where, lines);
            case STAGE, INDUSTRY, TAGS, MEMBER, ACCOUNT, NOTHING -> leaf(sort);
        };
    }

    private Tree extreme(Sort sort, int depth, @Nullable Tree where, boolean lines) {
        return many(sort, nasty().one(List.of("min", "max")), List.of(named(sort, depth, lines)), where, lines);
    }

    private static Tree many(Sort sort, String function, List<Tree> of, @Nullable Tree where, boolean lines) {
        return new Tree.Many(sort, function, of, where, lines);
    }

    private Tree numeric(Making inner, int depth, @Nullable Tree where, boolean lines) {
        List<String> words = new ArrayList<>(
                List.of("count", "sum", "avg", "median", "percentile", "min", "max", "count all", "countDistinct"));
        if (!exact) {
            words.add("stddev");
        }
        String word = nasty().one(words);
        return switch (word) {
            case "count all" -> many(Sort.NUMBER, "count", List.of(), where, lines);
            case "count", "countDistinct" -> {
                Sort counted = nasty().one(inner.scope.names).sort();
                yield many(Sort.NUMBER, word, List.of(inner.named(counted, depth, lines)), where, lines);
            }
            case "percentile" -> {
                Tree share = new Tree.Value(Sort.NUMBER, BigDecimal.valueOf(random.nextInt(101), 2));
                List<Tree> both = List.of(inner.named(Sort.NUMBER, depth, lines), share);
                yield many(Sort.NUMBER, word, both, where, lines);
            }
            default -> many(Sort.NUMBER, word, List.of(inner.named(Sort.NUMBER, depth, lines)), where, lines);
        };
    }

    private Tree logical(Making inner, int depth, @Nullable Tree where, boolean lines) {
        return switch (random.nextInt(3)) {
            case 0 -> many(Sort.YES_NO, "any", List.of(), where, lines);
            case 1 -> many(Sort.YES_NO, "any", List.of(inner.named(Sort.YES_NO, depth, lines)), where, lines);
            default -> many(Sort.YES_NO, "every", List.of(inner.named(Sort.YES_NO, depth, lines)), where, lines);
        };
    }

    /** An aggregate over lines knows them by a field of theirs. */
    private Tree named(Sort sort, int depth, boolean lines) {
        Tree made = make(sort, depth);
        if (!lines || names(made).findAny().isPresent()) {
            return made;
        }
        Tree count = Tree.form(Sort.YES_NO, "is null", nasty().one(scope.names));
        return new Tree.Form(sort, "if", List.of(count, made, make(sort, 0)));
    }

    static Stream<Tree.Name> names(Tree tree) {
        return tree instanceof Tree.Name name
                ? Stream.of(name)
                : tree.parts().stream().flatMap(Making::names);
    }
}
