package io.flywheel.catalog.compiling;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.CatalogNames;
import io.flywheel.catalog.ComputedField;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.Ledger;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields a computed field reads, across objects. */
public final class Dependencies {
    private final Catalog catalog;

    public Dependencies(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The fields that a formula, roll-up or ledger reads directly; empty for any other field. */
    public Set<FieldName> of(FieldName field) {
        ComputedField computed = catalog.computed(field.object()).get(field.field());
        if (computed == null && field.field().startsWith(Ledger.PREFIX)) {
            return ofLedger(field);
        }
        if (computed == null) {
            return Set.of();
        }
        Set<FieldName> read = new LinkedHashSet<>();
        switch (computed.type()) {
            case FieldType.Formula ignored -> read.addAll(paths(computed, field.object()));
            case FieldType.RollUp rollUp -> {
                if (rollUp.of() != null) {
                    read.add(new FieldName(rollUp.object(), rollUp.of()));
                }
                read.addAll(paths(computed, rollUp.object()));
            }
            case FieldType.AutoNumber ignored -> {}
        }
        return read;
    }

    private Set<FieldName> ofLedger(FieldName name) {
        return catalog.ledgers(name.object()).stream()
                .filter(ledger -> ledger.name().equals(name))
                .flatMap(ledger -> Stream.concat(ledger.keys().stream(), ledger.sums().stream()))
                .map(field -> new FieldName(name.object(), field))
                .collect(Collectors.toSet());
    }

    /** A way from the field back to itself, the field first and last; empty if there is none. */
    public List<FieldName> cycle(FieldName start) {
        Deque<FieldName> way = new ArrayDeque<>();
        return leads(start, start, way, new HashSet<>()) ? closed(way, start) : List.of();
    }

    private boolean leads(FieldName from, FieldName goal, Deque<FieldName> way, Set<FieldName> seen) {
        way.addLast(from);
        for (FieldName next : of(from)) {
            if (next.equals(goal) || (seen.add(next) && leads(next, goal, way, seen))) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }

    private static List<FieldName> closed(Deque<FieldName> way, FieldName start) {
        List<FieldName> closed = new ArrayList<>(way);
        closed.add(start);
        return closed;
    }

    private Set<FieldName> paths(ComputedField computed, String object) {
        Set<FieldName> read = new LinkedHashSet<>();
        if (computed.expression() != null) {
            computed.expression().paths().forEach(path -> read.addAll(along(object, path)));
        }
        return read;
    }

    /** Every field that a dotted path passes, the last included. */
    public List<FieldName> along(String object, String path) {
        List<FieldName> passed = new ArrayList<>();
        String at = object;
        for (String name : path.split("\\.", -1)) {
            if (at == null) {
                return passed;
            }
            if (!name.equals(CatalogNames.ME) && !name.equals(CatalogNames.OLD)) {
                passed.add(new FieldName(at, name));
            }
            at = behind(at, name);
        }
        return passed;
    }

    private @Nullable String behind(String object, String name) {
        if (name.equals(CatalogNames.ME)) {
            return SystemObjects.MEMBER;
        }
        if (name.equals(CatalogNames.OLD)) {
            return object;
        }
        Optional<ObjectDefinition> found = catalog.object(object);
        return switch (found.flatMap(here -> here.field(name))
                .map(FieldDefinition::type)
                .orElse(null)) {
            case FieldType.Referring reference -> reference.object();
            case FieldType.Lines lines -> lines.object();
            case FieldType ignored -> null;
            case null -> null;
        };
    }
}
