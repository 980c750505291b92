package io.flywheel.exchange.file;

/**
 * Looks over one XML part of a workbook, byte by byte and in no memory, for what would overwhelm or lead astray a
 * reader: endless texts and rows, columns that no sheet has, document types, encodings other than ASCII's kin.
 */
final class PartScan {
    /** A cell holds at most 32,767 characters. */
    private static final int LONGEST = 4 << 20;
    /** A row has at most 16,384 cells, of a few elements each. */
    private static final int ELEMENTS_A_ROW = 400_000;

    private static final int LETTERS = 3;

    private enum State {
        TEXT,
        NAME,
        TAG,
        QUOTED,
        CELL,
        MARKED,
        APART
    }

    private State state = State.TEXT;
    private int recent;
    private int name;
    private int attribute;
    private boolean apartFromLast;
    private int quote;
    private int end;
    private int letters;
    private int run;
    private int elements;
    private boolean rows;
    private boolean zeros;

    /** @throws io.flywheel.kernel.Problem.Invalid if it is no part that a spreadsheet program writes */
    void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            recent = recent << 8 | bytes[i] & 0xFF;
            run++;
            step(bytes[i]);
        }
        if (run > LONGEST || elements > ELEMENTS_A_ROW) {
            throw FileFaults.of("exchange.file-bomb");
        }
    }

    /** After the last byte. */
    void finish() {
        if (zeros) {
            throw damaged("UTF-16");
        }
    }

    private void step(byte b) {
        zeros |= b == 0;
        switch (state) {
            case TEXT -> {
                if (b == '<') {
                    state = State.NAME;
                    name = 0;
                    run = 0;
                }
            }
            case NAME -> name(b);
            case TAG -> tag(b);
            case QUOTED -> state = b == quote ? State.TAG : State.QUOTED;
            case CELL -> cell(b);
            case MARKED -> marked(b);
            case APART -> apart();
        }
    }

    private void name(byte b) {
        if (b == '!' && name == 0) {
            state = State.MARKED;
        } else if (b == '?' && name == 0) {
            apart("?>");
        } else if (b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '>' || b == '/') {
            boolean row = name == ('r' << 16 | 'o' << 8 | 'w');
            rows |= row;
            elements = row || !rows ? 0 : elements + 1;
            state = b == '>' ? State.TEXT : State.TAG;
            apartFromLast = true;
        } else {
            name = b == ':' ? 0 : name << 8 | b & 0xFF;
        }
    }

    private void tag(byte b) {
        if (b == '>') {
            state = State.TEXT;
        } else if (b == '"' || b == '\'') {
            quote = b;
            state = attribute == 'r' ? State.CELL : State.QUOTED;
            letters = 0;
            apartFromLast = true;
        } else if (b <= ' ') {
            apartFromLast = true;
        } else if (b != '=') {
            attribute = apartFromLast ? b : attribute << 8 | b & 0xFF;
            apartFromLast = false;
        }
    }

    private void cell(byte b) {
        if (b == quote) {
            state = State.TAG;
        } else if (Character.isLetter(b) && ++letters > LETTERS) {
            throw damaged("r=");
        }
    }

    /** Behind {@code <!}: a comment, or text as it is; anything else can only declare what a workbook never needs. */
    private void marked(byte b) {
        switch (b) {
            case '-' -> apart("-->");
            case '[' -> apart("]]>");
            default -> throw damaged("<!DOCTYPE");
        }
    }

    private void apart(String until) {
        state = State.APART;
        end = 0;
        until.chars().forEach(c -> end = end << 8 | c);
    }

    private void apart() {
        int mask = end > 0xFFFF ? 0xFFFFFF : 0xFFFF;
        if ((recent & mask) == end) {
            state = State.TEXT;
        }
    }

    private static RuntimeException damaged(String what) {
        return FileFaults.of("exchange.file-damaged", "reason", what);
    }
}
