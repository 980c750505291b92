package io.flywheel.identity;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.identity.secret.Token;
import io.flywheel.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where people are signed in. */
@Component
public class Sessions {
    public static final Duration LIFE = Duration.ofDays(30);
    private static final int LONGEST_USER_AGENT = 300;

    private final Database database;
    private final Identities identities;
    private final Clock clock;

    public Sessions(Database database, Identities identities, Clock clock) {
        this.database = database;
        this.identities = identities;
        this.clock = clock;
    }

    /** @param token shown once, to the one who signed in; only its hash is kept */
    public record Opened(UUID id, String token, Instant expires) {}

    public record Session(UUID id, Instant created, Instant seen, Instant expires, String userAgent) {}

    /** Opens one for a member, and clears away the account's expired ones. */
    public Opened open(UUID account, UUID workspace, UUID member, String userAgent) {
        String token = Token.make(Token.SESSION);
        UUID id = Ids.next();
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE);
        String agent = userAgent.length() > LONGEST_USER_AGENT ? userAgent.substring(0, LONGEST_USER_AGENT) : userAgent;
        database.platformTransaction(connection -> {
            Sql.of("delete from flywheel.session where account = ? and expires_at <= ?", account, now)
                    .run(connection);
            return Sql.of("""
                    insert into flywheel.session
                        (id, token_hash, account, workspace, member, created_at, seen_at, expires_at, user_agent)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, id, Token.hash(token), account, workspace, member, now, now, expires, agent)
                    .run(connection);
        });
        return new Opened(id, token, expires);
    }

    /** The account's open sessions in any workspace, the last seen first. */
    public List<Session> of(UUID account) {
        return database.platform(
                connection -> Sql.of("""
                select id, created_at, seen_at, expires_at, user_agent from flywheel.session
                where account = ? and expires_at > ? order by seen_at desc, id
                """, account, clock.instant()).list(connection, Sessions::read));
    }

    /** @return whether the account had such a session */
    public boolean end(UUID account, UUID id) {
        int ended = database.platform(
                connection -> Sql.of("delete from flywheel.session where id = ? and account = ?", id, account)
                        .run(connection));
        identities.end(Identities.ONE + id);
        return ended > 0;
    }

    /** Ends all of an account, such as after a new password, but for one. */
    public void endAll(UUID account, @Nullable UUID except) {
        database.platform(connection -> Sql.of(
                        "delete from flywheel.session where account = ? and id is distinct from ?::uuid",
                        account,
                        except)
                .run(connection));
        identities.end(Identities.ACCOUNT + account);
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("user_agent"));
    }
}
