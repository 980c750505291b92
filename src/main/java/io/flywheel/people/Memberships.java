package io.flywheel.people;

import io.flywheel.catalog.SystemObjects;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps a member's present team and the dated memberships in step, set by set, in the transaction that changed one of
 * them. A member's first team counts since {@link #EVER}, so that figures of the years before the import have a team.
 */
public final class Memberships {
    /** "Since ever". */
    public static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private Memberships() {}

    /** Called after records of {@code object} were written; other objects than people's are none of its business. */
    public static void follow(
            Connection connection,
            Workspace workspace,
            String object,
            Collection<UUID> ids,
            UUID actor,
            LocalDate today)
            throws SQLException {
        if (!Organisations.decides(object) || ids.isEmpty()) {
            return;
        }
        UUID[] written = ids.toArray(UUID[]::new);
        String schema = '"' + workspace.schema() + "\".";
        if (object.equals(SystemObjects.MEMBER)) {
            endOld(connection, schema, written, actor, today);
            beginNew(connection, schema, written, actor, today);
            due(connection, schema, "select unnest(?::uuid[])", written);
        } else if (object.equals(SystemObjects.TEAM_MEMBERSHIP)) {
            presentTeam(connection, schema, written, today);
            due(
                    connection,
                    schema,
                    "select distinct member from " + schema + "team_membership where id = any(?)",
                    written);
        }
        Organisations.outdate(connection, workspace);
    }

    private static void endOld(Connection connection, String schema, UUID[] members, UUID actor, LocalDate today)
            throws SQLException {
        Sql.of(
                        "update " + schema + "team_membership t set to_date = greatest(?::date, t.from_date + 1),"
                                + " version = t.version + 1, updated_at = now(), updated_by = ? from " + schema
                                + "member m where t.member = m.id and m.id = any(?) and t.to_date is null and"
                                + " t.deleted_at is null and t.team is distinct from m.team",
                        today,
                        actor,
                        members)
                .run(connection);
    }

    private static void beginNew(Connection connection, String schema, UUID[] members, UUID actor, LocalDate today)
            throws SQLException {
        Sql.of(
                        "insert into " + schema
                                + "team_membership (id, version, created_at, created_by, updated_at, updated_by, member,"
                                + " team, from_date) select gen_random_uuid(), 1, now(), a.actor, now(), a.actor, m.id,"
                                + " m.team, case when exists (select 1 from " + schema
                                + "team_membership t where t.member = m.id) then ?::date else ?::date end from "
                                + schema
                                + "member m cross join (select ?::uuid as actor) a where m.id = any(?) and m.team is not"
                                + " null and m.deleted_at is null and not exists (select 1 from " + schema
                                + "team_membership t where t.member = m.id and t.team = m.team and t.to_date is null and"
                                + " t.deleted_at is null)",
                        today,
                        EVER,
                        actor,
                        members)
                .run(connection);
    }

    private static void presentTeam(Connection connection, String schema, UUID[] memberships, LocalDate today)
            throws SQLException {
        Sql.of(
                        "update " + schema
                                + "member m set team = p.team, version = m.version + 1 from (select a.member,"
                                + " (select t.team from " + schema + "team_membership t where t.member = a.member and"
                                + " t.deleted_at is null and t.from_date <= d.today and (t.to_date is null or t.to_date"
                                + " > d.today) order by t.from_date desc, t.id limit 1) as team from (select distinct"
                                + " member from " + schema + "team_membership where id = any(?)) a cross join (select"
                                + " ?::date as today) d) p where m.id = p.member and m.team is distinct from p.team",
                        memberships,
                        today)
                .run(connection);
    }

    /** Their records get the new team in the background; until then they are found by their owner alone. */
    private static void due(Connection connection, String schema, String members, UUID[] ids) throws SQLException {
        Sql.of(
                        "insert into " + schema + "sys_owner_unit_due (member) " + members
                                + " on conflict (member) do update set asked_at = clock_timestamp()",
                        (Object) ids)
                .run(connection);
    }
}
