package io.flywheel.exchange.web;

import io.flywheel.access.Access;
import io.flywheel.exchange.job.Desk;
import io.flywheel.exchange.job.Import;
import io.flywheel.exchange.job.Imports;
import io.flywheel.exchange.job.Refusals;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class ImportController {
    private static final int LATEST = 100;
    private static final int MISSING = 100;

    private final Desk desk;
    private final Imports imports;
    private final Refusals refusals;
    private final Access access;

    ImportController(Desk desk, Imports imports, Refusals refusals, Access access) {
        this.desk = desk;
        this.imports = imports;
        this.refusals = refusals;
        this.access = access;
    }

    /** @param samples the cells of the first rows */
    record Started(
            UUID id,
            String status,
            List<String> columns,
            Map<String, List<String>> fields,
            List<String> sheets,
            List<List<String>> samples) {}

    record ImportList(List<ImportView> imports) {}

    /** Parts and parameters: file, object, mapping, match, mode, onFault, dryRun, sheet, separator, charset, header. */
    @Operation(summary = "Upload a file and start its import")
    @PostMapping(path = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(Actor actor, MultipartHttpServletRequest request) throws IOException {
        MultipartFile file = request.getFile("file");
        if (file == null) {
            throw new Problem.Invalid(Fault.of("file", "exchange.file-missing"));
        }
        String name = file.getOriginalFilename();
        Import.Wish wish = ImportForm.read(request.getParameterMap(), name == null ? "" : name);
        try (InputStream content = file.getInputStream()) {
            Desk.Accepted accepted = desk.accept(actor, wish, content);
            return new Started(
                    accepted.id(),
                    Import.Status.QUEUED.word(),
                    accepted.columns(),
                    accepted.fields(),
                    accepted.sheets(),
                    accepted.samples());
        }
    }

    /** One's own; an administrator sees all. */
    @Operation(summary = "List the latest imports: one's own, or all for an administrator")
    @GetMapping("/api/imports")
    ImportList list(Actor actor) {
        return new ImportList(imports.latest(actor.workspace(), LATEST).stream()
                .filter(job -> maySee(actor, job))
                .map(job -> ImportView.of(job, List.of(), actor.language()))
                .toList());
    }

    @Operation(summary = "Read how far an import has come")
    @GetMapping("/api/imports/{id}")
    ImportView show(Actor actor, @PathVariable UUID id) {
        Import job = find(actor, id);
        return ImportView.of(job, refusals.missing(actor.workspace(), id, MISSING), actor.language());
    }

    @Operation(summary = "Download the rows that were refused, with the reasons")
    @ApiResponse(
            responseCode = "200",
            description = "The rows",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/api/imports/{id}/refused")
    ResponseEntity<StreamingResponseBody> refused(Actor actor, @PathVariable UUID id) {
        find(actor, id);
        StreamingResponseBody body = out -> RefusedFile.write(refusals, actor.workspace(), id, actor.language(), out);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused.csv\"")
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .body(body);
    }

    /** Calls off what is under way and takes back what is done. */
    @Operation(summary = "Call off an import, or take back what it wrote")
    @DeleteMapping("/api/imports/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView undo(Actor actor, @PathVariable UUID id) {
        find(actor, id);
        desk.callOff(actor, id);
        return show(actor, id);
    }

    private Import find(Actor actor, UUID id) {
        return imports.find(actor.workspace(), id)
                .filter(job -> maySee(actor, job))
                .orElseThrow(() -> new Problem.NotFound("exchange.no-such-import", Map.of()));
    }

    private boolean maySee(Actor actor, Import job) {
        return job.member().equals(actor.member()) || access.administers(actor);
    }
}
