package io.flywheel.files.web;

import io.flywheel.files.KeptFile;
import io.flywheel.files.keeping.KeptFiles;
import io.flywheel.files.keeping.Places;
import io.flywheel.files.keeping.Places.Place;
import io.flywheel.files.keeping.Uploading;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of a record: which there are, more of them, fewer of them. */
@Component
final class FileRoutes implements RouteSource {
    static final String OF_RECORD = "/api/objects/{object}/records/{id}/files";
    static final String ONE = "/api/files/{id}";
    private static final String FORM = "multipart/form-data";
    private static final String FIELDS = "application/x-www-form-urlencoded";

    private final Places places;
    private final KeptFiles files;
    private final Uploading uploading;
    private final FileViews views;
    private final ObjectMapper json;

    FileRoutes(Places places, KeptFiles files, Uploading uploading, FileViews views, ObjectMapper json) {
        this.places = places;
        this.files = files;
        this.uploading = uploading;
        this.views = views;
        this.json = json;
    }

    @Override
    public void add(Routes routes) {
        routes.get(OF_RECORD, this::list)
                .post(OF_RECORD, this::upload)
                .delete(ONE, this::remove)
                .post(ONE + "/restoration", this::restore);
    }

    private void list(Call call) throws IOException {
        Place place = place(call);
        call.knows();
        ObjectNode answer = answer(call.actor(), files.of(call.actor(), place));
        answer.put("mayChange", places.isOpen(call.actor(), place));
        answer.put("maxBytes", place.rules().maxBytes());
        call.send(200, json.writeValueAsBytes(answer));
    }

    /** Rights come first: whose files are refused need not send them. */
    private void upload(Call call) throws IOException {
        Place place = place(call);
        places.mustBeOpen(call.actor(), place);
        String type = Objects.requireNonNullElse(call.request().getContentType(), "");
        if (type.startsWith(FIELDS)) {
            throw new Problem.Malformed("files.send-bytes", Map.of("given", FIELDS));
        }
        List<KeptFile> added = type.startsWith(FORM) ? parts(call, place) : List.of(bytes(call, place));
        call.send(201, json.writeValueAsBytes(answer(call.actor(), added)));
    }

    private KeptFile bytes(Call call, Place place) throws IOException {
        call.knows("name");
        String name = call.parameter("name");
        if (name == null || name.isBlank()) {
            throw new Problem.Invalid(Fault.of("name", "files.name-missing"));
        }
        try (InputStream content = call.request().getInputStream()) {
            long length = call.request().getContentLengthLong();
            return uploading.add(call.actor(), place, new Uploading.Coming(name, length, content));
        }
    }

    private List<KeptFile> parts(Call call, Place place) throws IOException {
        List<KeptFile> added = new ArrayList<>();
        for (Part part : files(call)) {
            try (InputStream content = part.getInputStream()) {
                String name = String.valueOf(part.getSubmittedFileName());
                added.add(uploading.add(call.actor(), place, new Uploading.Coming(name, part.getSize(), content)));
            } finally {
                part.delete();
            }
        }
        if (added.isEmpty()) {
            throw new Problem.Invalid(Fault.of("file", "files.file-missing"));
        }
        return added;
    }

    private static List<Part> files(Call call) throws IOException {
        try {
            return call.request().getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .toList();
        } catch (ServletException | IllegalStateException unreadable) {
            @Nullable Throwable why = unreadable.getCause();
            if (why instanceof Problem problem) {
                throw problem;
            }
            throw new Problem.Malformed("files.form-unreadable", Map.of());
        }
    }

    private void remove(Call call) {
        files.remove(call.actor(), Asked.file(call));
        call.sendNothing();
    }

    private void restore(Call call) throws IOException {
        KeptFile back = files.restore(call.actor(), Asked.file(call));
        call.send(200, json.writeValueAsBytes(answer(call.actor(), List.of(back))));
    }

    private Place place(Call call) {
        return places.seen(call.actor(), call.variable("object"), Asked.record(call));
    }

    private ObjectNode answer(Actor actor, List<KeptFile> some) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode all = answer.putArray("files");
        views.of(actor, some).forEach(all::add);
        return answer;
    }
}
