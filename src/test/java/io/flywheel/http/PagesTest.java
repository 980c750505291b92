package io.flywheel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlywheelTest
class PagesTest {
    @LocalServerPort
    int port;

    @Test
    void drawsEveryPageFromTheIndex() {
        for (String path : new String[] {"/", "/records/opportunity", "/index.html", "/a/b/c"}) {
            Visitor.Answer answer = Visitor.at(port).get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.raw().body()).contains("<title>Flywheel</title>");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void letsBrowsersKeepHashedFilesAndSendsThemPacked() {
        Visitor.Answer plain = Visitor.at(port).get("/assets/app-1a2b3c.js");
        assertThat(plain.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
        assertThat(plain.raw().body()).contains("the script in plain");

        Visitor.Answer packed = Visitor.at(port).with("Accept-Encoding", "gzip").get("/assets/app-1a2b3c.js");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Content-Type")).contains("javascript");
    }

    @Test
    void doesNotTakeAMissingFileForAPage() {
        assertThat(Visitor.at(port).get("/assets/app-old.js").status()).isEqualTo(404);
        assertThat(Visitor.at(port).get("/favicon.ico").status()).isEqualTo(404);
        assertThat(Visitor.at(port).post("/records/opportunity", "{}").status()).isEqualTo(401);
    }
}
