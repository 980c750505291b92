package io.flywheel.formula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table of a Markdown document, its cells as they stand there.
 *
 * @param header the names of its columns
 */
record DocumentTable(List<String> header, List<List<String>> rows) {
    static List<DocumentTable> of(Path document) {
        List<DocumentTable> tables = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : Stream.concat(lines(document), Stream.of("")).toList()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else if (!rows.isEmpty()) {
                tables.add(new DocumentTable(rows.getFirst(), List.copyOf(rows.subList(2, rows.size()))));
                rows.clear();
            }
        }
        return tables;
    }

    private static Stream<String> lines(Path document) {
        try {
            return Files.readAllLines(document).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList();
    }

    /** One column, without the marks of code. */
    List<String> column(int index) {
        return rows.stream().map(row -> plain(row.get(index))).toList();
    }

    /** First cell to last. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        rows.forEach(row -> pairs.put(plain(row.getFirst()), plain(row.getLast())));
        return pairs;
    }

    /** One record a row, its fields as headed; an empty cell is no value. */
    List<Map<String, String>> records(Map<String, String> besides) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> record = new LinkedHashMap<>(besides);
                    for (int i = 0; i < row.size(); i++) {
                        if (!row.get(i).isEmpty()) {
                            record.put(plain(header.get(i)), plain(row.get(i)));
                        }
                    }
                    return record;
                })
                .toList();
    }

    private static String plain(String cell) {
        return cell.startsWith("`") ? cell.substring(1, cell.length() - 1) : cell;
    }
}
