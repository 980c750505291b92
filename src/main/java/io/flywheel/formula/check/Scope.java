package io.flywheel.formula.check;

import io.flywheel.formula.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a part of an expression stands.
 *
 * @param outermost the names of the whole expression, which offer {@code me} to every part
 * @param lines the lines field whose records are seen here, as named from around; empty = the record itself
 * @param outer what precedes a path here to be a path of the whole
 * @param groups over groups: columns stand inside aggregates only
 * @param nesting aggregates around
 */
record Scope(Names names, Names outermost, List<String> lines, List<String> outer, boolean groups, int nesting) {
    static final String ME = "me";

    static Scope of(Names names, boolean groups) {
        return new Scope(names, names, List.of(), List.of(), groups, 0);
    }

    /** Inside an aggregate over groups. */
    Scope row() {
        return new Scope(names, outermost, lines, outer, false, nesting + 1);
    }

    /** Inside an aggregate over the records of a lines field. */
    Scope children(List<String> path) {
        return new Scope(behind(path).orElseThrow(), outermost, path, absolute(path), false, nesting + 1);
    }

    List<String> absolute(List<String> path) {
        return Stream.concat(outer.stream(), path.stream()).toList();
    }

    /** The names that a path starts from. */
    Names from(List<String> path) {
        return isMe(path) ? outermost : names;
    }

    boolean isMe(List<String> path) {
        return path.getFirst().equals(ME) && names.field(ME).isEmpty();
    }

    /** Without the lines field that may precede it here: {@code lines.amount} is {@code amount}. */
    List<String> local(List<String> path) {
        boolean prefixed = !lines.isEmpty()
                && path.size() > lines.size()
                && path.subList(0, lines.size()).equals(lines);
        return prefixed ? path.subList(lines.size(), path.size()) : path;
    }

    /** The leading part of a path that ends in a lines field, if any does. */
    Optional<List<String>> linesOf(List<String> path) {
        for (int length = 1; length <= path.size(); length++) {
            if (behind(path.subList(0, length)).isPresent()) {
                return Optional.of(List.copyOf(path.subList(0, length)));
            }
        }
        return Optional.empty();
    }

    private Optional<Names> behind(List<String> path) {
        Optional<Names> here = Optional.of(names);
        for (String name : path.subList(0, path.size() - 1)) {
            here = here.flatMap(seen -> seen.through(name));
        }
        return here.flatMap(seen -> seen.children(path.getLast()));
    }
}
