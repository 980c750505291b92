package io.flywheel.exchange.export;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.FieldType;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Page;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records of one object as a file: those that the actor may see and carry out, in the order they were created. */
@Component
public class Exports {
    private static final int PAGE = 500;

    private final Access access;
    private final Catalogs catalogs;
    private final Queries queries;

    Exports(Access access, Catalogs catalogs, Queries queries) {
        this.access = access;
        this.catalogs = catalogs;
        this.queries = queries;
    }

    /** An export that can begin: its first page is read, so that what is wrong with it has shown. */
    public final class Ready {
        private final Actor actor;
        private final Selection selection;
        private final Map<String, List<FieldDefinition>> columns;
        private final Page first;

        private Ready(Actor actor, Selection selection, Map<String, List<FieldDefinition>> columns, Page first) {
            this.actor = actor;
            this.selection = selection;
            this.columns = columns;
            this.first = first;
        }

        /** Page by page; nothing that was written is held. */
        public void write(ExportFile.Kind kind, OutputStream out) throws IOException {
            Cells cells = new Cells(actor);
            try (ExportFile file = kind.open(out)) {
                file.row(headings());
                for (Page page = first; ; page = page(actor, selection, page.next())) {
                    for (Map<String, @Nullable Object> record : page.records()) {
                        file.row(cells(cells, record));
                    }
                    if (page.next() == null) {
                        return;
                    }
                }
            }
        }

        /** A field behind references is headed by the labels on the way to it. */
        private List<@Nullable Object> headings() {
            List<@Nullable Object> headings = new ArrayList<>();
            columns.forEach((path, way) -> headings.add(way.stream()
                    .map(field -> field.label().in(actor.language()))
                    .collect(Collectors.joining(" / "))));
            return headings;
        }

        private List<@Nullable Object> cells(Cells cells, Map<String, @Nullable Object> record) {
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach((path, way) -> row.add(cells.of(way.getLast(), record.get(path))));
            return row;
        }
    }

    /**
     * @param where a condition, null for all
     * @param fields paths in the order of their columns; empty = all own fields in sight
     * @throws Problem.Forbidden if the actor may see such records but not carry them out
     */
    public Ready ready(Actor actor, String object, @Nullable String where, List<String> fields) {
        if (!access.on(actor, object).may(Right.EXPORT)) {
            throw new Problem.Forbidden("exchange.may-not-export", Map.of("object", label(actor, object)));
        }
        Selection selection = new Selection(object, where, List.of(), fields, PAGE, null, Selection.Count.NONE);
        Page first = page(actor, selection, null);
        return new Ready(actor, selection, columns(actor, selection), first);
    }

    private Page page(Actor actor, Selection of, @Nullable String after) {
        Selection selection =
                new Selection(of.object(), of.where(), of.order(), of.fields(), of.limit(), after, of.count());
        return queries.select(actor, selection, Right.EXPORT);
    }

    private String label(Actor actor, String object) {
        return catalogs.of(actor.workspace())
                .object(object)
                .orElseThrow()
                .plural()
                .in(actor.language());
    }

    /** Each path with the fields on the way to its value, by one catalogue for the whole file. */
    private Map<String, List<FieldDefinition>> columns(Actor actor, Selection selection) {
        Catalog catalog = catalogs.of(actor.workspace());
        ObjectDefinition object = catalog.object(selection.object()).orElseThrow();
        List<String> paths = selection.fields().isEmpty()
                ? object.fields().values().stream()
                        .filter(field -> !(field.type() instanceof FieldType.Lines) && !field.retired())
                        .map(FieldDefinition::name)
                        .filter(name -> access.on(actor, object.name()).sees(name))
                        .toList()
                : selection.fields();
        Map<String, List<FieldDefinition>> columns = new LinkedHashMap<>();
        paths.forEach(path -> columns.put(path, way(catalog, object, path)));
        return columns;
    }

    /** The fields that a path names, which has been read already and so is known to be right. */
    private static List<FieldDefinition> way(Catalog catalog, ObjectDefinition object, String path) {
        List<FieldDefinition> fields = new ArrayList<>();
        ObjectDefinition at = object;
        for (String name : path.split("\\.")) {
            FieldDefinition field = at.field(name).orElseThrow();
            fields.add(field);
            if (field.type() instanceof FieldType.Referring target) {
                at = catalog.object(target.object()).orElseThrow();
            }
        }
        return fields;
    }
}
