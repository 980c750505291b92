package io.flywheel.notify.live;

import io.flywheel.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stream of what happens while somebody looks. */
@RestController
class EventController {
    private final Streams streams;

    EventController(Streams streams) {
        this.streams = streams;
    }

    @Operation(
            summary = "Follow what changes, as server-sent events",
            description = "Events: `open` once; `changed` {objects, talks} names the objects of which records or"
                    + " conversations changed, at most twice a second; `inbox` {unread}; `job` {id, kind, done, total,"
                    + " state}; `missed` if anything may have happened; `end` {why} before the server ends it.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream without an end",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @GetMapping("/api/events")
    void follow(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        streams.admit();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        AsyncContext context = request.startAsync(request, response); // wrapped: headers are written at commit
        context.setTimeout(0);
        streams.open(context, caller);
    }
}
