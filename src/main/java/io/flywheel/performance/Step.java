package io.flywheel.performance;

import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a figure's arithmetic, kept as data so that it can be shown and repeated.
 *
 * @param code of its words, which name the inputs and {@code result}
 * @param result null = there is none, and the words say why
 */
public record Step(
        String code, Map<String, Object> inputs, @Nullable BigDecimal result) {
    public Step {
        inputs = Map.copyOf(inputs);
    }

    public String words(Language language) {
        Map<String, Object> all = new HashMap<>(inputs);
        all.replaceAll((name, value) -> value instanceof BigDecimal number ? number.toPlainString() : value);
        if (result != null) {
            all.put("result", Exact.plain(result).toPlainString());
        }
        return Texts.text(language, code, all);
    }
}
