package io.flywheel.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The product is killed, and so is its database, while records are created over HTTP and a file is imported: whatever
 * was acknowledged is there, every batch is whole or not there, and the import ends with each row of its file once.
 * Killed {@code -Dflywheel.endurance.kills} times, twice in the build.
 */
class NeverLostTest {
    private static final int KILLS = Integer.getInteger("flywheel.endurance.kills", 2);
    private static final int ROWS = 40_000;
    private static final int BATCH = 3;
    private static final String THING = """
            [{"kind": "object", "name": "thing", "document": {
              "label": {"zh": "东西", "en": "Thing"}, "plural": {"zh": "东西", "en": "Things"}, "roles": {"title": "name"},
              "fields": {
                "name": {"type": "text", "length": 40, "label": {"zh": "名称", "en": "Name"}},
                "batch": {"type": "text", "length": 40, "indexed": true, "label": {"zh": "批次", "en": "Batch"}},
                "code": {"type": "text", "length": 40, "unique": true, "label": {"zh": "编码", "en": "Code"}}}}}]""";

    @TempDir
    Path home;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile Product product;
    private String token = "";
    private volatile int killed;

    @BeforeEach
    void found() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        product = Product.start(home);
        Answer founded = product.visitor(null).post("/api/workspaces", """
                {"name": "Kill", "email": "kill@kill.example", "password": "a quiet river", "language": "en",
                 "template": "base"}""");
        assertThat(founded.status()).as(founded.raw().body()).isEqualTo(201);
        token = founded.body().path("token").asString();
        Answer published = visitor().post("/api/definitions", THING);
        assertThat(published.status()).as(published.raw().body()).isEqualTo(200);
    }

    @AfterEach
    void stop() throws Exception {
        product.stop();
    }

    @Test
    void keepsWhatItAcknowledgedAndEndsWhatItBegan() throws Exception {
        for (int round = 0; round < KILLS; round++) {
            int number = round;
            boolean javaDies = round % 2 == 0;
            String mark = "r" + round;
            try (var executor = Executors.newSingleThreadExecutor()) {
                Future<?> stream = executor.submit(() -> createUntilCut(number));
                String job = startImport(mark);
                await(
                        "/api/imports/" + job,
                        answer -> answer.body().path("created").asInt() > 0);
                if (javaDies) {
                    product.kill();
                    product = Product.start(home);
                } else {
                    product.killDatabase();
                    await("/api/me", answer -> answer.status() == 200);
                }
                killed = round + 1;
                stream.get(2, TimeUnit.MINUTES);
                checkCreated();
                checkImported(job, mark);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * 5);
    }

    private Visitor visitor() {
        return product.visitor(token);
    }

    /** Batches of three, noted once they are acknowledged, until the first that is not, or the one after the kill. */
    private void createUntilCut(int round) {
        String mark = "r" + round;
        Visitor visitor = visitor();
        int number = 0;
        try {
            for (String batch = mark + "-0"; killed <= round; batch = mark + "-" + ++number) {
                String row = "{\"name\":\"streamed\",\"batch\":\"" + batch + "\"}";
                if (visitor.post("/api/objects/thing/records", "[" + row + "," + row + "," + row + "]")
                                .status()
                        != 201) {
                    return;
                }
                acknowledged.add(batch);
            }
        } catch (UncheckedIOException cut) {
            // the last one was not acknowledged
        }
    }

    private String startImport(String mark) {
        StringBuilder csv = new StringBuilder("name,code\r\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("imported,").append(mark).append('-').append(i).append("\r\n");
        }
        String part = "--b\r\nContent-Disposition: form-data; name=\"";
        Answer started = visitor()
                .with("Content-Type", "multipart/form-data;boundary=b")
                .post(
                        "/api/imports",
                        part + "object\"\r\n\r\nthing\r\n" + part + "file\"; filename=\"things.csv\"\r\n\r\n" + csv
                                + "\r\n--b--\r\n");
        assertThat(started.status()).as(started.raw().body()).isEqualTo(202);
        return started.body().path("id").asString();
    }

    private Answer await(String path, Predicate<Answer> so) {
        return Product.await(this::visitor, path, so);
    }

    private void checkCreated() {
        Map<String, Integer> found = new HashMap<>();
        for (JsonNode row : ask("batch is not null", "\"groupBy\":[\"batch\"],\"limit\":10000,")) {
            found.put(text(row, 0, "batch"), Integer.valueOf(text(row, 1, "n")));
        }
        assertThat(found.keySet()).containsAll(acknowledged);
        assertThat(found.values()).containsOnly(BATCH);
    }

    private void checkImported(String job, String mark) {
        Answer ended = await(
                "/api/imports/" + job,
                answer -> Set.of("done", "failed")
                        .contains(answer.body().path("status").asString()));
        assertThat(ended.body().path("status").asString())
                .as(ended.raw().body())
                .isEqualTo("done");
        assertThat(ended.body().path("created").asInt()).isEqualTo(ROWS);
        assertThat(ended.body().path("refused").asInt()).isZero();
        JsonNode row = ask("startsWith(code, \\\"" + mark + "-\\\")", "").get(0);
        assertThat(text(row, 0, "n")).isEqualTo(String.valueOf(ROWS));
        assertThat(text(row, 1, "d")).isEqualTo(String.valueOf(ROWS));
    }

    private JsonNode ask(String where, String more) {
        Answer answer = visitor()
                .post(
                        "/api/query",
                        "{\"object\":\"thing\",\"where\":\"" + where + "\"," + more
                                + "\"measures\":{\"n\":\"count()\",\"d\":\"countDistinct(code)\"}}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("rows");
    }

    private static String text(JsonNode row, int column, String name) {
        return (row.isArray() ? row.get(column) : row.path(name)).asString();
    }
}
