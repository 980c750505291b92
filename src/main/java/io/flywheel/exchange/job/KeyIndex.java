package io.flywheel.exchange.job;

import io.flywheel.exchange.value.Normal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records by the values of one key field: as written, and by their letters alone where that is unambiguous. */
final class KeyIndex {
    /** Stands for a key that names several records. */
    static final UUID SEVERAL = new UUID(0, 0);

    private final Map<String, UUID> exact = new HashMap<>();
    private final Map<String, UUID> letters = new HashMap<>();

    void add(UUID id, String key) {
        exact.merge(key, id, KeyIndex::one);
        letters.merge(Normal.letters(key), id, KeyIndex::one);
    }

    private static UUID one(UUID first, UUID second) {
        return first.equals(second) ? first : SEVERAL;
    }

    @Nullable
    UUID exact(String key) {
        return exact.get(key);
    }

    @Nullable
    UUID byLetters(String key) {
        return letters.get(Normal.letters(key));
    }

    Collection<String> keys() {
        return exact.keySet();
    }
}
