package io.flywheel.performance.value;

import io.flywheel.access.RowScope;
import io.flywheel.performance.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Targets of teams: what is given for a team, else the sum of its teams and members, so that quotas roll up. */
final class TeamTargets {
    private final People people;
    private final Period period;

    TeamTargets(People people, Period period) {
        this.people = people;
        this.period = period;
    }

    TargetSums of(TargetSums given, TargetSums members) {
        Tree tree = people.teams();
        Map<Cell, BigDecimal> sums = new HashMap<>();
        Map<UUID, UUID> teams = new HashMap<>();
        people.members(null, period, new RowScope.All()).forEach(person -> {
            UUID team = person.team();
            if (team != null) {
                teams.put(person.id(), team);
            }
        });
        members.amounts().forEach((cell, amount) -> {
            UUID team = cell.key() instanceof UUID member ? teams.get(member) : null;
            if (team != null) {
                sums.merge(new Cell(team, cell.bucket()), amount, BigDecimal::add);
            }
        });
        List<Tree.Node> bottomUp = tree.topDown().reversed();
        for (Tree.Node node : bottomUp) {
            settle(node, given, sums);
        }
        return new TargetSums(sums);
    }

    private static void settle(Tree.Node node, TargetSums given, Map<Cell, BigDecimal> sums) {
        given.amounts().forEach((cell, amount) -> {
            if (node.id().equals(cell.key())) {
                sums.put(cell, amount);
            }
        });
        UUID parent = node.parent();
        if (parent == null) {
            return;
        }
        Map<LocalDate, BigDecimal> own = new HashMap<>();
        sums.forEach((cell, amount) -> {
            if (node.id().equals(cell.key())) {
                own.put(cell.bucket(), amount);
            }
        });
        own.forEach((bucket, amount) -> sums.merge(new Cell(parent, bucket), amount, BigDecimal::add));
    }
}
