package io.flywheel.identity;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.identity.secret.Token;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keys with which programs act for a member, with all that the member may do. */
@Component
public class ApiKeys {
    private static final int SHOWN = 10;
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Identities identities;
    private final Clock clock;

    public ApiKeys(Database database, Identities identities, Clock clock) {
        this.database = database;
        this.identities = identities;
        this.clock = clock;
    }

    /** @param secret shown once; only its hash is kept */
    public record Created(Key key, String secret) {}

    /** @param prefix the secret's first letters; @param expires null = never */
    public record Key(
            UUID id,
            String name,
            String prefix,
            Instant created,
            @Nullable Instant expires) {}

    /** @throws io.flywheel.kernel.Problem.Invalid no name, a long name, or an end in the past */
    public Created create(Actor actor, String name, @Nullable Instant expires) {
        Instant now = clock.instant();
        check(name, expires, now);
        String secret = Token.make(Token.KEY);
        Key key = new Key(Ids.next(), name.strip(), secret.substring(0, SHOWN), now, expires);
        database.platform(connection -> Sql.of(
                        """
                insert into flywheel.api_key (id, secret_hash, prefix, workspace, member, name, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                        key.id(),
                        Token.hash(secret),
                        key.prefix(),
                        actor.workspace().id(),
                        actor.member(),
                        key.name(),
                        now,
                        expires)
                .run(connection));
        return new Created(key, secret);
    }

    /** The member's keys that are neither revoked nor expired, the newest first. */
    public List<Key> of(Actor actor) {
        return database.platform(connection -> Sql.of("""
                select id, name, prefix, created_at, expires_at from flywheel.api_key
                where workspace = ? and member = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                order by created_at desc, id
                """, actor.workspace().id(), actor.member(), clock.instant())
                .list(connection, ApiKeys::read));
    }

    /** @return whether the member had such a key */
    public boolean revoke(Actor actor, UUID id) {
        int revoked = database.platform(
                connection -> Sql.of("""
                update flywheel.api_key set revoked_at = ?
                where id = ? and workspace = ? and member = ? and revoked_at is null
                """, clock.instant(), id, actor.workspace().id(), actor.member())
                        .run(connection));
        if (revoked > 0) {
            identities.end(Identities.ONE + id);
        }
        return revoked > 0;
    }

    private static void check(String name, @Nullable Instant expires, Instant now) {
        Faults faults = new Faults();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add(Fault.of("name", "identity.name-length", "longest", LONGEST_NAME));
        }
        if (expires != null && !expires.isAfter(now)) {
            faults.add("expires", "identity.expires-in-the-past");
        }
        faults.refuse();
    }

    private static Key read(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Key(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant());
    }
}
