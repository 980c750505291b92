package io.flywheel.exchange.file;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which sheet of a workbook is meant: by its name, else by its number counted from 1, else the first. */
final class SheetChoice {
    private SheetChoice() {}

    /** The index, counted from 0. */
    static int of(List<String> names, @Nullable String wanted) {
        if (names.isEmpty()) {
            throw FileFaults.of("exchange.file-empty");
        }
        if (wanted == null || wanted.isBlank()) {
            return 0;
        }
        OptionalInt named = IntStream.range(0, names.size())
                .filter(i -> names.get(i).strip().equalsIgnoreCase(wanted.strip()))
                .findFirst();
        if (named.isPresent()) {
            return named.getAsInt();
        }
        if (wanted.strip().matches("[1-9]\\d{0,3}") && Integer.parseInt(wanted.strip()) <= names.size()) {
            return Integer.parseInt(wanted.strip()) - 1;
        }
        throw FileFaults.of("exchange.file-sheet", "sheet", wanted, "sheets", String.join(", ", names));
    }
}
