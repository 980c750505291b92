package io.flywheel.record.bulk;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.util.List;
import java.util.UUID;

/**
 * Goes over a set portion by portion. One that is refused as a whole is halved until the record that is to blame stands
 * alone; then the portions grow again.
 */
final class Portions {
    /** Reads at most so many ids from a mark on. */
    interface Source {
        List<UUID> slice(int mark, int most);
    }

    /** Writes a portion and moves the mark behind it, or leaves one record out for a reason. */
    interface Sink {
        void write(int mark, List<UUID> ids);

        void leaveOut(int mark, UUID id, List<Fault> reasons);
    }

    private Portions() {}

    static void go(int from, int to, Source source, Sink sink) {
        int mark = from;
        int size = BulkSet.PORTION;
        while (mark < to) {
            List<UUID> ids = source.slice(mark, Math.min(size, to - mark));
            if (ids.isEmpty()) {
                throw new IllegalStateException("the set ends at " + mark + ", not at " + to);
            }
            if (written(sink, mark, ids)) {
                mark += ids.size();
                size = Math.min(BulkSet.PORTION, 2 * size);
            } else {
                size = Math.max(1, ids.size() / 2);
            }
        }
    }

    private static boolean written(Sink sink, int mark, List<UUID> ids) {
        try {
            sink.write(mark, ids);
            return true;
        } catch (Problem.Busy later) {
            throw later;
        } catch (Problem problem) {
            if (ids.size() > 1) {
                return false;
            }
            sink.leaveOut(mark, ids.getFirst(), reasons(problem));
            return true;
        }
    }

    static List<Fault> reasons(Problem problem) {
        return problem instanceof Problem.Invalid invalid
                ? invalid.faults()
                : List.of(new Fault("", problem.code(), problem.arguments()));
    }
}
