package io.flywheel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.kernel.Ids;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A workspace with a case that keeps files of up to 1 MB, and a note that keeps none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Desk extends ProductTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    Visitor me = Visitor.at(0);
    String record = "";

    @BeforeAll
    void found() {
        me = founded();
    }

    @BeforeEach
    void begin() {
        record = created(me, "case");
    }

    Visitor founded() {
        Visitor visitor = Visitor.at(port).founding("Files", Ids.next() + "@files.example");
        Answer published = visitor.post("/api/definitions", """
                [{"kind": "object", "name": "case", "document": {"label": "Case", "roles": {"title": "name"},
                   "fields": {"name": {"type": "text", "label": "Name"}},
                   "facilities": {"files": {"maxMegabytes": 1}}}},
                 {"kind": "object", "name": "note", "document": {"label": "Note", "roles": {"title": "name"},
                   "fields": {"name": {"type": "text", "label": "Name"}}}}]""");
        assertThat(published.status()).as(published.raw().body()).isEqualTo(200);
        return visitor;
    }

    static String created(Visitor visitor, String object) {
        Answer answer = visitor.post("/api/objects/" + object + "/records", "{\"name\": \"One\"}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    String files() {
        return "/api/objects/case/records/" + record + "/files";
    }

    Answer upload(String name, byte[] content) {
        return upload(me, files(), name, content);
    }

    static Answer upload(Visitor visitor, String path, String name, byte[] content) {
        return visitor.with("Content-Type", "application/octet-stream")
                .send(
                        "POST",
                        path + "?name="
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                        BodyPublishers.ofByteArray(content));
    }

    /** The file that an upload made. */
    JsonNode added(String name, byte[] content) {
        Answer answer = upload(name, content);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.body().path("files").path(0);
    }

    String addedId(String name, byte[] content) {
        return added(name, content).path("id").asString();
    }

    JsonNode listed() {
        return me.get(files()).body().path("files");
    }

    /** With bytes, and headers as name, value, name, value … */
    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        me.headers().forEach(request::setHeader);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
