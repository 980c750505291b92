package io.flywheel.query.json;

import io.flywheel.query.plan.Kind;
import io.flywheel.query.plan.Output;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;

/**
 * Writes the values of a result straight from the bytes that came over the wire. The driver switches a statement from
 * text to binary after some executions, so the format is asked per column of each result.
 */
public final class Cells {
    private static final byte[] ID = "{\"id\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TITLE = ",\"title\":".getBytes(StandardCharsets.US_ASCII);
    /** of {@link PGResultSetMetaData#getFormat} */
    private static final int BINARY = 1;

    private final ResultSet rows;
    private final boolean[] binary;

    private Cells(ResultSet rows, boolean[] binary) {
        this.rows = rows;
        this.binary = binary;
    }

    public static Cells of(ResultSet rows) throws SQLException {
        PGResultSetMetaData columns = rows.getMetaData().unwrap(PGResultSetMetaData.class);
        boolean[] binary = new boolean[rows.getMetaData().getColumnCount() + 1];
        for (int column = 1; column < binary.length; column++) {
            binary[column] = columns.getFormat(column) == BINARY;
        }
        return new Cells(rows, binary);
    }

    /** The current row as an object of its outputs. */
    public void object(Json json, List<Output> outputs) throws SQLException {
        char before = '{';
        for (Output output : outputs) {
            json.add(before).raw(output.key());
            before = ',';
            cell(json, output.kind(), output.column());
        }
        json.add('}');
    }

    /** The current row as an array. */
    public void array(Json json, List<Output> outputs) throws SQLException {
        char before = '[';
        for (Output output : outputs) {
            json.add(before);
            before = ',';
            cell(json, output.kind(), output.column());
        }
        json.add(outputs.isEmpty() ? '[' : ']');
    }

    private void cell(Json json, Kind kind, int column) throws SQLException {
        byte @Nullable [] raw = rows.getBytes(column);
        if (raw == null) {
            json.none();
            return;
        }
        switch (kind) {
            case TEXT -> json.utf8(raw);
            case NUMBER -> number(json, raw, column);
            case INTEGER -> integer(json, raw, column);
            case DATE -> date(json, raw, column);
            case MOMENT -> moment(json, raw, column);
            case YES_NO -> json.yesNo(binary[column] ? raw[0] != 0 : raw[0] == 't');
            case ID -> id(json, raw, column);
            case TEXTS -> texts(json, column);
            case REFERENCE -> {
                json.raw(ID);
                id(json, raw, column);
                json.raw(TITLE);
                cell(json, Kind.TEXT, column + 1);
                json.add('}');
            }
        }
    }

    private void number(Json json, byte[] raw, int column) throws SQLException {
        if (binary[column]) {
            json.raw(rows.getBigDecimal(column).toPlainString().getBytes(StandardCharsets.US_ASCII));
        } else if (raw[raw.length - 1] > '9') { // NaN and Infinity are no numbers in JSON
            json.none();
        } else {
            json.raw(raw);
        }
    }

    private void integer(Json json, byte[] raw, int column) throws SQLException {
        if (binary[column]) {
            json.number(rows.getLong(column));
        } else {
            json.raw(raw);
        }
    }

    private void date(Json json, byte[] raw, int column) {
        if (binary[column]) {
            Moments.writeDate(json, (int) big(raw, 0, 4));
        } else {
            json.utf8(raw);
        }
    }

    private void moment(Json json, byte[] raw, int column) throws SQLException {
        if (binary[column]) {
            Moments.write(json, big(raw, 0, 8));
        } else {
            json.add('"')
                    .raw(ascii(rows.getObject(column, OffsetDateTime.class).toInstant()))
                    .add('"');
        }
    }

    private void id(Json json, byte[] raw, int column) {
        if (binary[column]) {
            json.uuid(big(raw, 0, 8), big(raw, 8, 8));
        } else {
            json.utf8(raw);
        }
    }

    private void texts(Json json, int column) throws SQLException {
        char before = '[';
        for (Object text : (Object[]) rows.getArray(column).getArray()) {
            json.add(before).text(String.valueOf(text));
            before = ',';
        }
        json.raw(before == '[' ? new byte[] {'[', ']'} : new byte[] {']'});
    }

    private static byte[] ascii(Object shown) {
        return shown.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static long big(byte[] raw, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = (value << 8) | (raw[i] & 0xFF);
        }
        return value;
    }
}
