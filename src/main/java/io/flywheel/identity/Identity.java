package io.flywheel.identity;

import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Workspace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a session token or an API key stands for.
 *
 * @param account null for a key of a member without an account
 * @param language the account's setting; null = as the request asks
 * @param credential id of the session or key
 * @param expires null = never
 */
public record Identity(
        Workspace workspace,
        UUID member,
        @Nullable UUID account,
        @Nullable Language language,
        Kind kind,
        UUID credential,
        @Nullable Instant expires) {
    public enum Kind {
        SESSION,
        KEY
    }

    /** The actor in the account's language, else in {@code asked}. */
    public Actor actor(Language asked) {
        return new Actor(workspace, member, language == null ? asked : language);
    }

    boolean validAt(Instant moment) {
        return expires == null || moment.isBefore(expires);
    }
}
