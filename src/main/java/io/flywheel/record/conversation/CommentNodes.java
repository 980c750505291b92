package io.flywheel.record.conversation;

import io.flywheel.catalog.SystemObjects;
import io.flywheel.query.Titles;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Comments as JSON, for one reader: people by name as far as he may see them. */
record CommentNodes(ObjectMapper json, Titles titles, UUID reader) {
    /** First all are wanted, so that their people are read at once. */
    void want(Collection<Comment> comments) {
        comments.forEach(comment -> {
            titles.want(SystemObjects.MEMBER, comment.author().toString());
            comment.mentions().forEach(member -> titles.want(SystemObjects.MEMBER, member.toString()));
        });
    }

    ObjectNode of(Comments.Thread thread) {
        ObjectNode node = of(thread.comment());
        ArrayNode replies = node.putArray("replies");
        List<Comment> shown = thread.replies()
                .subList(0, Math.min(Comments.REPLIES, thread.replies().size()));
        shown.forEach(reply -> replies.add(of(reply)));
        node.put(
                "next",
                thread.replies().size() > shown.size() ? shown.getLast().id().toString() : null);
        return node;
    }

    ObjectNode of(Comment comment) {
        ObjectNode node = json.createObjectNode()
                .put("id", comment.id().toString())
                .put(
                        "parent",
                        comment.parent() == null ? null : comment.parent().toString())
                .put("at", comment.at().toString())
                .put(
                        "edited",
                        comment.edited() == null ? null : comment.edited().toString())
                .put("deleted", comment.deleted() != null)
                .put("own", comment.author().equals(reader))
                .put("text", comment.text());
        node.set("author", person(comment.author()));
        node.set("mentions", people(comment.mentions()));
        return node;
    }

    ArrayNode people(Collection<UUID> members) {
        ArrayNode people = json.createArrayNode();
        members.forEach(member -> people.add(person(member)));
        return people;
    }

    private ObjectNode person(UUID member) {
        return json.createObjectNode()
                .put("id", member.toString())
                .put("title", titles.of(SystemObjects.MEMBER, member.toString()));
    }
}
