package io.flywheel.formula.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes comparisons, and the conditions that have rules of their own. */
record Comparing(Making making) {
    private static final List<String> EQUALITY = List.of("=", "<>");
    private static final List<String> ORDER = List.of("<", "<=", ">", ">=");

    private Nasty nasty() {
        return new Nasty(making.random());
    }

    private boolean once(int in) {
        return making.random().nextInt(in) == 0;
    }

    Tree make(int depth) {
        return switch (making.random().nextInt(8)) {
            case 0 -> byNull(depth);
            case 1 -> among(depth);
            case 2 -> between(depth);
            case 3, 4 -> order(depth);
            case 5 -> ofFields(depth);
            default -> equality(depth);
        };
    }

    private Tree byNull(int depth) {
        Tree value = making.any(depth);
        boolean first = once(2);
        return Tree.form(Sort.YES_NO, nasty().one(EQUALITY), first ? Making.NULL : value, first ? value : Making.NULL);
    }

    private Tree equality(int depth) {
        Sort sort = nasty().one(List.of(Sort.NUMBER, Sort.TEXT, Sort.YES_NO, Sort.DATE, Sort.MOMENT));
        return Tree.form(Sort.YES_NO, nasty().one(EQUALITY), making.make(sort, depth), beside(sort, depth));
    }

    /** Of the same sort; a day beside a moment too. */
    private Tree beside(Sort sort, int depth) {
        return switch (sort) {
            case DATE -> making.make(once(3) ? Sort.MOMENT : sort, depth);
            case MOMENT -> making.make(once(3) ? Sort.DATE : sort, depth);
            case NUMBER, TEXT, STAGE, INDUSTRY, TAGS, YES_NO, MEMBER, ACCOUNT, NOTHING -> making.make(sort, depth);
        };
    }

    private Sort ordered() {
        List<Sort> sorts = List.of(Sort.NUMBER, Sort.NUMBER, Sort.DATE, Sort.MOMENT, Sort.TEXT);
        return nasty().one(making.exact() ? sorts.subList(0, 4) : sorts);
    }

    private Tree order(int depth) {
        Sort sort = ordered();
        return Tree.form(Sort.YES_NO, nasty().one(ORDER), making.make(sort, depth), beside(sort, depth));
    }

    private Tree between(int depth) {
        Sort sort = ordered();
        Tree low = once(12) ? Making.NULL : beside(sort, depth);
        Tree high = once(12) ? Making.NULL : beside(sort, depth);
        String sign = once(2) ? "between" : "not between";
        return Tree.form(Sort.YES_NO, sign, making.make(sort, depth), low, high);
    }

    private Tree among(int depth) {
        boolean keys = making.scope().offers(Sort.STAGE) && once(3);
        Sort sort = keys
                ? nasty().one(List.of(Sort.STAGE, Sort.MEMBER))
                : nasty().one(List.of(Sort.NUMBER, Sort.TEXT, Sort.DATE, Sort.MOMENT));
        List<Tree> parts = new ArrayList<>(List.of(!keys && once(12) ? Making.NULL : making.make(sort, depth)));
        Stream.generate(() -> once(2) ? making.value(sort) : beside(sort, keys ? 0 : depth - 1))
                .limit(1 + making.random().nextInt(4))
                .forEach(parts::add);
        return new Tree.Form(Sort.YES_NO, once(2) ? "in" : "not in", parts);
    }

    /** Options, tags, references, and what changed. */
    private Tree ofFields(int depth) {
        if (making.scope() != Scope.RECORD) {
            return equality(depth);
        }
        Sort sort = nasty().one(List.of(Sort.STAGE, Sort.INDUSTRY, Sort.MEMBER, Sort.ACCOUNT));
        Tree value = making.make(sort, depth);
        return switch (making.random().nextInt(5)) {
            case 0 -> Tree.form(Sort.YES_NO, nasty().one(EQUALITY), value, making.value(sort));
            case 1 -> Tree.form(Sort.YES_NO, nasty().one(EQUALITY), making.value(sort), value);
            case 2 -> Tree.form(Sort.YES_NO, nasty().one(EQUALITY), value, making.make(sort, depth));
            case 3 -> Tree.form(Sort.YES_NO, "includes", making.make(Sort.TAGS, depth), key(depth));
            default -> Tree.form(Sort.YES_NO, "changed", nasty().one(Deal.CHANGING));
        };
    }

    private Tree key(int depth) {
        return once(2)
                ? new Tree.Value(Sort.TEXT, nasty().one(Deal.TAGS))
                : Tree.form(Sort.TEXT, "lower", making.make(Sort.TEXT, depth));
    }
}
