package io.flywheel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FilesOverHttpTest extends Desk {
    @Test
    void keepsAFileAndSendsItBack() throws Exception {
        JsonNode file = added("合同.txt", ascii("hello, 世界"));
        assertThat(file.path("name").asString()).isEqualTo("合同.txt");
        assertThat(file.path("type").asString()).isEqualTo("text/plain");
        assertThat(file.path("shownAs").asString()).isEqualTo("text");
        assertThat(listed()).hasSize(1);
        assertThat(listed().path(0).at("/createdBy/title").asString()).isNotBlank();
        HttpResponse<byte[]> content = bytes("/api/files/" + file.path("id").asString() + "/content");
        assertThat(content.body()).isEqualTo(ascii("hello, 世界"));
        assertThat(header(content, "Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
        assertThat(header(content, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(content, "Content-Security-Policy")).startsWith("sandbox");
    }

    @Test
    void takesSeveralFilesInAForm() {
        Answer answer =
                me.with("Content-Type", "multipart/form-data; boundary=b").post(files(), """
                --b\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                \r
                one\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="b.txt"\r
                \r
                two\r
                --b--\r
                """);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(answer.body().path("files")).hasSize(2);
        assertThat(listed()).hasSize(2);
    }

    @Test
    void sendsTheRangeThatIsAskedFor() throws Exception {
        String path = "/api/files/" + addedId("digits.txt", ascii("0123456789")) + "/content";
        HttpResponse<byte[]> part = bytes(path, "Range", "bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(ascii("234"));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(bytes(path, "Range", "bytes=-3").body()).isEqualTo(ascii("789"));
        assertThat(bytes(path, "Range", "bytes=8-99").body()).isEqualTo(ascii("89"));
        HttpResponse<byte[]> beyond = bytes(path, "Range", "bytes=10-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */10");
        assertThat(bytes(path, "Range", "bytes=0-1,4-5").body()).hasSize(10);
        assertThat(bytes(path, "Range", "lines=1").body()).hasSize(10);
        assertThat(bytes(path, "Range", "bytes=1-2", "If-Range", "\"other\"").body())
                .hasSize(10);
    }

    @Test
    void saysWhenNothingHasChanged() throws Exception {
        String path = "/api/files/" + addedId("a.txt", ascii("a")) + "/content";
        String etag = header(bytes(path), "ETag");
        HttpResponse<byte[]> again = bytes(path, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void removesAFileAndBringsItBack() {
        String id = addedId("a.txt", ascii("a"));
        assertThat(me.delete("/api/files/" + id).status()).isEqualTo(204);
        assertThat(listed()).isEmpty();
        assertThat(me.get("/api/files/" + id + "/content").status()).isEqualTo(404);
        assertThat(me.delete("/api/files/" + id).status()).isEqualTo(404);
        assertThat(me.post("/api/files/" + id + "/restoration", "").status()).isEqualTo(200);
        assertThat(listed()).hasSize(1);
        assertThat(me.get("/api/files/" + id + "/content").raw().body()).isEqualTo("a");
    }

    @Test
    void tellsTheHistoryAndDisturbsNobodyWhoIsEditing() {
        String path = "/api/objects/case/records/" + record;
        String id = addedId("a.txt", ascii("a"));
        me.delete("/api/files/" + id);
        assertThat(me.with("If-Match", "\"1\"")
                        .patch(path, "{\"name\": \"Two\"}")
                        .status())
                .isEqualTo(200);
        Answer first = me.get(path + "/history?limit=2");
        JsonNode entries = first.body().path("entries");
        assertThat(entries.at("/0/changes/0/new").asString()).isEqualTo("Two");
        assertThat(entries.at("/1/happenings/0/kind").asString()).isEqualTo("file");
        assertThat(entries.at("/1/happenings/0/old/name").asString()).isEqualTo("a.txt");
        assertThat(entries.at("/1/happenings/0/new").isNull()).isTrue();
        JsonNode rest = me.get(path + "/history?limit=2&after="
                        + first.body().path("next").asString())
                .body()
                .path("entries");
        assertThat(rest).hasSize(2);
        assertThat(rest.at("/0/happenings/0/new/name").asString()).isEqualTo("a.txt");
        assertThat(rest.at("/1/operation").asString()).isEqualTo("create");
    }

    @Test
    void belongsToItsRecordAlone() throws Exception {
        String id = addedId("a.txt", ascii("mine"));
        Visitor stranger = founded();
        for (String path : new String[] {"/content", "/preview"}) {
            assertThat(stranger.get("/api/files/" + id + path).code()).isEqualTo("files.no-such-file");
        }
        assertThat(stranger.delete("/api/files/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(files()).status()).isEqualTo(404);
        assertThat(upload(stranger, files(), "b.txt", ascii("x")).status()).isEqualTo(404);
        String note = "/api/objects/note/records/" + created(me, "note") + "/files";
        assertThat(upload(me, note, "b.txt", ascii("x")).code()).isEqualTo("files.object-keeps-none");
        assertThat(me.get("/api/files/" + UUID.randomUUID() + "/content").status())
                .isEqualTo(404);
        assertThat(me.get("/api/files/nonsense/content").status()).isEqualTo(404);
        me.delete("/api/objects/case/records/" + record);
        assertThat(me.get("/api/files/" + id + "/content").status()).isEqualTo(404);
        me.post("/api/objects/case/records/" + record + "/restoration", "");
        assertThat(bytes("/api/files/" + id + "/content").body()).isEqualTo(ascii("mine"));
    }

    @Test
    void keepsEqualContentOncePerWorkspace() throws IOException {
        byte[] same = ascii("the same");
        addedId("a.txt", same);
        addedId("b.txt", same);
        assertThat(me.get(files()).body().path("files")).hasSize(2);
        Visitor stranger = founded();
        String theirs = "/api/objects/case/records/" + created(stranger, "case") + "/files";
        assertThat(upload(stranger, theirs, "c.txt", same).status()).isEqualTo(201);
        assertThat(stranger.get(theirs).body().path("files")).hasSize(1);
    }
}
