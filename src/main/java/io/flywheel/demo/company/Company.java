package io.flywheel.demo.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that happened to the company, by kind of fact, in the order in which it was told. */
public final class Company {
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();

    Fact add(String kind) {
        List<Fact> known = facts.computeIfAbsent(kind, any -> new ArrayList<>());
        Fact fact = new Fact(kind, known.size() + 1);
        known.add(fact);
        return fact;
    }

    public List<Fact> all(String kind) {
        return facts.getOrDefault(kind, List.of());
    }

    public Iterable<String> kinds() {
        return facts.keySet();
    }
}
