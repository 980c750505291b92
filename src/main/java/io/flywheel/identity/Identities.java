package io.flywheel.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.identity.secret.Token;
import io.flywheel.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Whom a token stands for, remembered for a minute. An end, a revocation or a new password is told to every node and
 * counts at once; a node that missed the news counts it within the minute.
 */
@Component
public class Identities {
    /** The name of the cookie that carries a session's token. */
    public static final String COOKIE = "flywheel_session";

    /** The cookie that holds {@link #crossSiteToken}, readable for the page's own scripts. */
    public static final String CROSS_SITE_COOKIE = "XSRF-TOKEN";

    static final String CHANNEL = "flywheel_identity";
    /** Payload prefixes: one credential, all of an account, all of a workspace. */
    static final String ONE = "credential:";

    static final String ACCOUNT = "account:";
    static final String ALL_OF = "workspace:";
    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final Duration SEEN_GRAIN = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;
    private final AtomicLong news = new AtomicLong();
    private final List<Consumer<Predicate<Identity>>> doubters = new CopyOnWriteArrayList<>();
    private final Cache<String, Identity> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    public Identities(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.listen(CHANNEL, this::forget);
    }

    /** The identity behind a session token or API key, if it is valid now. */
    public Optional<Identity> of(String token) {
        boolean key = token.startsWith(Token.KEY);
        if ((!key && !token.startsWith(Token.SESSION)) || token.length() > 100) {
            return Optional.empty();
        }
        byte[] hash = Token.hash(token);
        String name = Token.hex(hash);
        Identity remembered = known.getIfPresent(name);
        Optional<Identity> identity = remembered == null ? load(name, hash, key) : Optional.of(remembered);
        return identity.filter(found -> found.validAt(clock.instant()));
    }

    /** What a browser must repeat in {@code X-XSRF-TOKEN} with a change; it follows from the session's token. */
    public static String crossSiteToken(String session) {
        return Token.hex(Token.hash("cross-site:" + session));
    }

    /** A {@code Set-Cookie} that hands a browser its {@link #crossSiteToken}. */
    public static String crossSiteCookie(String session, boolean secure) {
        return ResponseCookie.from(CROSS_SITE_COOKIE, crossSiteToken(session))
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(Sessions.LIFE)
                .build()
                .toString();
    }

    /** Remembers what it finds, unless news came in meanwhile: they may have been about this very one. */
    private Optional<Identity> load(String name, byte[] hash, boolean key) {
        long before = news.get();
        Optional<Identity> found = key ? key(hash) : session(hash);
        if (news.get() == before) {
            found.ifPresent(identity -> known.put(name, identity));
        }
        return found;
    }

    private Optional<Identity> session(byte[] hash) {
        Instant now = clock.instant();
        return database.platform(connection -> {
            Sql.of(
                            "update flywheel.session set seen_at = ? where token_hash = ? and seen_at < ?",
                            now,
                            hash,
                            now.minus(SEEN_GRAIN))
                    .run(connection);
            return Sql.of(
                            "select s.id credential, s.account, s.member, s.expires_at, a.language, "
                                    + Workspaces.COLUMNS + """
                     from flywheel.session s
                    join flywheel.account a on a.id = s.account
                    join flywheel.workspace w on w.id = s.workspace
                    where s.token_hash = ? and s.expires_at > ?
                    """,
                            hash,
                            now)
                    .first(connection, row -> read(row, Identity.Kind.SESSION));
        });
    }

    private Optional<Identity> key(byte[] hash) {
        return database.platform(connection -> Sql.of(
                        "select k.id credential, a.id account, k.member, k.expires_at, a.language, "
                                + Workspaces.COLUMNS + """
                         from flywheel.api_key k
                        join flywheel.workspace w on w.id = k.workspace
                        left join flywheel.account_member m on m.workspace = k.workspace and m.member = k.member
                        left join flywheel.account a on a.id = m.account
                        where k.secret_hash = ? and k.revoked_at is null
                        """,
                        hash)
                .first(connection, row -> read(row, Identity.Kind.KEY)));
    }

    private static Identity read(ResultSet row, Identity.Kind kind) throws SQLException {
        String language = row.getString("language");
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Identity(
                Workspaces.read(row),
                row.getObject("member", UUID.class),
                row.getObject("account", UUID.class),
                language == null ? null : Language.of(language),
                kind,
                row.getObject("credential", UUID.class),
                expires == null ? null : expires.toInstant());
    }

    private void forget(String payload) {
        news.incrementAndGet();
        Predicate<Identity> touched = payload.isEmpty()
                ? any -> true // some news may have been missed
                : identity -> payload.equals(ONE + identity.credential())
                        || payload.equals(ACCOUNT + identity.account())
                        || payload.equals(ALL_OF + identity.workspace().id());
        known.asMap().values().removeIf(touched);
        doubters.forEach(doubter -> doubter.accept(touched));
    }

    /**
     * For those who hold calls open: told which identities may have ended, to be asked of {@link #standing}. The
     * listener is called from the thread that brings the news, so it must be quick.
     */
    public void whenInDoubt(Consumer<Predicate<Identity>> listener) {
        doubters.add(listener);
    }

    /** Which of these sessions and keys are valid now, by their credentials; one statement, whatever is remembered. */
    public Set<UUID> standing(Collection<UUID> credentials) {
        UUID[] all = credentials.toArray(UUID[]::new);
        return Set.copyOf(database.platform(connection ->
                Sql.of("""
                        select id from flywheel.session where id = any(?) and expires_at > ?
                        union all
                        select id from flywheel.api_key where id = any(?) and revoked_at is null
                        """, all, clock.instant(), all).list(connection, row -> row.getObject("id", UUID.class))));
    }

    /** Every node forgets, this one before it returns. */
    void end(String payload) {
        database.tell(CHANNEL, payload);
    }
}
