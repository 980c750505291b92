package io.flywheel.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both stores keep the same promises; the bucket is behind a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContentStoreTest {
    private static final String KEY = "one/ab/abcdef";

    @TempDir
    Path folder = Path.of("");

    private Bucket bucket;

    @BeforeAll
    void start() throws Exception {
        bucket = new Bucket();
    }

    @AfterAll
    void stop() {
        bucket.close();
    }

    private ContentStore store(String kind) {
        return kind.equals("folder") ? new FolderStore(folder.resolve("content")) : bucket.store(Bucket.SECRET);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("arrived"), content);
    }

    private static String read(ContentStore store, long from, long length) throws IOException {
        try (InputStream in = store.read(KEY, from, length)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "bucket"})
    void keepsSendsAndDrops(String kind) throws IOException {
        try (ContentStore store = store(kind)) {
            assertThat(store.has(KEY)).isFalse();
            assertThatThrownBy(() -> read(store, 0, 1)).isInstanceOf(NoSuchFileException.class);
            store.drop(KEY);
            store.keep(KEY, file("0123456789"));
            assertThat(store.has(KEY)).isTrue();
            assertThat(read(store, 0, 10)).isEqualTo("0123456789");
            assertThat(read(store, 3, 4)).isEqualTo("3456");
            assertThat(read(store, 0, 100)).isEqualTo("0123456789");
            store.keep(KEY, file("other"));
            assertThat(read(store, 0, 10)).as("what is kept never changes").isEqualTo("0123456789");
            store.drop(KEY);
            assertThat(store.has(KEY)).isFalse();
        }
    }

    @Test
    void keepsMoreThanMemoryWouldHold() throws IOException {
        Path large = folder.resolve("large");
        try (var channel = java.nio.channels.FileChannel.open(
                large, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {7}), 60_000_000L);
        }
        try (ContentStore store = bucket.store(Bucket.SECRET)) {
            store.keep("one/cd/cdef", large);
            try (InputStream end = store.read("one/cd/cdef", 60_000_000L, 1)) {
                assertThat(end.readAllBytes()).containsExactly(7);
            }
        }
    }

    @Test
    void saysThatTheBucketDoesNotLetItIn() throws IOException {
        Path file = file("x");
        try (ContentStore store = bucket.store("a wrong secret")) {
            assertThatThrownBy(() -> store.keep(KEY, file)).isInstanceOf(StoreAway.class);
        }
        try (ContentStore nowhere = new BucketStore("http://127.0.0.1:1", "files", "us-east-1", "a", "b")) {
            assertThatThrownBy(() -> nowhere.has(KEY)).isInstanceOf(StoreAway.class);
        }
    }

    @Test
    void sweepsWhatUploadsLeftBehindADayAgo() throws IOException {
        Path incoming = folder.resolve("incoming");
        Instant now = Instant.now(Clock.systemUTC());
        try (Spool.Arrived left = new Spool(incoming, Clock.systemUTC()).take(InputStream.nullInputStream(), 1)) {
            new Spool(incoming, Clock.fixed(now.plus(Duration.ofHours(23)), ZoneOffset.UTC)).sweep();
            assertThat(left.path()).exists();
            new Spool(incoming, Clock.fixed(now.plus(Duration.ofHours(25)), ZoneOffset.UTC)).sweep();
            assertThat(left.path()).doesNotExist();
        }
    }
}
