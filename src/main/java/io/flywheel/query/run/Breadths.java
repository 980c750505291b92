package io.flywheel.query.run;

import io.flywheel.access.RowScope;
import io.flywheel.query.plan.Breadth;

/** Chooses how a scope is searched, by what each way would read. */
final class Breadths {
    /** Who chooses; a test may choose itself. */
    @FunctionalInterface
    interface Choice {
        Breadth of(RowScope scope, Sizes.Size size, boolean ordered, int rows);
    }

    /** Below this, any way is quick, and the planner's own choice the best. */
    private static final int SMALL_TABLE = 5_000;
    /** More owners than this are hashed rather than compared one by one. */
    private static final int FEW = 32;

    private static final int FEW_AMONG_SUMS = 500;

    private Breadths() {}

    /**
     * @param ordered whether an index brings the rows in the order asked for
     * @param rows that a page takes
     */
    static Breadth choose(RowScope scope, Sizes.Size size, boolean ordered, int rows) {
        return switch (scope) {
            case RowScope.All all -> Breadth.ALL;
            // Few lines belong to one record; its scope is asked row by row.
            case RowScope.Through through -> Breadth.OWNERS;
            case RowScope.None none -> Breadth.NONE;
            case RowScope.Owners owners -> among(owners, size, ordered, rows);
        };
    }

    /** Among kept sums, a few rows for each owner. */
    static Breadth summed(RowScope scope) {
        return switch (scope) {
            case RowScope.All all -> Breadth.ALL;
            case RowScope.None none -> Breadth.NONE;
            case RowScope.Through through -> Breadth.OWNERS;
            case RowScope.Owners owners -> owners.members().size() <= FEW_AMONG_SUMS ? Breadth.OWNERS : Breadth.ORDERED;
        };
    }

    private static Breadth among(RowScope.Owners owners, Sizes.Size size, boolean ordered, int rows) {
        int members = owners.members().size();
        if (!ordered || size.rows() < SMALL_TABLE || size.owners() < 1) {
            return members <= FEW ? Breadth.OWNERS : Breadth.ORDERED;
        }
        double share = Math.min(1, members / size.owners());
        double byOwner = share * size.rows();
        double inOrder = Math.min(size.rows(), rows / share);
        double byUnit = owners.units().isEmpty() || size.units() < 1 ? Double.MAX_VALUE : byUnit(owners, size, rows);
        if (byUnit <= inOrder && byUnit <= byOwner) {
            return Breadth.UNITS;
        }
        return byOwner < inOrder && members <= FEW ? Breadth.OWNERS : Breadth.ORDERED;
    }

    /** A unit holds other owners too, whose rows are read and dropped. */
    private static double byUnit(RowScope.Owners owners, Sizes.Size size, int rows) {
        int units = owners.units().size();
        double holders = units * size.owners() / size.units();
        return (double) rows * units * Math.max(1, holders / owners.members().size());
    }
}
