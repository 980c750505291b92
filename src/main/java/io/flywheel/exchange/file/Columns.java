package io.flywheel.exchange.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** The columns of a file by name. Without a header they are {@code column1}, {@code column2} …, and {@code A}, {@code B} … too. */
public record Columns(List<String> names) {
    public Columns {
        names = List.copyOf(names);
    }

    static Columns numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("column" + i);
        }
        return new Columns(names);
    }

    /** Names from a header: an empty one is numbered, a repeated one gets its count. */
    static Columns named(List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isEmpty() ? "column" + (i + 1) : header.get(i);
            String unique = name;
            for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
                unique = name + " (" + n + ")";
            }
            names.add(unique);
        }
        return new Columns(names);
    }

    public int count() {
        return names.size();
    }

    /** Where a column is, by its name (exact, else without regard to case), its letter, or {@code column<n>}. */
    public OptionalInt find(String name) {
        int exact = names.indexOf(name);
        if (exact >= 0) {
            return OptionalInt.of(exact);
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name.strip()) || ("column" + (i + 1)).equals(name)) {
                return OptionalInt.of(i);
            }
        }
        int lettered = lettered(name);
        return lettered >= 0 && lettered < names.size() ? OptionalInt.of(lettered) : OptionalInt.empty();
    }

    private static int lettered(String name) {
        if (!name.matches("[A-Z]{1,3}")) {
            return -1;
        }
        int index = 0;
        for (char letter : name.toCharArray()) {
            index = index * 26 + (letter - 'A' + 1);
        }
        return index - 1;
    }
}
