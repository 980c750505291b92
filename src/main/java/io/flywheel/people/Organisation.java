package io.flywheel.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works here as of today: members in teams, teams in a tree, members under managers. Immutable. */
public final class Organisation {
    private final long revision;
    private final boolean settled;
    private final Map<UUID, Person> people;
    private final Set<UUID> gone;
    private final Map<UUID, Set<UUID>> membersOfTeam = new HashMap<>();
    private final Map<UUID, Set<UUID>> reports = new HashMap<>();
    private final Map<UUID, List<UUID>> teamsBelow = new HashMap<>();

    /** @param team the present one; null = none */
    public record Person(
            UUID id, @Nullable UUID team, @Nullable UUID manager) {}

    /**
     * @param settled whether every record bears the present team of its owner; after a move some still bear the old one
     * @param gone members in the recycle bin, whose records may still bear their names
     * @param parents team → the team above it, null at the top
     */
    public Organisation(
            long revision,
            boolean settled,
            Collection<Person> people,
            Set<UUID> gone,
            Map<UUID, @Nullable UUID> parents) {
        this.revision = revision;
        this.gone = Set.copyOf(gone);
        this.settled = settled;
        this.people = new HashMap<>();
        for (Person person : people) {
            this.people.put(person.id(), person);
            if (person.team() != null) {
                membersOfTeam
                        .computeIfAbsent(person.team(), ignored -> new LinkedHashSet<>())
                        .add(person.id());
            }
            if (person.manager() != null) {
                reports.computeIfAbsent(person.manager(), ignored -> new LinkedHashSet<>())
                        .add(person.id());
            }
        }
        parents.forEach((team, parent) -> {
            if (parent != null) {
                teamsBelow.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(team);
            }
        });
    }

    /** The access revision it was read at. */
    public long revision() {
        return revision;
    }

    public @Nullable UUID teamOf(UUID member) {
        Person person = people.get(member);
        return person == null ? null : person.team();
    }

    /** A team and all below it; a loop in the tree is walked once. */
    public Set<UUID> teamAndBelow(UUID team) {
        return closure(team, at -> teamsBelow.getOrDefault(at, List.of()));
    }

    /** A member and all who report to him, directly or not. */
    public Set<UUID> memberAndReports(UUID member) {
        return closure(member, at -> reports.getOrDefault(at, Set.of()));
    }

    public Set<UUID> membersOf(Collection<UUID> teams) {
        Set<UUID> members = new LinkedHashSet<>();
        teams.forEach(team -> members.addAll(membersOfTeam.getOrDefault(team, Set.of())));
        return members;
    }

    /** The teams that all records of these members bear; none if that cannot be said. */
    public List<UUID> unitsOf(Collection<UUID> members) {
        Set<UUID> teams = new HashSet<>();
        for (UUID member : members) {
            UUID team = teamOf(member);
            if (team == null || !settled) {
                return List.of();
            }
            teams.add(team);
        }
        return teams.stream().sorted().toList();
    }

    public boolean knows(UUID member) {
        return people.containsKey(member);
    }

    public boolean knowsAll(Collection<UUID> members) {
        return people.keySet().containsAll(members);
    }

    /** Everybody but these, with those who are gone: whoever else owns a record is one of these. */
    public Set<UUID> ownersBut(Set<UUID> members) {
        Set<UUID> others = new HashSet<>(people.keySet());
        others.addAll(gone);
        others.removeAll(members);
        return Set.copyOf(others);
    }

    public int size() {
        return people.size();
    }

    private static Set<UUID> closure(UUID start, java.util.function.Function<UUID, Collection<UUID>> next) {
        Set<UUID> reached = new LinkedHashSet<>(Set.of(start));
        Deque<UUID> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (UUID found : next.apply(open.poll())) {
                if (reached.add(found)) {
                    open.add(found);
                }
            }
        }
        return reached;
    }
}
