package io.flywheel.notify.live;

import io.flywheel.identity.Identity;
import io.flywheel.kernel.Actor;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open call. Between two signals it holds no thread; a signal is written by a short-lived one, and while a slow
 * reader keeps that waiting, all that follows becomes one signal.
 */
final class Stream {
    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final AsyncContext context;
    private final Actor actor;
    private final Identity identity;
    private final Executor executor;
    private final Consumer<Stream> whenGone;

    private @Nullable Signal waiting;
    private boolean writing;
    private boolean over;
    private volatile long lastWrite = System.nanoTime();

    Stream(AsyncContext context, Actor actor, Identity identity, Executor executor, Consumer<Stream> whenGone) {
        this.context = context;
        this.actor = actor;
        this.identity = identity;
        this.executor = executor;
        this.whenGone = whenGone;
    }

    Actor actor() {
        return actor;
    }

    Identity identity() {
        return identity;
    }

    /** Grows with each that is opened. */
    long number() {
        return number;
    }

    boolean expired(Instant now) {
        Instant expires = identity.expires();
        return expires != null && !now.isBefore(expires);
    }

    /** Nanoseconds since something was sent. */
    long silence(long now) {
        return now - lastWrite;
    }

    /**
     * Writes the first signal, and with it the answer's headers, on the thread that brought the call: while that is
     * still on its way back through the filters no other may touch them.
     */
    void begin(Signal first) {
        synchronized (this) {
            writing = true;
        }
        drain(first);
        synchronized (this) {
            if (!over) {
                return;
            }
        }
        finish();
    }

    synchronized void send(Signal signal) {
        if (over) {
            return;
        }
        waiting = waiting == null ? signal : waiting.and(signal);
        if (!writing) {
            writing = true;
            executor.execute(() -> drain(next()));
        }
    }

    /** The container says so, or writing failed: nothing may be written any more. */
    void gone() {
        synchronized (this) {
            over = true;
            waiting = null;
        }
        whenGone.accept(this);
    }

    private synchronized @Nullable Signal next() {
        Signal next = waiting;
        waiting = null;
        writing = next != null;
        return next;
    }

    private void drain(@Nullable Signal first) {
        try {
            for (Signal signal = first; signal != null; signal = next()) {
                write(signal.text());
                if (signal.last()) {
                    gone();
                    finish();
                }
            }
        } catch (IOException hungUp) {
            gone(); // the container knows it too, and finishes the call
        } catch (RuntimeException failed) {
            LOG.debug("a stream ended while it was written", failed);
            gone();
            finish();
        }
    }

    /** Ends the call, whoever is first. */
    void finish() {
        try {
            context.complete();
        } catch (IllegalStateException completed) {
            LOG.trace("the container was faster", completed);
        }
    }

    private void write(String text) throws IOException {
        lastWrite = System.nanoTime();
        var output = context.getResponse().getOutputStream();
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }
}
