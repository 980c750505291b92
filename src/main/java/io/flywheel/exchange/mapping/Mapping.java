package io.flywheel.exchange.mapping;

import io.flywheel.catalog.FieldType;
import java.util.List;
import java.util.Optional;

/** How the columns of one file become the fields of one object. Each field is given once. */
public record Mapping(List<Target> targets) {
    public Mapping {
        targets = List.copyOf(targets);
    }

    public Optional<Target> of(String field) {
        return targets.stream()
                .filter(target -> target.field().name().equals(field))
                .findFirst();
    }

    public boolean computes() {
        return targets.stream().anyMatch(target -> target.source() instanceof Target.Source.Computed);
    }

    /** How many cells a row must have, so that no mapped column is missing. */
    public int neededWidth() {
        return targets.stream()
                .mapToInt(target -> target.source() instanceof Target.Source.Column column ? column.index() + 1 : 0)
                .max()
                .orElse(0);
    }

    public List<Target> references() {
        return targets.stream()
                .filter(target -> target.field().type() instanceof FieldType.Referring)
                .toList();
    }
}
