package io.flywheel.formula.check;

import static io.flywheel.formula.check.Kind.NUMBER;
import static io.flywheel.formula.check.Kind.TEXT;

import io.flywheel.formula.sql.Arithmetic;
import java.util.LinkedHashMap;
import java.util.Map;

/** Functions of text. Searching does not mind case. */
final class TextForms {
    /** Spaces of every keyboard, the full-width one too. */
    static final String TRIMMED = "btrim({0}, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288))";

    /** At most 200 letters for each found, in at most 100,000: what would grow without end is cut. */
    private static final String REPLACE =
            Arithmetic.text("replace(left({0}, 100000), {1}, coalesce(left({2}, 200), ''))");

    private static final String LENGTH = Arithmetic.clamped("{1}", 0, 100_000);
    private static final String MID = "case when {1} is not null and {2} is not null then nullif(substring({0} from "
            + Arithmetic.clamped("{1}", 1, 200_000) + " for " + Arithmetic.clamped("{2}", 0, 100_000) + "), '') end";

    private TextForms() {}

    static Map<String, Form> all() {
        Map<String, Form> all = new LinkedHashMap<>();
        all.put("lower", Simple.of(Types.TEXT, "lower({0})", TEXT));
        all.put("upper", Simple.of(Types.TEXT, "upper({0})", TEXT));
        all.put("trim", Simple.of(Types.TEXT, "nullif(" + TRIMMED + ", '')", TEXT));
        all.put("left", Simple.of(Types.TEXT, end("left"), TEXT, NUMBER));
        all.put("right", Simple.of(Types.TEXT, end("right"), TEXT, NUMBER));
        all.put("mid", Simple.of(Types.TEXT, MID, TEXT, NUMBER, NUMBER));
        all.put("length", Simple.of(Types.NUMBER, "cast(length({0}) as numeric)", TEXT));
        all.put("replace", Simple.of(Types.TEXT, REPLACE, TEXT, TEXT, TEXT));
        all.put("contains", Simple.of(Types.YES_NO, "(strpos(lower({0}), lower({1})) > 0)", TEXT, TEXT));
        all.put("startsWith", Simple.of(Types.YES_NO, "starts_with(lower({0}), lower({1}))", TEXT, TEXT));
        all.put(
                "endsWith",
                Simple.of(Types.YES_NO, "starts_with(reverse(lower({0})), reverse(lower({1})))", TEXT, TEXT));
        return all;
    }

    private static String end(String which) {
        return "case when {1} is not null then nullif(" + which + "({0}, " + LENGTH + "), '') end";
    }
}
