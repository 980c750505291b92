package io.flywheel.identity;

import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The workspaces of this installation: a row each among the platform's tables, and a schema each. */
@Component
public class Workspaces {
    static final String COLUMNS = "w.id, w.schema, w.name, w.zone, w.fiscal_year_start";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Database database;
    private final Clock clock;

    public Workspaces(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a workspace with its schema and system tables, open at once: for tools and tests. People sign up through
     * {@link SignUp}, which also fills it.
     */
    public Workspace create(String name, Language language) {
        Workspace workspace = begin(name, language);
        finish(workspace);
        return workspace;
    }

    public Optional<Workspace> find(UUID id) {
        return database.platform(
                connection -> Sql.of("select " + COLUMNS + " from flywheel.workspace w where w.id = ?", id)
                        .first(connection, Workspaces::read));
    }

    /** All whose founding is finished, the oldest first. */
    public List<Workspace> all() {
        return database.platform(connection -> Sql.of("select " + COLUMNS
                        + " from flywheel.workspace w where w.founded_at is not null order by w.created_at, w.id")
                .list(connection, Workspaces::read));
    }

    /** Changes name, zone and fiscal year; the schema stays. Sessions see it within the minute. */
    public void change(Workspace workspace) {
        database.platform(connection -> Sql.of(
                        "update flywheel.workspace set name = ?, zone = ?, fiscal_year_start = ? where id = ?",
                        workspace.name(),
                        workspace.zone().getId(),
                        workspace.fiscalYearStart(),
                        workspace.id())
                .run(connection));
        database.tell(Identities.CHANNEL, Identities.ALL_OF + workspace.id());
    }

    /** Removes a workspace with everything in it. There is no way back. */
    public void remove(Workspace workspace) {
        database.in(
                workspace,
                connection -> Sql.of("drop schema if exists \"" + workspace.schema() + "\" cascade")
                        .run(connection));
        database.platform(connection -> Sql.of("delete from flywheel.workspace where id = ?", workspace.id())
                .run(connection));
        database.tell(Identities.CHANNEL, Identities.ALL_OF + workspace.id());
    }

    /** A workspace with its system tables that nobody sees yet. If its founding never ends, the next start removes it. */
    Workspace begin(String name, Language language) {
        UUID id = Ids.next();
        String schema = "ws_" + Long.toHexString(id.getMostSignificantBits() >>> 16)
                + String.format("%04x", id.getLeastSignificantBits() & 0xffff);
        ZoneId zone = language == Language.ZH ? CHINA : ZoneId.of("UTC");
        Workspace workspace = new Workspace(id, schema, name, zone, 1);
        database.platform(connection -> Sql.of("""
                insert into flywheel.workspace (id, schema, name, zone, fiscal_year_start, language, created_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, id, schema, name, zone.getId(), 1, language.tag(), clock.instant())
                .run(connection));
        database.in(
                workspace,
                connection -> Sql.of("create schema \"" + schema + "\"").run(connection));
        migrate(workspace);
        return workspace;
    }

    void finish(Workspace workspace) {
        database.platform(connection -> Sql.of(
                        "update flywheel.workspace set founded_at = ? where id = ?", clock.instant(), workspace.id())
                .run(connection));
    }

    void migrate(Workspace workspace) {
        database.migrate(workspace);
        database.platform(connection -> Sql.of(
                        "update flywheel.workspace set system_version = ? where id = ?",
                        SystemTables.version(),
                        workspace.id())
                .run(connection));
    }

    /** Those whose system tables are not yet at this version. */
    List<Workspace> outdated() {
        return database.platform(connection -> Sql.of(
                        "select " + COLUMNS
                                + " from flywheel.workspace w where w.founded_at is not null and w.system_version <> ?",
                        SystemTables.version())
                .list(connection, Workspaces::read));
    }

    /** Those whose founding was cut off, such as by a power cut an hour ago. */
    List<Workspace> unfinished() {
        return database.platform(connection -> Sql.of(
                        "select " + COLUMNS
                                + " from flywheel.workspace w where w.founded_at is null and w.created_at < ?",
                        clock.instant().minusSeconds(3600))
                .list(connection, Workspaces::read));
    }

    /** Reads {@link #COLUMNS}. */
    static Workspace read(ResultSet row) throws SQLException {
        return new Workspace(
                row.getObject("id", UUID.class),
                row.getString("schema"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getInt("fiscal_year_start"));
    }
}
