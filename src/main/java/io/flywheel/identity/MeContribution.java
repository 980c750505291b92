package io.flywheel.identity;

import io.flywheel.kernel.Actor;
import java.util.Map;

/** What a module adds to {@code GET /api/me}, such as the member's name or permissions; a bean. */
public interface MeContribution {
    /** Top-level properties, each ready to be written as JSON; none of workspace, account, language, session. */
    Map<String, Object> about(Actor actor);
}
