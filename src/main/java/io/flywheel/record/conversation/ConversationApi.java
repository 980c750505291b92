package io.flywheel.record.conversation;

import static io.flywheel.http.OpenApiOperation.schema;

import io.flywheel.access.Access;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.http.OpenApiContribution;
import io.flywheel.http.OpenApiOperation;
import io.flywheel.kernel.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes conversations and followers of each object in sight that has them. */
@Component
final class ConversationApi implements OpenApiContribution {
    private final Catalogs catalogs;
    private final Access access;

    ConversationApi(Catalogs catalogs, Access access) {
        this.catalogs = catalogs;
        this.access = access;
    }

    @Override
    public void contribute(Actor actor, ObjectNode document) {
        schemas((ObjectNode) document.at("/components/schemas"));
        catalogs.of(actor.workspace()).objects().values().stream()
                .filter(object -> object.facilities().containsKey(Conversation.NAME))
                .filter(object -> access.sees(actor, object.name()))
                .forEach(object -> object(document, object, actor));
    }

    private static void object(ObjectNode document, ObjectDefinition object, Actor actor) {
        String tag = object.plural().in(actor.language());
        String all = ConversationRoutes.ALL.replace("{object}", object.name());
        OpenApiOperation.in(document, "GET", all, tag, "Read the conversation on a record: " + tag)
                .asks("after", "string")
                .asks("limit", "integer")
                .asks("of", "string")
                .answers(
                        200,
                        "Comments, the newest first, or with `of` the replies to one, the oldest first",
                        answer -> {
                            ObjectNode properties = answer.put("type", "object").putObject("properties");
                            schema("Comment")
                                    .accept(properties
                                            .putObject("comments")
                                            .put("type", "array")
                                            .putObject("items"));
                            properties
                                    .putObject("next")
                                    .putArray("type")
                                    .add("string")
                                    .add("null");
                            properties.putObject("mayWrite").put("type", "boolean");
                        })
                .refuses(404, 422);
        OpenApiOperation.in(document, "POST", all, tag, "Comment on a record: " + tag)
                .takes(body -> words(body).putObject("parent").put("type", "string"))
                .answers(201, "Said; who is mentioned but may not see the record is `blind`", schema("Said"))
                .refuses(403, 404, 422);
        String one = ConversationRoutes.ONE.replace("{object}", object.name());
        OpenApiOperation.in(document, "PATCH", one, tag, "Correct a comment of one's own: " + tag)
                .takes(ConversationApi::words)
                .answers(200, "Corrected, and marked so", schema("Said"))
                .refuses(403, 404, 422);
        OpenApiOperation.in(document, "DELETE", one, tag, "Take a comment of one's own back: " + tag)
                .answersNothing("Its place is kept, its words are gone")
                .refuses(403, 404);
        followers(document, object, tag);
    }

    private static void followers(ObjectNode document, ObjectDefinition object, String tag) {
        String all = FollowerRoutes.ALL.replace("{object}", object.name());
        String answered = "Whether the caller follows, and who else";
        OpenApiOperation.in(document, "GET", all, tag, "Read who follows a record: " + tag)
                .answers(200, answered, schema("Followers"))
                .refuses(404);
        OpenApiOperation.in(document, "PUT", all, tag, "Follow a record: " + tag)
                .answers(200, answered, schema("Followers"))
                .refuses(404);
        OpenApiOperation.in(document, "DELETE", all, tag, "Follow a record no more: " + tag)
                .answers(200, answered, schema("Followers"))
                .refuses(404);
    }

    private static ObjectNode words(ObjectNode body) {
        ObjectNode properties = body.put("type", "object").putObject("properties");
        properties
                .putObject("text")
                .put("type", "string")
                .put("maxLength", Comment.LONGEST)
                .put("description", "Plain; a member is mentioned as <@id>");
        body.putArray("required").add("text");
        return properties;
    }

    private static void schemas(ObjectNode schemas) {
        ObjectNode person =
                schemas.putObject("PersonNamed").put("type", "object").putObject("properties");
        person.putObject("id").put("type", "string");
        person.putObject("title").putArray("type").add("string").add("null");
        ObjectNode comment = schemas.putObject("Comment").put("type", "object").putObject("properties");
        for (String text : new String[] {"id", "at", "text"}) {
            comment.putObject(text).put("type", "string");
        }
        for (String text : new String[] {"parent", "edited", "next"}) {
            comment.putObject(text).putArray("type").add("string").add("null");
        }
        comment.putObject("deleted").put("type", "boolean");
        comment.putObject("own").put("type", "boolean");
        schema("PersonNamed").accept(comment.putObject("author"));
        several("PersonNamed", comment.putObject("mentions"));
        several("Comment", comment.putObject("replies"));
        ObjectNode said = schemas.putObject("Said").put("type", "object").putObject("properties");
        schema("Comment").accept(said.putObject("comment"));
        several("PersonNamed", said.putObject("blind"));
        ObjectNode followers =
                schemas.putObject("Followers").put("type", "object").putObject("properties");
        followers.putObject("following").put("type", "boolean");
        followers.putObject("count").put("type", "integer");
        several("PersonNamed", followers.putObject("followers"));
    }

    private static void several(String name, ObjectNode schema) {
        schema(name).accept(schema.put("type", "array").putObject("items"));
    }
}
