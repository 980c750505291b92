package io.flywheel.catalog.running;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalog.FieldName;
import io.flywheel.catalog.Definition;
import io.flywheel.catalog.Difference;
import io.flywheel.catalog.Edit;
import io.flywheel.catalog.Kinds;
import io.flywheel.catalog.Kinds.Document;
import io.flywheel.catalog.Publication;
import io.flywheel.catalog.planning.Change;
import io.flywheel.catalog.planning.Planner;
import io.flywheel.catalog.planning.Tables;
import io.flywheel.catalog.storing.DefinitionRows;
import io.flywheel.catalog.storing.DefinitionWrites.Write;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what stands, applies the edits to it, checks the whole and plans the way. Writes nothing. */
final class Proposing {
    private final Kinds kinds;
    private final String schema;
    private final Connection connection;
    private final Faults faults = new Faults();
    private final Map<String, Definition> standing = new LinkedHashMap<>();

    Proposing(Kinds kinds, String schema, Connection connection) {
        this.kinds = kinds;
        this.schema = schema;
        this.connection = connection;
    }

    Proposal propose(List<Edit> edits) throws SQLException {
        DefinitionRows rows = new DefinitionRows(schema, connection);
        long base = rows.version();
        rows.all().forEach(definition -> standing.put(definition.path(), definition));
        List<Write> writes = writes(edits);
        refuse(edits);
        Catalog before = catalog(
                base, standing.values().stream().filter(Definition::published).toList(), Set.of());
        Catalog after = after(base + 1, before, writes, rows.filling());
        refuse(edits);
        kinds.check(after, faults);
        refuse(edits);
        return planned(base, before, after, writes, edits);
    }

    private Proposal planned(long base, Catalog before, Catalog after, List<Write> writes, List<Edit> edits)
            throws SQLException {
        Set<String> names = new HashSet<>(after.objects().keySet());
        names.addAll(before.objects().keySet());
        Tables tables = new TableRows(schema, connection).of(names);
        DataCheck data = new DataCheck(schema, connection, faults);
        Catalog known = catalog(
                base,
                standing.values().stream().filter(one -> one.document() != null).toList(),
                Set.of());
        data.types(known, after, tables);
        refuse(edits);
        List<Change> changes = Planner.plan(tables, before, after);
        data.duplicates(changes, tables);
        refuse(edits);
        return new Proposal(base, withFilling(after, changes), writes, changes);
    }

    private static Catalog withFilling(Catalog after, List<Change> changes) {
        Set<FieldName> filling = new HashSet<>(after.filling());
        for (Change change : changes) {
            if (change instanceof Change.Fill fill) {
                filling.add(new FieldName(fill.object(), fill.field()));
            }
        }
        return new Catalog(after.version(), after.definitions(), filling);
    }

    private Catalog catalog(long version, List<Definition> definitions, Set<FieldName> filling) {
        Catalog read = kinds.catalog(
                version, definitions.stream().map(Definition::asDocument).toList(), new Faults());
        return new Catalog(version, read.definitions(), filling);
    }

    private Catalog after(long version, Catalog before, List<Write> writes, Set<FieldName> filling) {
        Map<String, Map<String, Object>> definitions = new HashMap<>();
        before.definitions().forEach((kind, all) -> definitions.put(kind, new LinkedHashMap<>(all)));
        for (Write write : writes) {
            Publication.Changed changed = write.changed();
            Map<String, Object> all = definitions.computeIfAbsent(changed.kind(), kind -> new LinkedHashMap<>());
            switch (changed.action()) {
                case RETIRED -> all.remove(changed.name());
                case PUBLISHED -> {
                    Document document = new Document(changed.kind(), changed.name(), write.document());
                    Faults own = new Faults();
                    kinds.read(document, own).ifPresent(read -> all.put(changed.name(), read));
                    faults.addAll(document.path(), own.list());
                }
            }
        }
        return new Catalog(version, definitions, filling);
    }

    private List<Write> writes(List<Edit> edits) {
        List<Write> writes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Edit edit : edits) {
            if (!seen.add(edit.path())) {
                faults.add(edit.path(), "catalog.given-twice");
            }
            Write write = write(edit, standing.get(edit.path()));
            if (write != null) {
                writes.add(write);
            }
        }
        return writes;
    }

    private @Nullable Write write(Edit edit, @Nullable Definition was) {
        expect(edit, was);
        boolean published = was != null && was.published();
        JsonNode old = was == null ? null : was.document();
        int version = (was == null ? 0 : was.version()) + 1;
        if (edit.document() == null) {
            if (!published || old == null) {
                throw new Problem.NotFound(
                        "catalog.no-such-definition", Map.of("kind", edit.kind(), "name", edit.name()));
            }
            var changed = new Publication.Changed(
                    edit.kind(), edit.name(), version, Publication.Action.RETIRED, Difference.between(old, null));
            return new Write(changed, old, null);
        }
        JsonNode document = Carrying.over(old, edit.document());
        List<Difference> differences = Difference.between(published ? old : null, document);
        boolean newOrigin = edit.origin() != null
                && (was == null || !edit.origin().version().equals(was.originVersion()));
        if (differences.isEmpty() && !newOrigin) {
            return null;
        }
        var changed =
                new Publication.Changed(edit.kind(), edit.name(), version, Publication.Action.PUBLISHED, differences);
        return new Write(changed, document, edit.origin());
    }

    /** The writer must have seen what is there now. */
    private void expect(Edit edit, @Nullable Definition was) {
        int version = was == null || !was.published() ? 0 : was.version();
        if (edit.expected() == null || edit.expected() == version) {
            return;
        }
        throw new Problem.Conflict(
                "catalog.changed-meanwhile",
                Map.of(
                        "definition",
                        edit.path(),
                        "seen",
                        edit.expected(),
                        "version",
                        version,
                        "changes",
                        Changes.since(schema, connection, edit)));
    }

    /** With one edit, paths are inside its document. */
    private void refuse(List<Edit> edits) {
        if (faults.isEmpty()) {
            return;
        }
        if (edits.size() != 1) {
            faults.refuse();
        }
        String prefix = edits.getFirst().path();
        throw new Problem.Invalid(faults.list().stream()
                .map(fault -> new Fault(inside(prefix, fault.path()), fault.code(), fault.arguments()))
                .toList());
    }

    private static String inside(String prefix, String path) {
        if (path.equals(prefix)) {
            return "";
        }
        return path.startsWith(prefix + ".") ? path.substring(prefix.length() + 1) : path;
    }
}
