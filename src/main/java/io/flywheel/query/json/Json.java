package io.flywheel.query.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON text as UTF-8 bytes, appended to: for answers that are written once and never looked at again. */
public final class Json {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[8192];
    private int length;

    /** The array behind it; only the first {@link #length()} bytes count. */
    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** One ASCII character as it is. */
    public Json add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Bytes that are JSON already. */
    public Json raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /** Another text, whole. */
    public Json raw(Json other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    public Json none() {
        return raw(NULL);
    }

    public Json yesNo(boolean value) {
        return raw(value ? TRUE : FALSE);
    }

    public Json number(long value) {
        return raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    public Json text(String text) {
        return utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text in quotes, escaped, from its UTF-8 bytes. */
    public Json utf8(byte[] text) {
        room(text.length + 2);
        bytes[length++] = '"';
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            if (b == '"' || b == '\\' || (b >= 0 && b < 0x20)) {
                copy(text, from, i);
                escape(b);
                from = i + 1;
            }
        }
        copy(text, from, text.length);
        room(1);
        bytes[length++] = '"';
        return this;
    }

    /** The usual text of a UUID from its two halves, in quotes. */
    public Json uuid(long high, long low) {
        room(38);
        bytes[length++] = '"';
        hex(high >>> 32, 8);
        bytes[length++] = '-';
        hex(high >>> 16, 4);
        bytes[length++] = '-';
        hex(high, 4);
        bytes[length++] = '-';
        hex(low >>> 48, 4);
        bytes[length++] = '-';
        hex(low, 12);
        bytes[length++] = '"';
        return this;
    }

    /** A number that is not negative, with leading zeros. */
    public Json digits(int number, int count) {
        room(count);
        int rest = number;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
        return this;
    }

    /** What stands there so far, as text. */
    public String shown() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void hex(long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (value >>> shift) & 15];
        }
    }

    private void copy(byte[] text, int from, int to) {
        room(to - from);
        System.arraycopy(text, from, bytes, length, to - from);
        length += to - from;
    }

    private void escape(byte b) {
        room(6);
        bytes[length++] = '\\';
        switch (b) {
            case '"', '\\' -> bytes[length++] = b;
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                hex(b, 4);
            }
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
