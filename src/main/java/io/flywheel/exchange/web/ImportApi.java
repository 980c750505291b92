package io.flywheel.exchange.web;

import io.flywheel.http.OpenApiContribution;
import io.flywheel.kernel.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes the form of an upload, whose parts its controller reads by itself. */
@Component
class ImportApi implements OpenApiContribution {
    @Override
    public void contribute(Actor actor, ObjectNode document) {
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
        words(parts, "mode", "insert", "update", "upsert");
        words(parts, "onFault", "skip", "stop");
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

    private static void words(ObjectNode parts, String name, String... words) {
        ObjectNode part = parts.putObject(name).put("type", "string").put("default", words[0]);
        for (String word : words) {
            part.withArray("/enum").add(word);
        }
    }
}
