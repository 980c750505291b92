package io.flywheel.identity;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.identity.secret.Lockout;
import io.flywheel.identity.secret.Passwords;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can sign in: one account per e-mail, a member in each of its workspaces. */
@Component
public class Accounts {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@.\\p{Cntrl}]+");
    private static final int LONGEST_EMAIL = 254;

    private final Database database;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Clock clock;

    public Accounts(Database database, Passwords passwords, Lockout lockout, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.lockout = lockout;
        this.clock = clock;
    }

    /** @param language null = as the browser asks */
    public record Account(UUID id, String email, @Nullable Language language) {}

    /** One workspace of an account, and who the account is there. */
    public record Membership(Workspace workspace, UUID member) {}

    private record Stored(Account account, String hash) {}

    /**
     * Lets an e-mail sign in as a member. An e-mail that has an account already keeps its password.
     *
     * @return the account's id
     * @throws Problem.Invalid paths {@code email} and {@code password}: malformed, too weak, or the e-mail is already
     *     a member of this workspace
     */
    public UUID create(String email, String password, Workspace workspace, UUID member) {
        Faults faults = new Faults();
        checkEmail(email, faults);
        if (find(email).isEmpty()) {
            Passwords.check("password", password, email, faults);
        }
        faults.refuse();
        String hash = passwords.hash(password);
        return database.platformTransaction(connection -> {
            UUID account = insert(connection, email, hash, null);
            if (join(connection, account, workspace, member) == 0) {
                throw new Problem.Invalid(Fault.of("email", "identity.email-is-member"));
            }
            return account;
        });
    }

    /**
     * The account with this e-mail and password. A wrong e-mail and a wrong password have the same answer and take the
     * same time.
     *
     * @throws Problem.Unauthenticated wrong e-mail or password
     * @throws Problem.Busy after too many failures
     */
    public Account signIn(String email, String password) {
        lockout.check(email);
        Optional<Stored> stored = find(email);
        if (!passwords.matches(password, stored.map(Stored::hash).orElse(null))) {
            lockout.failed(email);
            throw new Problem.Unauthenticated("identity.wrong-sign-in");
        }
        lockout.succeeded(email);
        return stored.orElseThrow().account();
    }

    public boolean exists(String email) {
        return find(email).isPresent();
    }

    public Account get(UUID id) {
        return database.platform(connection -> Sql.of(
                                "select id, email, language, password_hash from flywheel.account where id = ?", id)
                        .first(connection, Accounts::read))
                .orElseThrow(() -> new Problem.Unauthenticated("http.sign-in-first"))
                .account();
    }

    /** The account's workspaces, the one it used last first. */
    public List<Membership> memberships(UUID account) {
        return database.platform(connection -> Sql.of("select m.member, " + Workspaces.COLUMNS + """
                 from flywheel.account_member m join flywheel.workspace w on w.id = m.workspace
                where m.account = ? and w.founded_at is not null
                order by (select max(s.seen_at) from flywheel.session s
                          where s.account = m.account and s.workspace = m.workspace) desc nulls last, w.created_at, w.id
                """, account)
                .list(connection, row -> new Membership(Workspaces.read(row), row.getObject("member", UUID.class))));
    }

    /** @param language null = as the browser asks */
    public void setLanguage(UUID account, @Nullable Language language) {
        database.platform(connection -> Sql.of(
                        "update flywheel.account set language = ?::text where id = ?",
                        language == null ? null : language.tag(),
                        account)
                .run(connection));
        database.tell(Identities.CHANNEL, Identities.ACCOUNT + account);
    }

    /**
     * @throws Problem.Invalid {@code currentPassword} is wrong or {@code password} is too weak
     * @throws Problem.Busy after too many wrong ones
     */
    public void setPassword(UUID id, String current, String password) {
        Account account = get(id);
        Faults faults = new Faults();
        Passwords.check("password", password, account.email(), faults);
        faults.refuse();
        try {
            signIn(account.email(), current);
        } catch (Problem.Unauthenticated wrong) {
            throw new Problem.Invalid(Fault.of("currentPassword", "identity.wrong-password"));
        }
        String hash = passwords.hash(password);
        database.platform(connection -> Sql.of(
                        "update flywheel.account set password_hash = ?, password_changed_at = ? where id = ?",
                        hash,
                        clock.instant(),
                        id)
                .run(connection));
    }

    /** Takes a member's way in: an account without any workspace left is removed with its sessions. */
    public void remove(Workspace workspace, UUID member) {
        database.platformTransaction(connection -> {
            Sql.of("delete from flywheel.session where workspace = ? and member = ?", workspace.id(), member)
                    .run(connection);
            Sql.of(
                            "update flywheel.api_key set revoked_at = ? where workspace = ? and member = ? and revoked_at is null",
                            clock.instant(),
                            workspace.id(),
                            member)
                    .run(connection);
            UUID account = Sql.of(
                            "delete from flywheel.account_member where workspace = ? and member = ? returning account",
                            workspace.id(),
                            member)
                    .first(connection, row -> row.getObject("account", UUID.class))
                    .orElse(null);
            return Sql.of("""
                    delete from flywheel.account a
                    where a.id = ?::uuid and not exists (select from flywheel.account_member m where m.account = a.id)
                    """, account).run(connection);
        });
        database.tell(Identities.CHANNEL, Identities.ALL_OF + workspace.id());
    }

    static void checkEmail(String email, Faults faults) {
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email.strip()).matches()) {
            faults.add("email", "identity.email-malformed");
        }
    }

    /** The id of the account with this e-mail, made if there is none. */
    UUID insert(Connection connection, String email, String hash, @Nullable Language language) throws SQLException {
        Instant now = clock.instant();
        Sql.of("""
                insert into flywheel.account (id, email, password_hash, language, created_at, password_changed_at)
                values (?, ?, ?, ?::text, ?, ?) on conflict (lower(email)) do nothing
                """, Ids.next(), email.strip(), hash, language == null ? null : language.tag(), now, now)
                .run(connection);
        return Sql.of("select id from flywheel.account where lower(email) = lower(?)", email.strip())
                .first(connection, row -> row.getObject("id", UUID.class))
                .orElseThrow();
    }

    static int join(Connection connection, UUID account, Workspace workspace, UUID member) throws SQLException {
        return Sql.of("""
                insert into flywheel.account_member (account, workspace, member) values (?, ?, ?)
                on conflict do nothing
                """, account, workspace.id(), member).run(connection);
    }

    private Optional<Stored> find(String email) {
        return database.platform(connection -> Sql.of("""
                select id, email, language, password_hash from flywheel.account where lower(email) = lower(?)
                """, email.strip()).first(connection, Accounts::read));
    }

    private static Stored read(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return new Stored(
                new Account(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        language == null ? null : Language.of(language)),
                row.getString("password_hash"));
    }
}
