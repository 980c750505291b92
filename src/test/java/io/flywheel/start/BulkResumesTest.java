package io.flywheel.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product is killed while many records are changed: every record is changed once, and all can be taken back. */
class BulkResumesTest {
    private static final int THINGS = 20_000;
    private static final int BATCH = 10_000;
    private static final String THING = """
            [{"kind": "object", "name": "thing", "document": {
              "label": {"zh": "东西", "en": "Thing"}, "plural": {"zh": "东西", "en": "Things"}, "roles": {"title": "name"},
              "fields": {"name": {"type": "text", "length": 40, "label": {"zh": "名称", "en": "Name"}}}}}]""";

    @TempDir
    Path home;

    private volatile Product product;
    private String token = "";

    @BeforeEach
    void found() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        product = Product.start(home);
        Answer founded = product.visitor(null).post("/api/workspaces", """
                {"name": "Bulk", "email": "bulk@kill.example", "password": "a quiet river", "language": "en",
                 "template": "base"}""");
        assertThat(founded.status()).as(founded.raw().body()).isEqualTo(201);
        token = founded.body().path("token").asString();
        assertThat(visitor().post("/api/definitions", THING).status()).isEqualTo(200);
        String rows = IntStream.range(0, BATCH)
                .mapToObj(i -> "{\"name\":\"old\"}")
                .collect(Collectors.joining(",", "[", "]"));
        for (int i = 0; i < THINGS / BATCH; i++) {
            assertThat(visitor().post("/api/objects/thing/records", rows).status())
                    .isEqualTo(201);
        }
    }

    @AfterEach
    void stop() throws Exception {
        product.stop();
    }

    @Test
    void goesOnAtItsMarkAfterAKill() throws Exception {
        Answer begun = visitor().post("/api/objects/thing/bulk", """
                {"action": "change", "where": "", "values": {"name": "new"}}""");
        assertThat(begun.status()).as(begun.raw().body()).isEqualTo(202);
        String job = "/api/bulk/" + begun.body().path("id").asString();
        await(job, answer -> answer.body().path("done").asInt() > 0);
        product.kill();
        product = Product.start(home);
        Answer done =
                await(job, answer -> answer.body().path("state").asString().equals("done"));
        assertThat(done.body().path("done").asInt()).as(done.raw().body()).isEqualTo(THINGS);
        assertThat(count("name = \\\"new\\\" and version = 2")).isEqualTo(THINGS);
        assertThat(visitor().delete(job).status()).isEqualTo(202);
        Answer undone =
                await(job, answer -> answer.body().path("state").asString().equals("undone"));
        assertThat(undone.body().path("restored").asInt()).isEqualTo(THINGS);
        assertThat(count("name = \\\"old\\\" and version = 3")).isEqualTo(THINGS);
    }

    private Visitor visitor() {
        return product.visitor(token);
    }

    private int count(String where) {
        Answer answer = visitor()
                .post(
                        "/api/query",
                        "{\"object\":\"thing\",\"where\":\"" + where + "\",\"measures\":{\"n\":\"count()\"}}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().at("/rows/0/0").asInt();
    }

    private Answer await(String path, Predicate<Answer> so) {
        return Product.await(this::visitor, path, so);
    }
}
