package io.flywheel.record;

import io.flywheel.kernel.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What some comments say now. Whether the reader may see their records is the caller's to ask. */
public interface CommentTexts {
    /** By id, in one statement; deleted ones are missing. */
    Map<UUID, Text> of(Workspace workspace, Collection<UUID> comments);

    /** @param text with each of the mentioned members as {@code <@id>} */
    record Text(String text, List<UUID> mentions) {}
}
