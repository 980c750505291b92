package io.flywheel.query.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flywheel.access.RowScope;
import io.flywheel.database.UuidArray;
import java.util.List;

/**
 * The members (or, where most are members, the others) and units of a scope as they are bound, made once per scope: a
 * scope of thousands of members is the same for every request until the rights change.
 */
final class ScopeArrays {
    private record Arrays(UuidArray members, UuidArray units) {}

    private static final Cache<RowScope, Arrays> MADE =
            Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();
    private static final Arrays NOBODY = new Arrays(UuidArray.of(List.of()), UuidArray.of(List.of()));

    private ScopeArrays() {}

    static UuidArray members(RowScope scope) {
        return of(scope).members;
    }

    static UuidArray units(RowScope scope) {
        return of(scope).units;
    }

    private static Arrays of(RowScope scope) {
        return scope instanceof RowScope.Owners owners
                ? MADE.get(scope, same -> new Arrays(UuidArray.of(owners.named()), UuidArray.of(owners.units())))
                : NOBODY;
    }
}
