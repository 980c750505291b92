package io.flywheel.formula.sql;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An operation on any number of arguments, the first of which may stand apart: {@code {0} in ({1}, {2})}. */
public record Listed(String before, int apart, String between, String after) implements Operation {
    @Override
    public String template(int arguments) {
        return IntStream.range(apart, arguments)
                .mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining(between, before, after));
    }
}
