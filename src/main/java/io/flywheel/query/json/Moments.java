package io.flywheel.query.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Moments as PostgreSQL sends them in binary: microseconds since 2000-01-01 UTC. */
final class Moments {
    private static final long SECONDS_TO_2000 = 946_684_800L;

    private Moments() {}

    /** As an ISO instant in UTC, in quotes, without superfluous digits. */
    static void write(Json json, long micros) {
        Instant moment = Instant.ofEpochSecond(
                SECONDS_TO_2000 + Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
        json.add('"').raw(moment.toString().getBytes(StandardCharsets.US_ASCII)).add('"');
    }
}
