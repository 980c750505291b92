package io.flywheel.files.web;

import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.files.KeptFile;
import io.flywheel.files.keeping.KeptFiles;
import io.flywheel.files.picture.MediaTypes;
import io.flywheel.files.picture.Pictures;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Queries;
import io.flywheel.query.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files as they are shown, with the names of who added them as far as the reader may know them. */
@Component
final class FileViews {
    private final Queries queries;
    private final Catalogs catalogs;

    FileViews(Queries queries, Catalogs catalogs) {
        this.queries = queries;
        this.catalogs = catalogs;
    }

    List<ObjectNode> of(Actor actor, List<KeptFile> files) {
        Map<String, String> names = names(actor, files);
        return files.stream().map(file -> node(file, names)).toList();
    }

    private static ObjectNode node(KeptFile file, Map<String, String> names) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", file.id().toString())
                .put("name", file.name())
                .put("type", file.type())
                .put("shownAs", shownAs(file.type()))
                .put("size", file.size())
                .put("createdAt", file.createdAt().toString());
        node.putObject("createdBy")
                .put("id", file.member().toString())
                .put("title", names.get(file.member().toString()));
        return node;
    }

    /** How a page can show it. */
    private static String shownAs(String type) {
        if (Pictures.takes(type)) {
            return "image";
        }
        if (type.equals("application/pdf")) {
            return "pdf";
        }
        return MediaTypes.isText(type) ? "text" : "none";
    }

    private Map<String, String> names(Actor actor, List<KeptFile> files) {
        Map<String, String> names = new HashMap<>();
        String title = catalogs.of(actor.workspace())
                .object(SystemObjects.MEMBER)
                .flatMap(member -> member.role("title"))
                .map(FieldDefinition::name)
                .orElse("id");
        if (files.isEmpty()) {
            return names;
        }
        try {
            for (Map<String, @Nullable Object> row :
                    queries.select(actor, members(files, title)).records()) {
                names.put(String.valueOf(row.get("id")), String.valueOf(row.get(title)));
            }
        } catch (Problem.NotFound unseen) {
            // The reader knows nobody; the files stay without names of people.
        }
        return names;
    }

    private static Selection members(List<KeptFile> files, String title) {
        String ids = files.stream()
                .map(file -> "\"" + file.member() + "\"")
                .distinct()
                .collect(Collectors.joining(", "));
        return new Selection(
                SystemObjects.MEMBER,
                "id in (" + ids + ")",
                List.of(),
                List.of("id", title),
                KeptFiles.MOST,
                null,
                Selection.Count.NONE);
    }
}
