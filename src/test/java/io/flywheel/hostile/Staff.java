package io.flywheel.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members, teams and records as plain maps: who may see what by the words of the scopes, without any SQL. */
final class Staff {
    final Map<UUID, @Nullable UUID> teams = new HashMap<>();
    final Map<UUID, Person> members = new HashMap<>();
    final Map<UUID, Thing> things = new HashMap<>();

    record Person(
            String name, @Nullable UUID team, @Nullable UUID manager, boolean deleted) {}

    record Thing(String name, @Nullable UUID owner, int amount) {}

    enum Reach {
        TEAM_AND_BELOW,
        OWN_AND_REPORTS
    }

    Set<UUID> owners(Reach reach, UUID viewer) {
        Set<UUID> owners = new HashSet<>(Set.of(viewer));
        UUID team = Objects.requireNonNull(members.get(viewer)).team();
        members.forEach((id, person) -> {
            boolean reached = switch (reach) {
                case TEAM_AND_BELOW -> team != null && isBelow(person.team(), team);
                case OWN_AND_REPORTS -> reportsTo(id, viewer);
            };
            if (reached && !person.deleted()) {
                owners.add(id);
            }
        });
        return owners;
    }

    private boolean isBelow(@Nullable UUID team, UUID top) {
        UUID at = team;
        while (at != null && !at.equals(top)) {
            at = teams.get(at);
        }
        return at != null;
    }

    private boolean reportsTo(UUID member, UUID viewer) {
        UUID at = member;
        while (at != null && !at.equals(viewer)) {
            Person person = Objects.requireNonNull(members.get(at));
            at = person.deleted() ? null : person.manager();
        }
        return at != null;
    }

    Map<UUID, Thing> visible(Reach reach, UUID viewer) {
        Set<UUID> owners = owners(reach, viewer);
        Map<UUID, Thing> visible = new HashMap<>(things);
        visible.values().removeIf(thing -> thing.owner() == null || !owners.contains(thing.owner()));
        return visible;
    }

    /** Some of them, in a random order. */
    static List<UUID> some(Set<UUID> ids, int count, Random random) {
        List<UUID> all = new ArrayList<>(ids.stream().sorted().toList());
        java.util.Collections.shuffle(all, random);
        return all.subList(0, Math.min(count, all.size()));
    }
}
