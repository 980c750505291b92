package io.flywheel.identity.secret;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * After five wrong passwords in a row an e-mail has to wait, a minute first, then twice as long each time up to an
 * hour. It counts e-mails without an account as well, so that waiting tells nothing. A day without a failure forgets.
 */
@Component
public class Lockout {
    public static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    public Lockout(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws Problem.Busy while the e-mail has to wait */
    public void check(String email) {
        Instant now = clock.instant();
        Optional<Instant> until = database.platform(connection -> Sql.of(
                        "select locked_until from flywheel.sign_in_failure where email_hash = ? and locked_until > ?",
                        hash(email),
                        now)
                .first(connection, row -> row.getObject(1, OffsetDateTime.class).toInstant()));
        if (until.isPresent()) {
            throw new Problem.Busy(
                    "identity.locked-out", Duration.between(now, until.get()).plusSeconds(1), false);
        }
    }

    /** Counts one wrong password. Two at once count as two: the row is locked by the statement. */
    public void failed(String email) {
        Instant now = clock.instant();
        database.platform(connection -> {
            Sql.of("delete from flywheel.sign_in_failure where last_at < ?", now.minus(FORGOTTEN))
                    .run(connection);
            int failures = Sql.of("""
                    insert into flywheel.sign_in_failure as f (email_hash, failures, last_at) values (?, 1, ?)
                    on conflict (email_hash) do update set failures = f.failures + 1, last_at = excluded.last_at
                    returning failures
                    """, hash(email), now)
                    .first(connection, row -> row.getInt(1))
                    .orElseThrow();
            return failures < FREE
                    ? 0
                    : Sql.of(
                                    "update flywheel.sign_in_failure set locked_until = ? where email_hash = ?",
                                    now.plus(wait(failures)),
                                    hash(email))
                            .run(connection);
        });
    }

    public void succeeded(String email) {
        database.platform(connection -> Sql.of("delete from flywheel.sign_in_failure where email_hash = ?", hash(email))
                .run(connection));
    }

    static Duration wait(int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(10, failures - FREE));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static byte[] hash(String email) {
        return Token.hash(email.strip().toLowerCase(Locale.ROOT));
    }
}
