package io.flywheel.record.conversation;

import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.database.Database;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.people.Organisations;
import io.flywheel.record.ConversationListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saying, correcting and taking back. That the actor may see the record, and write on it, is asked before. */
@Component
final class Talk {
    private final Comments comments;
    private final Followers followers;
    private final Sight sight;
    private final Organisations organisations;
    private final Database database;
    private final List<ConversationListener> listeners;
    private final Clock clock;

    Talk(
            Comments comments,
            Followers followers,
            Sight sight,
            Organisations organisations,
            Database database,
            List<ConversationListener> listeners,
            Clock clock) {
        this.comments = comments;
        this.followers = followers;
        this.sight = sight;
        this.organisations = organisations;
        this.database = database;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @param blind who is mentioned but may not see the record, and is therefore not told */
    record Said(Comment comment, Set<UUID> blind) {}

    Said say(Actor actor, ObjectDefinition object, UUID record, String given, @Nullable UUID parent) {
        Workspace workspace = actor.workspace();
        String text = text(given);
        Set<UUID> mentions = mentions(workspace, text, Set.of());
        Faults faults = new Faults();
        if (parent != null) {
            comments.find(workspace, object.name(), record, parent)
                    .ifPresentOrElse(
                            found -> refuseDepth(found, faults), () -> faults.add("parent", "record.no-such-comment"));
        }
        faults.refuse();
        Comment comment = new Comment(
                Ids.next(),
                object.name(),
                record,
                parent,
                actor.member(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                text,
                List.copyOf(mentions));
        Set<UUID> following = followers.of(workspace, object, record);
        Set<UUID> seeing = seeing(workspace, comment, mentions, following);
        Set<UUID> told = both(mentions, seeing, actor.member());
        Set<UUID> beside = both(following, seeing, actor.member());
        beside.removeAll(mentions);
        database.transaction(workspace, connection -> {
            comments.add(connection, workspace, comment);
            followers.join(connection, workspace, object.name(), record, actor.member());
            tell(connection, workspace, comment, told, beside);
            return comment;
        });
        return new Said(comment, without(mentions, seeing));
    }

    private static void refuseDepth(Comment parent, Faults faults) {
        if (parent.parent() != null) {
            faults.add("parent", "record.reply-to-a-reply");
        }
    }

    private Set<UUID> seeing(Workspace workspace, Comment comment, Set<UUID> mentions, Set<UUID> following) {
        Set<UUID> asked = new LinkedHashSet<>(mentions);
        asked.addAll(following);
        return sight.whoSees(workspace, comment.object(), comment.record(), asked);
    }

    /** Only who was not mentioned before is told. */
    Said correct(Actor actor, Comment before, String given) {
        Workspace workspace = actor.workspace();
        refuseOthers(actor, before);
        String text = text(given);
        Set<UUID> mentions = mentions(workspace, text, Set.copyOf(before.mentions()));
        Set<UUID> seeing = seeing(workspace, before, mentions, Set.of());
        Set<UUID> told = both(mentions, seeing, actor.member());
        told.removeAll(before.mentions());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Comment after = new Comment(
                before.id(),
                before.object(),
                before.record(),
                before.parent(),
                before.author(),
                before.at(),
                now,
                null,
                text,
                List.copyOf(mentions));
        database.transaction(workspace, connection -> {
            comments.edit(connection, workspace, after.id(), text, after.mentions(), now);
            tell(connection, workspace, after, told, Set.of());
            return after;
        });
        return new Said(after, without(mentions, seeing));
    }

    void withdraw(Actor actor, Comment comment) {
        refuseOthers(actor, comment);
        database.transaction(actor.workspace(), connection -> {
            comments.withdraw(connection, actor.workspace(), comment.id(), clock.instant());
            for (ConversationListener listener : listeners) {
                listener.withdrawn(connection, actor.workspace(), comment.object(), comment.id());
            }
            return comment;
        });
    }

    private void tell(
            Connection connection, Workspace workspace, Comment comment, Set<UUID> mentioned, Set<UUID> following)
            throws SQLException {
        ConversationListener.Said said = new ConversationListener.Said(
                workspace, comment.author(), comment.object(), comment.record(), comment.id(), mentioned, following);
        for (ConversationListener listener : listeners) {
            listener.said(connection, said);
        }
    }

    private static void refuseOthers(Actor actor, Comment comment) {
        if (!comment.author().equals(actor.member())) {
            throw new Problem.Forbidden("record.comment-not-yours", Map.of());
        }
        if (comment.deleted() != null) {
            throw new Problem.NotFound("record.no-such-comment", Map.of());
        }
    }

    /** Lines end as they do on the web, and nothing stands before the first word or after the last. */
    private static String text(String given) {
        String text = given.replace("\r\n", "\n").replace('\r', '\n').strip();
        int length = text.codePointCount(0, text.length());
        Faults faults = new Faults();
        if (text.isEmpty()) {
            faults.add("text", "record.comment-empty");
        } else if (length > Comment.LONGEST) {
            faults.add("text", "record.comment-too-long", "length", length, "longest", Comment.LONGEST);
        } else if (text.indexOf(0) >= 0 || text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
            faults.add("text", "record.comment-unreadable");
        }
        faults.refuse();
        return text;
    }

    /** @param standing who was mentioned before, and may have left the company since */
    private Set<UUID> mentions(Workspace workspace, String text, Set<UUID> standing) {
        Set<UUID> mentions = Mentions.in(text);
        Set<UUID> fresh = without(mentions, standing);
        if (mentions.size() > Mentions.MOST) {
            throw new Problem.Invalid(Fault.of("text", "record.too-many-mentions", "most", Mentions.MOST));
        }
        if (!organisations.of(workspace).knowsAll(fresh)) {
            organisations.forget(workspace); // who was entered a moment ago may not have been heard of here
        }
        if (!organisations.of(workspace).knowsAll(fresh)) {
            throw new Problem.Invalid(Fault.of("text", "record.mention-unknown"));
        }
        return mentions;
    }

    private static Set<UUID> both(Set<UUID> some, Set<UUID> seeing, UUID author) {
        Set<UUID> both = new LinkedHashSet<>(some);
        both.retainAll(seeing);
        both.remove(author);
        return both;
    }

    private static Set<UUID> without(Set<UUID> some, Set<UUID> seeing) {
        Set<UUID> rest = new LinkedHashSet<>(some);
        rest.removeAll(seeing);
        return rest;
    }
}
