package io.flywheel.files.web;

import static io.flywheel.http.OpenApiOperation.schema;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.http.OpenApiOperation;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes files: those of each object in sight, and one by its id. */
@Component
final class FilesApi implements OpenApiContribution {
    private static final String FILE = "RecordFile";
    private static final String FILES = "RecordFiles";
    private static final String TAG = "files";

    private final Catalogs catalogs;
    private final Access access;

    FilesApi(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        schemas((ObjectNode) document.at("/components/schemas"));
        one(document);
        for (ObjectDefinition object : catalogs.of(actor.workspace()).objects().values()) {
            try {
                ofObject(document, object, access.on(actor, object.name()), actor.language());
            } catch (Problem.NotFound hidden) {
                // What the actor may not see does not exist in the document either.
            }
        }
    }

    private static void ofObject(ObjectNode document, ObjectDefinition object, ObjectRights rights, Language language) {
        String plural = object.plural().in(language);
        String path = FileRoutes.OF_RECORD.replace("{object}", object.name());
        OpenApiOperation.in(document, "GET", path, plural, "List the files of a record: " + plural)
                .answers(200, "The files, the newest first; 404 if the object keeps none", schema(FILES))
                .refuses(404);
        if (rights.may(Right.CHANGE)) {
            OpenApiOperation.in(document, "POST", path, plural, "Add a file to a record: " + plural)
                    .asks("name", "string")
                    .answers(201, "The files that were added", schema(FILES))
                    .refuses(400, 403, 404, 413, 422);
            upload(document, path);
        }
    }

    /** The bytes alone, named by the parameter; or a form with one or more files in it. */
    private static void upload(ObjectNode document, String path) {
        ObjectNode content = ((ObjectNode) document.at("/paths").get(path).get("post"))
                .putObject("requestBody")
                .put("required", true)
                .putObject("content");
        content.putObject("application/octet-stream")
                .putObject("schema")
                .put("type", "string")
                .put("format", "binary");
        ObjectNode form = content.putObject("multipart/form-data").putObject("schema");
        form.put("type", "object")
                .putObject("properties")
                .putObject("file")
                .put("type", "string")
                .put("format", "binary");
    }

    private static void one(ObjectNode document) {
        OpenApiOperation.in(document, "GET", FileRoutes.ONE + "/content", TAG, "Read a file, whole or a range of it")
                .asks("inline", "boolean")
                .answersFile("The bytes, with an ETag; 206 for a range", List.of("application/octet-stream"))
                .refuses(404, 503);
        OpenApiOperation.in(document, "GET", FileRoutes.ONE + "/preview", TAG, "See a small picture of an image")
                .asks("width", "integer")
                .answersFile("The picture", List.of("image/jpeg", "image/png"))
                .refuses(400, 404, 422, 503);
        OpenApiOperation.in(document, "DELETE", FileRoutes.ONE, TAG, "Remove a file")
                .answersNothing("Removed; for thirty days it can be brought back")
                .refuses(403, 404);
        OpenApiOperation.in(document, "POST", FileRoutes.ONE + "/restoration", TAG, "Bring a removed file back")
                .answers(200, "Back", schema(FILES))
                .refuses(403, 404);
    }

    private static void schemas(ObjectNode schemas) {
        ObjectNode file = schemas.putObject(FILE).put("type", "object").putObject("properties");
        file.putObject("id").put("type", "string").put("format", "uuid");
        file.putObject("name").put("type", "string");
        file.putObject("type").put("type", "string").put("description", "The media type by its content");
        file.putObject("shownAs")
                .putArray("enum")
                .add("image")
                .add("pdf")
                .add("text")
                .add("none");
        file.putObject("size").put("type", "integer").put("description", "In bytes");
        file.putObject("createdAt").put("type", "string").put("format", "date-time");
        schema("NamedRecord").accept(file.putObject("createdBy"));
        ObjectNode files = schemas.putObject(FILES).put("type", "object").putObject("properties");
        schema(FILE).accept(files.putObject("files").put("type", "array").putObject("items"));
        files.putObject("mayChange").put("type", "boolean");
        files.putObject("maxBytes").put("type", "integer");
    }
}
