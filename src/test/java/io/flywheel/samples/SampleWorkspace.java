package io.flywheel.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.exchange.cli.FlywheelCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A workspace of one's own in a running product, seen only from outside: signed up over HTTP, files sent by the command
 * line, answers asked of the API.
 *
 * @param address of the product, such as {@code http://localhost:8080}
 * @param token the key that opens the workspace
 * @param imports what the jobs said at their end, in their order
 */
public record SampleWorkspace(String address, String token, List<JsonNode> imports) {
    /** Numbers stay the decimals that they are. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static SampleWorkspace signUp(String address, String name, String language) {
        Map<String, String> wish = Map.of(
                "name",
                name,
                "email",
                UUID.randomUUID() + "@example.com",
                "password",
                "a long enough password",
                "language",
                language);
        JsonNode founded = call("POST", address + "/api/workspaces", null, JSON.writeValueAsString(wish));
        return new SampleWorkspace(address, founded.path("token").asString(), new ArrayList<>());
    }

    public JsonNode get(String path) {
        return call("GET", address + path, token, null);
    }

    public JsonNode post(String path, Object body) {
        return call("POST", address + path, token, JSON.writeValueAsString(body));
    }

    public JsonNode put(String path, Object body) {
        return call("PUT", address + path, token, JSON.writeValueAsString(body));
    }

    /** One measure over all records of an object. */
    public String measure(String object, String measure) {
        return post("/api/query", Map.of("object", object, "measures", Map.of("value", measure)))
                .path("rows")
                .path(0)
                .path(0)
                .asString();
    }

    /** Sends one file by the command line and expects every row to go in. */
    public void load(String object, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", object, file.toString()));
        arguments.addAll(List.of(options));
        Path refused = Path.of(System.getProperty("java.io.tmpdir"), "refused-" + UUID.randomUUID() + ".csv");
        arguments.addAll(List.of("--refused", refused.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        imports.add(get("/api/imports").path("imports").get(0));
    }

    /** The command line with the workspace's address and key; answers its exit code. */
    public int run(List<String> arguments, PrintStream out) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--url", address, "--key", token));
        return FlywheelCommand.run(all, Map.of("LANG", "en"), out, out);
    }

    private static JsonNode call(String method, String url, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
