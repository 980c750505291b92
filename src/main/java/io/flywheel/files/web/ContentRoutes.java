package io.flywheel.files.web;

import io.flywheel.files.KeptFile;
import io.flywheel.files.keeping.KeptFiles;
import io.flywheel.files.keeping.Keys;
import io.flywheel.files.picture.MediaTypes;
import io.flywheel.files.picture.Pictures;
import io.flywheel.files.store.ContentStore;
import io.flywheel.files.store.StoreAway;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/**
 * The bytes of a file, whole or in ranges, and small pictures of it. Strangers wrote them, so nothing of them ever runs
 * here: what could is only downloaded, and everything comes in a sandbox.
 */
@Component
final class ContentRoutes implements RouteSource {
    private static final Logger LOG = LoggerFactory.getLogger(ContentRoutes.class);
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    private static final int USUAL_WIDTH = 320;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final KeptFiles files;
    private final ContentStore store;
    private final Thumbnails thumbnails;

    ContentRoutes(KeptFiles files, ContentStore store, Thumbnails thumbnails) {
        this.files = files;
        this.store = store;
        this.thumbnails = thumbnails;
    }

    @Override
    public void add(Routes routes) {
        routes.get(FileRoutes.ONE + "/content", call -> reaching(() -> content(call)))
                .get(FileRoutes.ONE + "/preview", call -> reaching(() -> preview(call)));
    }

    @FunctionalInterface
    private interface Sending {
        void send() throws IOException;
    }

    private static void reaching(Sending sending) throws IOException {
        try {
            sending.send();
        } catch (StoreAway away) {
            LOG.warn("A file could not be read: {}", away.getMessage());
            throw new Problem.Busy("files.store-away", SOON, true);
        }
    }

    private void content(Call call) throws IOException {
        KeptFile file = files.seen(call.actor(), Asked.file(call));
        call.knows("inline");
        String etag = '"' + file.sha256() + '"';
        HttpServletResponse response = call.response();
        headers(response, etag);
        if (isFresh(call, etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Ranges range = Ranges.of(call, file.size(), etag);
        response.setHeader("Accept-Ranges", "bytes");
        if (range == null) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setContentType(MediaTypes.sent(file.type()));
        response.setHeader("Content-Disposition", disposition(call, file));
        send(call, file, range);
    }

    private void send(Call call, KeptFile file, Ranges range) throws IOException {
        HttpServletResponse response = call.response();
        response.setContentLengthLong(range.length());
        if (range.partial()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            long last = range.from() + range.length() - 1;
            response.setHeader("Content-Range", "bytes " + range.from() + "-" + last + "/" + file.size());
        }
        if (call.request().getMethod().equals("HEAD")) {
            return;
        }
        String key = Keys.content(call.actor().workspace(), file.sha256());
        try (InputStream content = store.read(key, range.from(), range.length())) {
            content.transferTo(response.getOutputStream());
        }
    }

    private void preview(Call call) throws IOException {
        KeptFile file = files.seen(call.actor(), Asked.file(call));
        call.knows("width");
        if (!Pictures.takes(file.type())) {
            throw new Problem.Invalid(Fault.of("file", "files.no-picture", "type", file.type()));
        }
        int width = Pictures.width(Asked.width(call, USUAL_WIDTH));
        String etag = '"' + file.sha256() + "." + width + '"';
        headers(call.response(), etag);
        if (isFresh(call, etag)) {
            call.response().setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] picture = thumbnails.of(call.actor().workspace(), file, width);
        call.response().setContentType(Pictures.typeOf(picture));
        call.response().setContentLength(picture.length);
        call.response().getOutputStream().write(picture);
    }

    private static void headers(HttpServletResponse response, String etag) {
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static boolean isFresh(Call call, String etag) {
        @Nullable String known = call.header("If-None-Match");
        return known != null && (known.strip().equals("*") || known.contains(etag));
    }

    /** In place only if asked for and nothing in it can run. */
    private static String disposition(Call call, KeptFile file) {
        boolean inPlace = "true".equals(call.parameter("inline")) && MediaTypes.isShown(file.type());
        return (inPlace ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
