package io.flywheel.notify.inbox;

import io.flywheel.catalog.Catalog;
import io.flywheel.catalog.Catalogs;
import io.flywheel.catalog.ObjectDefinition;
import io.flywheel.catalog.SystemObjects;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Texts;
import io.flywheel.query.Queries;
import io.flywheel.query.Titles;
import io.flywheel.record.CommentTexts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts entries into the reader's words, by what he may see now: one statement for each object they tell of. */
@Component
final class Wording {
    private static final int EXCERPT = 140;

    private final Queries queries;
    private final Catalogs catalogs;
    private final CommentTexts comments;

    Wording(Queries queries, Catalogs catalogs, CommentTexts comments) {
        this.queries = queries;
        this.catalogs = catalogs;
        this.comments = comments;
    }

    record Named(UUID id, @Nullable String title) {}

    /**
     * @param kind {@code mention}, {@code comment}, {@code assigned} or {@code job}
     * @param record null if there is none, or the reader does not see it any more
     * @param job what a job's entry is about, as {@code import-done}
     * @param title a sentence without the record's name
     * @param excerpt the beginning of the comment, while the reader may see its record
     */
    record Entry(
            UUID id,
            String kind,
            Instant at,
            boolean read,
            @Nullable Named actor,
            @Nullable String object,
            @Nullable Named record,
            @Nullable UUID comment,
            @Nullable UUID cause,
            @Nullable String job,
            int number,
            String title,
            @Nullable String excerpt) {}

    List<Entry> of(Actor actor, List<Note> notes) {
        Catalog catalog = catalogs.of(actor.workspace());
        Titles titles = new Titles(queries, catalog, actor);
        List<UUID> said =
                notes.stream().map(Note::comment).filter(Objects::nonNull).toList();
        Map<UUID, CommentTexts.Text> texts = said.isEmpty() ? Map.of() : comments.of(actor.workspace(), said);
        texts.values().forEach(text -> text.mentions().forEach(member -> want(titles, SystemObjects.MEMBER, member)));
        notes.forEach(note -> {
            want(titles, SystemObjects.MEMBER, note.actor());
            want(titles, note.object(), note.record());
        });
        return notes.stream()
                .map(note -> entry(actor, catalog, titles, texts, note))
                .toList();
    }

    private static void want(Titles titles, @Nullable String object, @Nullable UUID id) {
        if (object != null && !object.isEmpty() && id != null) {
            titles.want(object, id.toString());
        }
    }

    private static Entry entry(
            Actor actor, Catalog catalog, Titles titles, Map<UUID, CommentTexts.Text> texts, Note note) {
        UUID id = note.record();
        String object = note.object();
        Named record = id != null && object != null && titles.sees(object, id.toString())
                ? new Named(id, titles.of(object, id.toString()))
                : null;
        boolean gone = id != null && record == null;
        CommentTexts.Text text = record != null && note.comment() != null ? texts.get(note.comment()) : null;
        UUID by = note.actor();
        Named who = by == null ? null : new Named(by, titles.of(SystemObjects.MEMBER, by.toString()));
        return new Entry(
                note.id(),
                note.kind().name().toLowerCase(Locale.ROOT),
                note.at(),
                note.read(),
                gone ? null : who,
                gone || object == null || object.isEmpty() ? null : object,
                record,
                record == null ? null : note.comment(),
                note.cause(),
                note.detail(),
                note.number(),
                title(actor, catalog, note, gone ? null : who, gone),
                text == null ? null : excerpt(text, titles));
    }

    private static String title(Actor actor, Catalog catalog, Note note, @Nullable Named who, boolean gone) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("number", note.number());
        if (who != null && who.title() != null) {
            parts.put("actor", who.title());
        } else {
            parts.put("actor", Texts.text(actor.language(), "notify.somebody", Map.of()));
        }
        ObjectDefinition object =
                note.object() == null ? null : catalog.object(note.object()).orElse(null);
        if (object != null) {
            parts.put("object", note.number() > 1 ? object.plural() : object.label());
        }
        return Texts.text(actor.language(), gone ? "notify.not-seen-any-more" : code(note), parts);
    }

    private static String code(Note note) {
        return switch (note.kind()) {
            case MENTION -> "notify.mention";
            case COMMENT -> "notify.comment";
            case ASSIGNED -> note.number() > 1 ? "notify.assigned-many" : "notify.assigned";
            case JOB -> String.valueOf(note.detail()).endsWith("-failed") ? "notify.job-failed" : "notify.job-done";
        };
    }

    /** One line, people by their names. */
    private static String excerpt(CommentTexts.Text text, Titles titles) {
        String line = text.text();
        for (UUID member : text.mentions()) {
            String name = titles.of(SystemObjects.MEMBER, member.toString());
            line = line.replace("<@" + member + ">", "@" + (name == null ? "" : name));
        }
        line = line.replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= EXCERPT ? line : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
