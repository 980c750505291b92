package io.flywheel.files.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.files.KeptFile;
import io.flywheel.files.store.Bucket;
import io.flywheel.files.store.ContentStore;
import io.flywheel.files.store.Spool;
import io.flywheel.files.store.StoreSettings;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Content goes when nobody holds it any more, and not before; in a bucket behind a real server. */
class SweepTest extends ProductTest {
    @Autowired
    Places places;

    @Autowired
    KeptFiles files;

    @Autowired
    Spool spool;

    @Autowired
    Clock clock;

    private Actor me;
    private Places.Place place;

    @BeforeEach
    void world() {
        me = newWorkspace();
        publish(me, "case", """
                label: Case
                fields: {name: {type: text, label: Name}}
                facilities: {files: {}}
                """);
        UUID record = create(me, "case", "name", "One");
        place = places.seen(me, "case", record);
    }

    private Uploading uploading(ContentStore store, long quota) {
        return new Uploading(database, files, spool, store, new StoreSettings("", "files", "", "", "", quota), clock);
    }

    private KeptFile added(Uploading uploading, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return uploading.add(me, place, new Uploading.Coming(name, content.length, new ByteArrayInputStream(content)));
    }

    @Test
    void takesContentThatNoFileHolds() throws Exception {
        try (Bucket bucket = new Bucket();
                ContentStore store = bucket.store(Bucket.SECRET)) {
            Uploading uploading = uploading(store, 0);
            Sweep sweep = new Sweep(database, store, spool, clock);
            KeptFile first = added(uploading, "a.txt", "the same");
            KeptFile second = added(uploading, "b.txt", "the same");
            String key = Keys.content(me.workspace(), first.sha256());
            Instant now = clock.instant();
            files.remove(me, first.id());
            assertThat(sweep.sweep(me.workspace(), now.plus(Duration.ofDays(60))))
                    .isZero();
            files.remove(me, second.id());
            assertThat(sweep.sweep(me.workspace(), now.plus(Duration.ofDays(29))))
                    .isZero();
            assertThat(store.has(key)).as("it can still be brought back").isTrue();
            assertThat(sweep.sweep(me.workspace(), now.plus(Duration.ofDays(31))))
                    .isEqualTo(1);
            assertThat(store.has(key)).isFalse();
            added(uploading, "c.txt", "the same");
            assertThat(store.has(key)).as("it comes again").isTrue();
        }
    }

    @Test
    void keepsNoMoreThanTheWorkspaceMay() throws Exception {
        try (Bucket bucket = new Bucket();
                ContentStore store = bucket.store(Bucket.SECRET)) {
            Uploading uploading = uploading(store, 1);
            added(uploading, "a.bin", "a".repeat(900_000));
            Assertions.assertThatThrownBy(() -> added(uploading, "b.bin", "b".repeat(200_000)))
                    .isInstanceOfSatisfying(
                            Problem.TooLarge.class,
                            problem -> assertThat(problem.code()).isEqualTo("files.quota"));
        }
    }

    @Test
    void keepsNothingWhileTheStoreIsAway() {
        try (ContentStore away =
                new io.flywheel.files.store.BucketStore("http://127.0.0.1:1", "files", "us-east-1", "a", "b")) {
            Assertions.assertThatThrownBy(() -> added(uploading(away, 0), "a.txt", "a"))
                    .isInstanceOf(Problem.Busy.class);
            assertThat(files.of(me, place)).isEmpty();
        }
    }
}
