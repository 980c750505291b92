package io.flywheel.notify.inbox;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.FieldDefinition;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Workspace;
import io.flywheel.record.LogConsumer;
import io.flywheel.record.LogEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a member that somebody else gave him records. Many at once are one entry; what a job enters anew is none, since
 * imports and samples come with their owners.
 */
@Component
@Order(1)
final class Assignments implements LogConsumer {
    /** So many are told of one by one. */
    private static final int FEW = 3;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogs catalogs;
    private final Notes notes;
    private final Clock clock;

    Assignments(Catalogs catalogs, Notes notes, Clock clock) {
        this.catalogs = catalogs;
        this.notes = notes;
        this.clock = clock;
    }

    /** One person's doing, for one member. */
    private record Deed(
            UUID member,
            UUID actor,
            String object,
            @Nullable UUID cause) {}

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void consume(Connection connection, Workspace workspace, List<LogEntry> entries) throws SQLException {
        Catalog catalog = catalogs.of(workspace);
        Map<Deed, List<UUID>> deeds = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            newOwner(catalog, entry)
                    .filter(owner -> !owner.equals(entry.actor()))
                    .ifPresent(owner -> deeds.computeIfAbsent(
                                    new Deed(owner, entry.actor(), entry.object(), entry.cause()),
                                    ignored -> new ArrayList<>())
                            .add(entry.record()));
        }
        List<Note> all = new ArrayList<>();
        deeds.forEach((deed, records) -> {
            if (deed.cause == null && records.size() <= FEW) {
                records.forEach(record -> all.add(note(deed, record, 1)));
            } else {
                all.add(note(deed, records.size() == 1 ? records.getFirst() : null, records.size()));
            }
        });
        notes.add(connection, workspace, all);
    }

    /** Looks into the values only where the owner's name stands in them. */
    private static Optional<UUID> newOwner(Catalog catalog, LogEntry entry) {
        boolean entered = entry.operation() == 'c';
        if ((!entered && entry.operation() != 'u') || (entered && entry.cause() != null)) {
            return Optional.empty();
        }
        return catalog.object(entry.object())
                .flatMap(object -> object.role("owner"))
                .map(FieldDefinition::name)
                .filter(owner -> entry.diff().contains('"' + owner + '"'))
                .flatMap(owner -> {
                    JsonNode value = JSON.readTree(entry.diff()).path(owner);
                    return id(entered ? value : value.path(1));
                });
    }

    private static Optional<UUID> id(JsonNode node) {
        try {
            return node.isString() ? Optional.of(UUID.fromString(node.asString())) : Optional.empty();
        } catch (IllegalArgumentException noMember) {
            return Optional.empty();
        }
    }

    private Note note(Deed deed, @Nullable UUID record, int number) {
        return new Note(
                Ids.next(),
                deed.member,
                Note.Kind.ASSIGNED,
                clock.instant(),
                deed.actor,
                deed.object,
                record,
                null,
                deed.cause,
                number,
                null,
                false);
    }
}
