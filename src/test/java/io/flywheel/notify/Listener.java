package io.flywheel.notify;

import io.flywheel.http.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who follows {@code /api/events}. */
final class Listener implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param name {@code gone} when the server has closed the line */
    record Event(String name, JsonNode data) {}

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    Listener(Visitor visitor) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + visitor.port() + "/api/events"));
        visitor.headers().forEach(request::setHeader);
        try {
            response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    private void read() {
        String name = "";
        try (Scanner lines = new Scanner(response.body(), StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    names.add(name);
                    events.add(new Event(name, JsonMapper.shared().readTree(line.substring(6))));
                }
            }
        }
        events.add(new Event("gone", JsonMapper.shared().createObjectNode()));
    }

    /** The next event, whatever it is; null if there is none within the time. */
    @Nullable
    Event next(long millis) {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all that was told since the beginning. */
    List<String> heard() {
        return List.copyOf(names);
    }

    /** All objects that are told of until this one is. */
    Set<String> until(String object) {
        Set<String> heard = new TreeSet<>();
        while (!heard.contains(object)) {
            next("changed").data().path("objects").forEach(name -> heard.add(name.asString()));
        }
        return heard;
    }

    /** The next of this name, at most five seconds later. */
    Event next(String name) {
        for (Event event = next(5_000); event != null; event = next(5_000)) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        throw new AssertionError("no " + name);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
