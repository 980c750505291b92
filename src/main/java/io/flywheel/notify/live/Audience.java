package io.flywheel.notify.live;

import io.flywheel.access.Access;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.JobNews;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All who look at one workspace on this node, and the news they have not been told yet. */
final class Audience {
    /** At most two signals a second. */
    private static final long PACE_NANOS = 500_000_000;

    private final Workspace workspace;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private News news = News.NONE;
    private boolean due;
    private long told = System.nanoTime() - PACE_NANOS;

    Audience(Workspace workspace) {
        this.workspace = workspace;
    }

    Set<Stream> streams() {
        return streams;
    }

    /** @return after how many nanoseconds they are to be told; negative if that is arranged already */
    synchronized long hear(News more) {
        news = news.and(more);
        if (due) {
            return -1;
        }
        due = true;
        return Math.max(0, told + PACE_NANOS - System.nanoTime());
    }

    private synchronized News take() {
        News taken = news;
        news = News.NONE;
        due = false;
        told = System.nanoTime();
        return taken;
    }

    /** Tells each what he may know; one statement for all if inboxes changed. */
    void tell(Access access, Unread unread) {
        News taken = take();
        Map<UUID, Integer> counts = counts(taken, unread);
        for (Stream stream : streams) {
            Signal signal = signal(taken, counts, access, stream.actor());
            if (signal != null) {
                stream.send(signal);
            }
        }
    }

    private @Nullable Map<UUID, Integer> counts(News taken, Unread unread) {
        Set<UUID> concerned = streams.stream()
                .map(stream -> stream.actor().member())
                .filter(taken.inbox()::contains)
                .collect(Collectors.toSet());
        return concerned.isEmpty() ? null : unread.of(workspace, concerned);
    }

    private static @Nullable Signal signal(News news, @Nullable Map<UUID, Integer> counts, Access access, Actor actor) {
        Collection<String> objects = seen(news.objects(), access, actor);
        Collection<String> talks = seen(news.talks(), access, actor);
        Integer unread =
                counts != null && news.inbox().contains(actor.member()) ? counts.getOrDefault(actor.member(), 0) : null;
        Map<UUID, JobNews.Job> jobs = news.jobs().getOrDefault(actor.member(), Set.of()).stream()
                .collect(Collectors.toMap(JobNews.Job::id, job -> job));
        boolean nothing = objects.isEmpty() && talks.isEmpty() && unread == null && jobs.isEmpty() && !news.missed();
        return nothing ? null : new Signal(objects, talks, unread, jobs, news.missed(), false, null);
    }

    /** That something changed in an object is no business of who may not see it. */
    private static Collection<String> seen(Set<String> objects, Access access, Actor actor) {
        return objects.stream()
                .filter(object -> access.sees(actor, object))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
