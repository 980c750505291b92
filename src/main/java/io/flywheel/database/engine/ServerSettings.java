package io.flywheel.database.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the embedded server is set: modest memory, everything acknowledged is on disk, no data in its log. */
final class ServerSettings {
    private ServerSettings() {}

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("max_locks_per_transaction", "256"),
            Map.entry("shared_buffers", "192MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    /** For tests only: a server whose data nobody will miss. */
    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "64MB");

    static List<String> arguments(int port, boolean durable) {
        Map<String, String> all = new TreeMap<>(ALWAYS);
        all.put("port", Integer.toString(port));
        if (!durable) {
            all.putAll(FORGETFUL);
        }
        return all.entrySet().stream()
                .flatMap(entry -> List.of("-c", entry.getKey() + "=" + entry.getValue()).stream())
                .toList();
    }
}
