package io.flywheel.catalog;

import io.flywheel.catalog.reading.Schemas;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** All kinds of definitions that the modules contribute: reads documents and checks them against each other. */
public final class Kinds {
    private final Map<String, DefinitionKind<?>> kinds = new TreeMap<>();
    private final Schemas schemas = new Schemas();

    public Kinds(Collection<? extends DefinitionKind<?>> all) {
        all.forEach(kind -> kinds.put(kind.name(), kind));
    }

    /** A document under its kind and name. */
    public record Document(String kind, String name, JsonNode content) {
        /** Where its faults are found when several documents are given: {@code object/account}. */
        public String path() {
            return kind + "/" + name;
        }
    }

    public Optional<DefinitionKind<?>> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    public Set<String> names() {
        return kinds.keySet();
    }

    /** Reads a document; empty, with faults whose paths are inside the document, if it cannot be read. */
    public Optional<Object> read(Document document, Faults faults) {
        DefinitionKind<?> kind = kinds.get(document.kind());
        if (kind == null) {
            faults.add(Schemas.didYouMean("", "catalog.unknown-kind", "kind", document.kind(), List.copyOf(names())));
            return Optional.empty();
        }
        Faults own = new Faults();
        schemas.validate(kind.schema(), document.content(), own);
        if (own.isEmpty()) {
            Object read = kind.read(document.name(), document.content(), own);
            faults.addAll("", own.list());
            return Optional.ofNullable(read);
        }
        faults.addAll("", own.list());
        return Optional.empty();
    }

    /** Reads documents into a catalogue; faults are inside {@link Document#path()}. */
    public Catalog catalog(long version, Collection<Document> documents, Faults faults) {
        Map<String, Map<String, Object>> read = new HashMap<>();
        for (Document document : documents) {
            Faults own = new Faults();
            read(document, own)
                    .ifPresent(definition -> read.computeIfAbsent(document.kind(), kind -> new LinkedHashMap<>())
                            .put(document.name(), definition));
            faults.addAll(document.path(), own.list());
        }
        return new Catalog(version, read);
    }

    /**
     * Checks every definition of a catalogue against the others: names, types, expressions, cycles. Faults are inside
     * {@link Document#path()}.
     */
    public void check(Catalog catalog, Faults faults) {
        kinds.values().forEach(kind -> check(kind, catalog, faults));
    }

    private <T> void check(DefinitionKind<T> kind, Catalog catalog, Faults faults) {
        catalog.all(kind.name(), kind.type()).forEach((name, definition) -> {
            Faults own = new Faults();
            kind.check(name, definition, catalog, own);
            for (Fault fault : own.list()) {
                faults.addAll(kind.name() + "/" + name, List.of(fault));
            }
        });
    }
}
