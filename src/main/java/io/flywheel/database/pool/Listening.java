package io.flywheel.database.pool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that hears what nodes tell each other. It starts with the first listener and reconnects by itself. */
final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int WAIT_MILLIS = 200;
    // Listeners come one after another while the product starts, each waiting until it is heard.
    private static final int SHORT_WAIT_MILLIS = 5;
    private static final Duration STARTING = Duration.ofSeconds(10);

    private final Address address;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> active = new ConcurrentHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);

    Listening(Address address) {
        this.address = address;
    }

    /** Returns when the channel is heard, at the latest after five seconds. */
    void add(String channel, Consumer<String> heard) {
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(heard);
        CountDownLatch listening = active.computeIfAbsent(channel, name -> new CountDownLatch(1));
        if (started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("database-listener").start(this::listen);
        }
        await(listening, 5_000);
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void listen() {
        boolean lost = false;
        do {
            try (Connection connection = connect()) {
                hear(connection, lost);
            } catch (SQLException e) {
                lost = true;
                if (closing.getCount() > 0) {
                    LOG.info("The connection for notifications is lost; connecting again: {}", e.getMessage());
                }
            }
        } while (!await(closing, 500));
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "flywheel-listener");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(address.url(), properties);
    }

    private void hear(Connection connection, boolean wasLost) throws SQLException {
        Set<String> heard = new HashSet<>();
        boolean lost = wasLost;
        long settled = System.nanoTime() + STARTING.toNanos();
        while (closing.getCount() > 0) {
            subscribe(connection, heard);
            if (lost) {
                heard.forEach(channel -> pass(channel, ""));
                lost = false;
            }
            PGNotification[] told = connection
                    .unwrap(PGConnection.class)
                    .getNotifications(System.nanoTime() < settled ? SHORT_WAIT_MILLIS : WAIT_MILLIS);
            for (PGNotification one : told == null ? new PGNotification[0] : told) {
                pass(one.getName(), one.getParameter());
            }
        }
    }

    private void subscribe(Connection connection, Set<String> heard) throws SQLException {
        for (String channel : listeners.keySet()) {
            if (heard.add(channel)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen \"" + channel.replace("\"", "\"\"") + "\"");
                }
                active.computeIfAbsent(channel, name -> new CountDownLatch(1)).countDown();
            }
        }
    }

    /** To the listeners of this node. */
    void pass(String channel, String payload) {
        for (Consumer<String> listener : listeners.getOrDefault(channel, List.of())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException e) {
                LOG.error("A listener on {} failed", channel, e);
            }
        }
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
