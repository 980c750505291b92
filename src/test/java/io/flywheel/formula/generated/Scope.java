package io.flywheel.formula.generated;

import java.util.List;
import java.util.stream.Stream;

/** Where a part of an expression stands, and the fields that it may name there. */
enum Scope {
    RECORD(Stream.of(
                    names(Sort.TEXT, "name", "note", "客户", "account.city", "old.name"),
                    names(Sort.NUMBER, "amount", "cost", "quantity", "rate", "version", "old.quantity"),
                    names(Sort.YES_NO, "active", "paid"),
                    names(Sort.DATE, "start_date", "close_date", "old.close_date"),
                    names(Sort.MOMENT, "created_at"),
                    names(Sort.STAGE, "stage", "old.stage"),
                    names(Sort.INDUSTRY, "account.industry"),
                    names(Sort.TAGS, "tags"),
                    names(Sort.MEMBER, "owner", "me"),
                    names(Sort.ACCOUNT, "account"))
            .flatMap(List::stream)
            .toList()),
    LINE(Stream.of(
                    names(Sort.TEXT, "lines.product"),
                    names(Sort.NUMBER, "lines.price", "lines.quantity"),
                    names(Sort.YES_NO, "lines.optional"))
            .flatMap(List::stream)
            .toList()),
    GROUP(List.of());

    final List<Tree.Name> names;

    Scope(List<Tree.Name> names) {
        this.names = names;
    }

    List<Tree.Name> names(Sort sort) {
        return names.stream().filter(name -> name.sort() == sort).toList();
    }

    /** Whether anything of this sort can be said here: keys and ids stand in fields only. */
    boolean offers(Sort sort) {
        return switch (sort) {
            case NUMBER, TEXT, YES_NO, DATE, MOMENT -> true;
            case STAGE, INDUSTRY, TAGS, MEMBER, ACCOUNT, NOTHING -> !names(sort).isEmpty();
        };
    }

    private static List<Tree.Name> names(Sort sort, String... paths) {
        return Stream.of(paths).map(path -> new Tree.Name(sort, path)).toList();
    }
}
