package io.flywheel.exchange.web;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.exchange.export.ExportFile;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.http.OpenApiOperation;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes the exports of each object, and the form of an upload, whose parts its controller reads by itself. */
@Component
class ExchangeApi implements OpenApiContribution {
    private final Catalogs catalogs;
    private final Access access;

    ExchangeApi(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        upload(document);
        for (ObjectDefinition object : catalogs.of(actor.workspace()).objects().values()) {
            if (mayExport(actor, object)) {
                export(document, object, actor.language());
            }
        }
    }

    /** What the actor may not see does not exist in the document either. */
    private boolean mayExport(Actor actor, ObjectDefinition object) {
        try {
            return access.on(actor, object.name()).may(Right.EXPORT);
        } catch (Problem.NotFound hidden) {
            return false;
        }
    }

    private static void export(ObjectNode document, ObjectDefinition object, Language language) {
        String plural = object.plural().in(language);
        String path = "/api/objects/" + object.name() + "/export";
        OpenApiOperation.in(document, "GET", path, plural, "Download records as a file: " + plural)
                .asks("format", false, format -> words(format, "csv", "xlsx"))
                .asks("where", "string")
                .asks("fields", "string")
                .asks("language", "string")
                .answersFile(
                        "The file",
                        Arrays.stream(ExportFile.Kind.values())
                                .map(ExportFile.Kind::mediaType)
                                .toList())
                .refuses(400, 403, 404, 422);
    }

    private static void upload(ObjectNode document) {
        ObjectNode schema = document.withObject("/paths/~1api~1imports/post/requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("multipart/form-data")
                .putObject("schema");
        ObjectNode parts = schema.put("type", "object").putObject("properties");
        parts.putObject("file")
                .put("type", "string")
                .put("format", "binary")
                .put("description", "A workbook, or text with separators");
        text(parts, "object", "The object whose records the rows become");
        text(parts, "mapping", "JSON: which column is which field; guessed if left out");
        text(parts, "match", "Fields, with commas in between, by which a row finds its record");
        words(parts.putObject("mode"), "insert", "update", "upsert");
        words(parts.putObject("onFault"), "skip", "stop");
        parts.putObject("dryRun").put("type", "boolean").put("default", false);
        text(parts, "sheet", "Of a workbook; the first if left out");
        text(parts, "separator", "Between values; found out if left out");
        text(parts, "charset", "Of a text file; found out if left out");
        parts.putObject("header").put("type", "boolean").put("description", "Whether the first row names the columns");
        schema.putArray("required").add("file").add("object");
    }

    private static void text(ObjectNode parts, String name, String description) {
        parts.putObject(name).put("type", "string").put("description", description);
    }

    private static void words(ObjectNode part, String... words) {
        part.put("type", "string").put("default", words[0]);
        for (String word : words) {
            part.withArray("/enum").add(word);
        }
    }
}
