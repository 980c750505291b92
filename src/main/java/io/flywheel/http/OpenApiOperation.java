package io.flywheel.http;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of the API's document, described step by step. Variables of its path declare themselves; problems and
 * the headers of versions refer to what {@code GET /api/openapi.json} shares among all.
 */
public final class OpenApiOperation {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String PROBLEM = "#/components/responses/Problem";

    private final ObjectNode operation;
    private final ObjectNode responses;

    private OpenApiOperation(ObjectNode operation) {
        this.operation = operation;
        this.responses = operation.putObject("responses");
    }

    /**
     * A new operation of a document.
     *
     * @param method such as {@code GET}
     * @param path with {@code {variables}}
     * @param tag what it is listed under
     */
    public static OpenApiOperation in(ObjectNode document, String method, String path, String tag, String summary) {
        ObjectNode paths = (ObjectNode) document.get("paths");
        ObjectNode item = paths.get(path) instanceof ObjectNode known ? known : paths.putObject(path);
        ObjectNode operation = item.putObject(method.toLowerCase(Locale.ROOT));
        operation.putArray("tags").add(tag);
        OpenApiOperation described = new OpenApiOperation(operation.put("summary", summary));
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            described.parameter(variables.group(1), "path", true).put("type", "string");
        }
        return described;
    }

    private ObjectNode parameter(String name, String place, boolean required) {
        ObjectNode parameter = operation.withArray("/parameters").addObject();
        parameter.put("name", name).put("in", place).put("required", required);
        return parameter.putObject("schema");
    }

    /** A query parameter that may be left out. */
    public OpenApiOperation asks(String name, String type) {
        parameter(name, "query", false).put("type", type);
        return this;
    }

    /** A query parameter, with more to say of its values. */
    public OpenApiOperation asks(String name, boolean required, Consumer<ObjectNode> schema) {
        schema.accept(parameter(name, "query", required));
        return this;
    }

    /** An {@code If-Match} header is minded. */
    public OpenApiOperation expectsVersion() {
        operation.withArray("/parameters").addObject().put("$ref", "#/components/parameters/IfMatch");
        return this;
    }

    /** The JSON body, without which there is nothing to do. */
    public OpenApiOperation takes(Consumer<ObjectNode> schema) {
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        schema.accept(json(body));
        return this;
    }

    /** A JSON answer. */
    public OpenApiOperation answers(int status, String description, Consumer<ObjectNode> schema) {
        schema.accept(json(response(status, description)));
        return this;
    }

    /** A JSON answer that tells the record's version as an {@code ETag}. */
    public OpenApiOperation answersVersion(int status, String description, Consumer<ObjectNode> schema) {
        ObjectNode response = response(status, description);
        response.putObject("headers").putObject("ETag").put("$ref", "#/components/headers/ETag");
        schema.accept(json(response));
        return this;
    }

    /** An answer that is a file, of one of these media types. */
    public OpenApiOperation answersFile(String description, List<String> types) {
        ObjectNode content = response(200, description).putObject("content");
        types.forEach(type -> content.putObject(type).putObject("schema").put("type", "string"));
        return this;
    }

    /** 204. */
    public OpenApiOperation answersNothing(String description) {
        response(204, description);
        return this;
    }

    private ObjectNode response(int status, String description) {
        return responses.putObject(String.valueOf(status)).put("description", description);
    }

    private static ObjectNode json(ObjectNode holder) {
        return holder.putObject("content").putObject(Call.JSON).putObject("schema");
    }

    /** The problems to reckon with, beside those of every operation: nobody signed in, and what nobody expects. */
    public OpenApiOperation refuses(int... statuses) {
        for (int status : statuses) {
            responses.putObject(String.valueOf(status)).put("$ref", PROBLEM);
        }
        responses.putObject("401").put("$ref", PROBLEM);
        responses.putObject("default").put("$ref", PROBLEM);
        return this;
    }

    /** Makes a schema refer to one of the document's. */
    public static Consumer<ObjectNode> schema(String name) {
        return schema -> schema.put("$ref", "#/components/schemas/" + name);
    }
}
