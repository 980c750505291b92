package io.flywheel.access;

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
     * are the teams these members belong to today and may only narrow the search: {@code members} decide.
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
}
