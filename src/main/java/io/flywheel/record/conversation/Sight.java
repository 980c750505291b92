package io.flywheel.record.conversation;

import io.flywheel.access.Access;
import io.flywheel.access.ObjectRights.Right;
import io.flywheel.access.RowScope;
import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.database.Sql;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which of several members may see one record. Asked of their scopes, with one look at the record's owner for all of
 * them, instead of one reading for each.
 */
@Component
final class Sight {
    private final Access access;
    private final Catalogs catalogs;
    private final Database database;

    Sight(Access access, Catalogs catalogs, Database database) {
        this.access = access;
        this.catalogs = catalogs;
        this.database = database;
    }

    Set<UUID> whoSees(Workspace workspace, String object, UUID record, Collection<UUID> members) {
        Looking looking = new Looking(workspace, catalogs.of(workspace), database, new HashMap<>());
        Set<UUID> seeing = new LinkedHashSet<>();
        for (UUID member : members) {
            Actor actor = new Actor(workspace, member, Language.ZH);
            if (access.sees(actor, object)
                    && looking.reaches(access.on(actor, object).scope(Right.SEE), object, record)) {
                seeing.add(member);
            }
        }
        return seeing;
    }

    /** What was read of the record and those above it. */
    private record Looking(Workspace workspace, Catalog catalog, Database database, Map<String, Optional<UUID>> read) {
        boolean reaches(RowScope scope, String object, UUID record) {
            return switch (scope) {
                case RowScope.All _ -> true;
                case RowScope.None _ -> false;
                case RowScope.Owners owners ->
                    owner(object)
                            .flatMap(field -> value(object, field, record))
                            .filter(owner -> isOf(owners, owner))
                            .isPresent();
                case RowScope.Through through ->
                    value(object, through.via(), record)
                            .filter(parent -> reaches(through.scope(), through.object(), parent))
                            .isPresent();
            };
        }

        private static boolean isOf(RowScope.Owners owners, UUID owner) {
            Set<UUID> others = owners.others();
            return others == null ? owners.members().contains(owner) : !others.contains(owner);
        }

        private Optional<String> owner(String object) {
            ObjectDefinition definition = catalog.objects().get(object);
            return definition == null
                    ? Optional.empty()
                    : definition.role("owner").map(FieldDefinition::name);
        }

        /** A reference that a live record holds. */
        private Optional<UUID> value(String object, String field, UUID record) {
            return read.computeIfAbsent(
                    object + "." + field + record,
                    ignored -> database.in(
                            workspace,
                            connection -> Sql.of(
                                            "select \"" + field + "\" from \"" + workspace.schema() + "\".\"" + object
                                                    + "\" where id = ? and deleted_at is null and \"" + field
                                                    + "\" is not null",
                                            record)
                                    .first(connection, row -> row.getObject(1, UUID.class))));
        }
    }
}
