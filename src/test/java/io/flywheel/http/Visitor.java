package io.flywheel.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Someone at the other end of real HTTP: immutable, so that one test does not disturb another. */
public record Visitor(int port, Map<String, String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    /** @param body as JSON, a null node if there is none */
    public record Answer(int status, HttpResponse<String> raw, JsonNode body) {
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The value that a {@code Set-Cookie} gives a cookie. */
        public String cookie(String name) {
            return setCookie(name).replaceFirst(name + "=", "").replaceFirst(";.*", "");
        }

        public String setCookie(String name) {
            return raw.headers().allValues("Set-Cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .findFirst()
                    .orElse("");
        }

        public String code() {
            return body.path("code").asString("");
        }
    }

    public static Visitor at(int port) {
        return new Visitor(port, Map.of("Accept-Language", "en"));
    }

    public Visitor with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Visitor(port, more);
    }

    public Visitor bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Founds a workspace and goes on as its first member. */
    public Visitor founding(String name, String email) {
        Answer answer = post("/api/workspaces", """
                {"name": "%s", "email": "%s", "password": "a quiet river", "language": "en"}
                """.formatted(name, email));
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.raw().body());
        }
        return bearing(answer.body().path("token").asString());
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, String json) {
        return send(method, path, BodyPublishers.ofString(json));
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body)
                .header("Content-Type", headers.getOrDefault("Content-Type", "application/json"));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    response,
                    json && !response.body().isEmpty() ? JSON.readTree(response.body()) : NullNode.getInstance());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
