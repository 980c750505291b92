package io.flywheel.query.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.access.RowScope;
import java.util.Collection;
import java.util.UUID;

/**
 * The members (or, where most are members, the others) and units of a scope as the text of a PostgreSQL array, made once per scope: a scope of thousands of
 * members is the same for every request until the rights change.
 */
final class ScopeArrays {
    private record Arrays(String members, String units) {}

    private static final Cache<RowScope, Arrays> MADE =
            Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();
    private static final Arrays NOBODY = new Arrays("{}", "{}");

    private ScopeArrays() {}

    static String members(RowScope scope) {
        return of(scope).members;
    }

    static String units(RowScope scope) {
        return of(scope).units;
    }

    private static Arrays of(RowScope scope) {
        return scope instanceof RowScope.Owners owners
                ? MADE.get(scope, same -> new Arrays(text(owners.named()), text(owners.units())))
                : NOBODY;
    }

    private static String text(Collection<UUID> ids) {
        StringBuilder text = new StringBuilder(ids.size() * 37 + 2).append('{');
        ids.forEach(id -> text.append(text.length() == 1 ? "" : ",").append(id));
        return text.append('}').toString();
    }
}
