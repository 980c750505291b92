package io.flywheel.http.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.kernel.Actor;
import io.swagger.v3.oas.annotations.Hidden;
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

    @Hidden
    @GetMapping("/api/openapi.json")
    ObjectNode document(Actor actor, HttpServletRequest request) throws JsonProcessingException {
        ObjectNode document = (ObjectNode) fixed(request).deepCopy();
        document.putObject("info").put("title", actor.workspace().name()).put("version", "1");
        document.putArray("servers").addObject().put("url", "/");
        document.withObject("/paths");
        document.withObject("/components/schemas");
        describeManners(document);
        contributions.orderedStream().forEach(part -> part.contribute(actor, document));
        return document;
    }

    private static void describeManners(ObjectNode document) {
        ObjectNode schemes = document.withObject("/components/securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        document.putArray("security").addObject().putArray("bearer");
        ObjectNode problem = document.withObject("/components/schemas").putObject("Problem");
        problem.put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        for (String text : new String[] {"type", "title", "code", "message", "hint"}) {
            properties.putObject(text).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.putObject("details").put("type", "object");
        ObjectNode fault = properties.putObject("faults").put("type", "array").putObject("items");
        ObjectNode parts = fault.put("type", "object").putObject("properties");
        for (String text : new String[] {"path", "code", "message", "hint"}) {
            parts.putObject(text).put("type", "string");
        }
    }

    /** Read once: it is the same for everybody, and the slow part. */
    private JsonNode fixed(HttpServletRequest request) throws JsonProcessingException {
        JsonNode known = fixed;
        if (known == null) {
            byte[] bytes = controllers.getObject().openapiJson(request, "", Locale.ENGLISH);
            known = json.readTree(bytes);
            fixed = known;
        }
        return known;
    }
}
