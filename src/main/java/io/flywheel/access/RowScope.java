package io.flywheel.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which records of an object a member may reach with one right. */
public sealed interface RowScope {
    record All() implements RowScope {}

    record None() implements RowScope {}

    /**
     * The records owned by any of {@code members}. The statement's builder picks a plan by their number; {@code units}
     * are the teams these members belong to today and may only narrow the search: {@code members} decide. There are no
     * units where records of these members may bear another team, or none.
     *
     * @param others if most are members, the few who are not, so that a statement need not name thousands; else null
     */
    record Owners(
            Set<UUID> members, List<UUID> units, @Nullable Set<UUID> others) implements RowScope {
        public Owners(Set<UUID> members, List<UUID> units) {
            this(members, units, null);
        }

        /** Whom a statement names: the few others, where there are such, whom its text then leaves out; else the members. */
        public Set<UUID> named() {
            return others == null ? members : others;
        }
    }

    /**
     * Lines go with the record they belong to: those whose field {@code via} names a live record of {@code object} that
     * is within {@code scope}.
     */
    record Through(String via, String object, RowScope scope) implements RowScope {}

    /** The records that both reach; none where one goes by the owner and the other by the record above. */
    default RowScope and(RowScope other) {
        return switch (this) {
            case All _ -> other;
            case None _ -> this;
            case Owners owners ->
                switch (other) {
                    case All _ -> this;
                    case Owners these -> {
                        Set<UUID> both = new HashSet<>(owners.members);
                        both.retainAll(these.members);
                        yield both.isEmpty() ? new None() : new Owners(Set.copyOf(both), List.of());
                    }
                    case None _, Through _ -> new None();
                };
            case Through through ->
                switch (other) {
                    case All _ -> this;
                    case Through(String via, String object, RowScope scope)
                    when via.equals(through.via) && object.equals(through.object) ->
                        new Through(via, object, through.scope.and(scope));
                    case None _, Owners _, Through _ -> new None();
                };
        };
    }
}
