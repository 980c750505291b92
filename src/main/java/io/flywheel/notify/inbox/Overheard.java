package io.flywheel.notify.inbox;

import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Workspace;
import io.flywheel.notify.live.Broadcast;
import io.flywheel.record.ConversationListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells who is mentioned, and who follows, in the transaction that keeps the comment: once, or not at all. */
@Component
final class Overheard implements ConversationListener {
    private final Notes notes;
    private final Broadcast broadcast;
    private final Clock clock;

    Overheard(Notes notes, Broadcast broadcast, Clock clock) {
        this.notes = notes;
        this.broadcast = broadcast;
        this.clock = clock;
    }

    @Override
    public void said(Connection connection, Said said) throws SQLException {
        Instant now = clock.instant();
        List<Note> all = new ArrayList<>();
        said.mentioned().forEach(member -> all.add(note(said, member, Note.Kind.MENTION, now)));
        said.following().forEach(member -> all.add(note(said, member, Note.Kind.COMMENT, now)));
        notes.add(connection, said.workspace(), all);
        broadcast.talked(connection, said.workspace(), said.object());
    }

    @Override
    public void withdrawn(Connection connection, Workspace workspace, String object, UUID comment) throws SQLException {
        notes.withdraw(connection, workspace, comment);
        broadcast.talked(connection, workspace, object);
    }

    private static Note note(Said said, UUID member, Note.Kind kind, Instant now) {
        return new Note(
                Ids.next(),
                member,
                kind,
                now,
                said.author(),
                said.object(),
                said.record(),
                said.comment(),
                null,
                1,
                null,
                false);
    }
}
