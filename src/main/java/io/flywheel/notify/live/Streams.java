package io.flywheel.notify.live;

import io.flywheel.access.Access;
import io.flywheel.database.Database;
import io.flywheel.identity.Caller;
import io.flywheel.identity.Identities;
import io.flywheel.identity.Identity;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import jakarta.servlet.AsyncContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All open streams of this node: opened, told, kept alive, and ended with their session or the server. */
@Component
class Streams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    /** Fewer than the six connections a browser opens to one server, so that pages still load. */
    static final int PER_SESSION = 4;

    /** Measured: an open call takes 105 KB, nearly all of it the container's buffers; they get half of the heap. */
    private static final long EACH = 110_000;

    private static final long MOST = Math.clamp(Runtime.getRuntime().maxMemory() / 2 / EACH, 200, 6_000);
    private static final long SILENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Access access;
    private final Identities identities;
    private final Unread unread;
    private final Clock clock;
    private final Map<UUID, Audience> audiences = new ConcurrentHashMap<>();
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private volatile ScheduledExecutorService timer = newTimer();
    private volatile boolean running;

    Streams(Database database, Access access, Identities identities, Unread unread, Clock clock) {
        this.access = access;
        this.identities = identities;
        this.unread = unread;
        this.clock = clock;
        database.listen(Broadcast.CHANNEL, this::heard);
        identities.whenInDoubt(touched -> hands.execute(() -> recheck(touched)));
    }

    /** @throws Problem.Busy while too many are open, or the server stops */
    void open(AsyncContext context, Caller caller) {
        Workspace workspace = caller.actor().workspace();
        int first = unread.of(workspace, Set.of(caller.actor().member()))
                .getOrDefault(caller.actor().member(), 0);
        Stream stream = new Stream(context, caller.actor(), caller.identity(), hands, this::forget);
        context.addListener(new Parting(stream));
        stream.begin(Signal.hello(first));
        Audience joined = audiences.compute(workspace.id(), (id, found) -> {
            Audience audience = found == null ? new Audience(workspace) : found;
            audience.streams().add(stream);
            return audience;
        });
        makeRoom(joined, caller.identity());
    }

    private void forget(Stream stream) {
        audiences.computeIfPresent(stream.actor().workspace().id(), (id, audience) -> {
            audience.streams().remove(stream);
            return audience.streams().isEmpty() ? null : audience;
        });
    }

    /** @throws Problem.Busy if there is no room */
    void admit() {
        if (!running || all().count() >= MOST) {
            throw new Problem.Busy("notify.no-stream-now", Duration.ofSeconds(10), true);
        }
    }

    /** Ends the oldest streams of a session that has too many. */
    private static void makeRoom(Audience audience, Identity identity) {
        List<Stream> same = audience.streams().stream()
                .filter(stream -> stream.identity().credential().equals(identity.credential()))
                .sorted(Comparator.comparingLong(Stream::number))
                .toList();
        same.stream().limit(Math.max(0, same.size() - PER_SESSION)).forEach(old -> old.send(Signal.ending("replaced")));
    }

    private java.util.stream.Stream<Stream> all() {
        return audiences.values().stream().flatMap(audience -> audience.streams().stream());
    }

    private void heard(String payload) {
        if (payload.isEmpty()) {
            audiences.values().forEach(audience -> arrange(audience, News.MISSED));
            return;
        }
        News.Heard heard = News.read(payload);
        Audience audience = audiences.get(heard.workspace());
        if (audience != null) {
            arrange(audience, heard.news());
        }
    }

    private void arrange(Audience audience, News news) {
        long after = running ? audience.hear(news) : -1;
        if (after >= 0) {
            timer.schedule(() -> hands.execute(() -> tell(audience)), after, TimeUnit.NANOSECONDS);
        }
    }

    private void tell(Audience audience) {
        try {
            audience.tell(access, unread);
        } catch (RuntimeException failed) {
            LOG.warn("news could not be told; the readers are told that they missed some", failed);
            audience.streams().forEach(stream -> stream.send(Signal.gap()));
        }
    }

    private void beat() {
        long now = System.nanoTime();
        all().filter(stream -> stream.silence(now) > SILENCE_NANOS).forEach(stream -> stream.send(Signal.BEAT));
    }

    /** Ends those whose session has ended; one statement for all. */
    private void recheck(Predicate<Identity> touched) {
        Map<UUID, List<Stream>> doubtful = all().filter(stream -> touched.test(stream.identity()))
                .collect(Collectors.groupingBy(stream -> stream.identity().credential()));
        if (doubtful.isEmpty()) {
            return;
        }
        try {
            Set<UUID> standing = identities.standing(doubtful.keySet());
            Instant now = clock.instant();
            doubtful.forEach((credential, streams) -> streams.stream()
                    .filter(stream -> !standing.contains(credential) || stream.expired(now))
                    .forEach(stream -> stream.send(Signal.ending("ended"))));
        } catch (RuntimeException failed) {
            LOG.warn("sessions of open streams could not be checked and will be in a minute", failed);
        }
    }

    private static ScheduledExecutorService newTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live-news-", 0).daemon().factory());
    }

    /** It may have been stopped before: a context that pauses starts again. */
    @Override
    public void start() {
        running = true;
        if (timer.isShutdown()) {
            timer = newTimer();
        }
        timer.scheduleWithFixedDelay(this::beat, 2, 2, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(() -> hands.execute(() -> recheck(any -> true)), 60, 60, TimeUnit.SECONDS);
    }

    /** Before the web server waits for its calls to end: these would never. */
    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        all().forEach(stream -> stream.send(Signal.ending("closing")));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
