package io.flywheel.exchange.file;

import java.util.List;

/**
 * One row.
 *
 * @param number of its line (text) or row (sheet) in the file, counted from 1
 * @param cells trimmed, empty = ""
 */
public record Row(int number, List<String> cells) {
    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The number of cells up to the last that is not empty. */
    public int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** The cell of a column; empty where the row is too short. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
