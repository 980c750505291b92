package io.flywheel.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.kernel.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API as the caller's workspace has it: the fixed part from the controllers, the rest from the modules. */
@RestController
class OpenApiDocument {
    private final ObjectProvider<OpenApiWebMvcResource> controllers;
    private final ObjectProvider<OpenApiContribution> contributions;
    private final JsonMapper json;
    private volatile @Nullable JsonNode fixed;

    OpenApiDocument(
            ObjectProvider<OpenApiWebMvcResource> controllers,
            ObjectProvider<OpenApiContribution> contributions,
            JsonMapper json) {
        this.controllers = controllers;
        this.contributions = contributions;
        this.json = json;
        CallerArguments.TYPES.forEach(SpringDocUtils.getConfig()::addRequestWrapperToIgnore);
    }

    @Operation(summary = "Read this document: the API as the caller may use it")
    @GetMapping("/api/openapi.json")
    JsonNode document(Actor actor, HttpServletRequest request) throws JsonProcessingException {
        ObjectNode document = (ObjectNode) fixed(request).deepCopy();
        document.putObject("info").put("title", actor.workspace().name()).put("version", "1");
        document.putArray("servers").addObject().put("url", "/");
        document.withObject("/paths");
        document.withObject("/components/schemas");
        SharedParts.add(document);
        contributions.orderedStream().forEach(part -> part.contribute(actor, document));
        return document;
    }

    /** Read once: it is the same for everybody, and the slow part. */
    private JsonNode fixed(HttpServletRequest request) throws JsonProcessingException {
        JsonNode known = fixed;
        if (known == null) {
            byte[] bytes = controllers.getObject().openapiJson(request, "", Locale.ENGLISH);
            known = json.readTree(bytes);
            ControllerPart.refine((ObjectNode) known);
            fixed = known;
        }
        return known;
    }
}
