package io.flywheel.exchange.cli;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a key's bearer sees it. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String address;
    private final String key;
    private final Language language;

    Client(Options options, Map<String, String> environment, Language language) {
        String given = options.get("url");
        String url = given == null ? environment.getOrDefault("FLYWHEEL_URL", "http://localhost:8080") : given;
        String secret = options.get("key");
        this.key = secret == null ? environment.getOrDefault("FLYWHEEL_KEY", "") : secret;
        this.address = url.replaceAll("/+$", "");
        this.language = language;
        if (key.isBlank()) {
            throw new FlywheelCommand.Refusal("exchange.cli-key", Map.of());
        }
    }

    /** What the server said no to, or why it was not reached; in the reader's words. */
    static final class Failure extends RuntimeException {
        Failure(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            String message = super.getMessage();
            return message == null ? "" : message;
        }
    }

    JsonNode get(String path) {
        return json(request(path).GET().build());
    }

    JsonNode delete(String path) {
        return json(request(path).DELETE().build());
    }

    /** Sends a file as the part {@code file}, straight from the disk. */
    JsonNode upload(String path, Path file, Map<String, String> fields) throws IOException {
        String boundary = "flywheel-" + UUID.randomUUID();
        StringBuilder before = new StringBuilder();
        fields.forEach((name, value) -> before.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        String name = file.getFileName().toString().replace('"', '_').replace('\n', '_');
        before.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
        before.append(name).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(before.toString()),
                HttpRequest.BodyPublishers.ofFile(file),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return json(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build());
    }

    void download(String path, Path to) throws IOException {
        HttpResponse<InputStream> response = send(request(path).GET().build());
        try (InputStream body = response.body()) {
            Files.copy(body, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .header("Accept-Language", language.tag());
    }

    private JsonNode json(HttpRequest request) {
        HttpResponse<InputStream> response = send(request);
        try (InputStream body = response.body()) {
            JsonNode answer = read(body);
            if (response.statusCode() >= 400) {
                throw new Failure(words(response.statusCode(), answer));
            }
            return answer;
        } catch (IOException broken) {
            throw unreachable(broken);
        }
    }

    private static JsonNode read(InputStream body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException broken) {
            throw unreachable(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("");
        }
    }

    private Failure unreachable(IOException broken) {
        String reason = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
        return new Failure(
                Texts.text(language, "exchange.cli-unreachable", Map.of("address", address, "reason", reason)));
    }

    private static String words(int status, JsonNode problem) {
        List<String> lines = new ArrayList<>();
        lines.add(problem.path("message").asString("HTTP " + status));
        for (JsonNode fault : problem.path("faults")) {
            lines.add("  " + fault.path("path").asString("") + ": "
                    + fault.path("message").asString(""));
        }
        return String.join("\n", lines);
    }
}
