package io.flywheel.exchange.web;

import io.flywheel.exchange.export.ExportFile;
import io.flywheel.exchange.export.Exports;
import io.flywheel.http.Call;
import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.query.Selection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** Records as a file: {@code GET /api/objects/{object}/export?format=csv|xlsx&where=&fields=&language=}. */
@Component
class ExportRoutes implements RouteSource {
    private final Exports exports;
    private final Clock clock;

    ExportRoutes(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public void add(Routes routes) {
        routes.get("/api/objects/{object}/export", this::export);
    }

    private void export(Call call) throws IOException {
        call.knows("format", "where", "fields", "language");
        ExportFile.Kind kind = kind(call.parameter("format"));
        String where = call.parameter("where");
        Exports.Ready ready = exports.ready(
                reader(call),
                call.variable("object"),
                where == null || where.isBlank() ? null : where,
                Selection.names(call.parameter("fields")));
        String name = call.variable("object") + "-"
                + LocalDate.ofInstant(clock.instant(), call.actor().workspace().zone()) + "." + kind.extension();
        call.response().setContentType(kind.mediaType());
        call.response()
                .setHeader(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString());
        try (OutputStream out = new BufferedOutputStream(call.response().getOutputStream(), 1 << 16)) {
            ready.write(kind, out);
        }
    }

    /** A link cannot say its language in a header as other calls do. */
    private static Actor reader(Call call) {
        Actor actor = call.actor();
        String language = call.parameter("language");
        return language == null ? actor : new Actor(actor.workspace(), actor.member(), Language.of(language));
    }

    private static ExportFile.Kind kind(@Nullable String format) {
        String asked = format == null ? "csv" : format;
        return ExportFile.Kind.of(asked)
                .orElseThrow(() -> new Problem.Malformed("exchange.export-format", Map.of("given", asked)));
    }
}
