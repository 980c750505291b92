package io.flywheel.kernel;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault instead of stopping at the first. Not for use by two threads. */
public final class Faults {
    private final List<Fault> found = new ArrayList<>();

    public void add(Fault fault) {
        found.add(fault);
    }

    public void add(String path, String code) {
        found.add(Fault.of(path, code));
    }

    public void add(String path, String code, String name, Object value) {
        found.add(Fault.of(path, code, name, value));
    }

    public void add(String path, String code, String name, Object value, String name2, Object value2) {
        found.add(Fault.of(path, code, name, value, name2, value2));
    }

    public void addAll(String outer, Iterable<Fault> faults) {
        faults.forEach(fault -> found.add(fault.within(outer)));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }

    /** @throws Problem.Invalid with all of them, if there is any */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Problem.Invalid(found);
        }
    }
}
