package io.flywheel.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people say on records, who may, who hears of it, and what stands in their inboxes. */
class TalkTest extends Office {
    private String deal(String owner) {
        return make(boss, "opportunity", "{\"name\":\"Big deal\",\"owner\":\"" + owner + "\"}");
    }

    private static String talk(String deal) {
        return "/api/objects/opportunity/records/" + deal + "/conversation";
    }

    private static String followers(String deal) {
        return "/api/objects/opportunity/records/" + deal + "/followers";
    }

    private static JsonNode say(Visitor visitor, String deal, String text) {
        return say(visitor, deal, text, null);
    }

    private static JsonNode say(Visitor visitor, String deal, String text, @Nullable String parent) {
        var body = JsonMapper.shared().createObjectNode().put("text", text).put("parent", parent);
        Answer said = visitor.post(talk(deal), body.toString());
        assertThat(said.status()).as(said.raw().body()).isEqualTo(201);
        return said.body();
    }

    private static List<String> titles(Visitor visitor) {
        List<String> titles = new ArrayList<>();
        visitor.get("/api/inbox")
                .body()
                .path("entries")
                .forEach(entry -> titles.add(entry.path("title").asString()));
        return titles;
    }

    /** What the log brings comes a moment later, so entries are counted by their kind. */
    private static int count(Visitor visitor, String kind) {
        int count = 0;
        for (JsonNode entry : visitor.get("/api/inbox?limit=100").body().path("entries")) {
            count += entry.path("kind").asString().equals(kind) && entry.hasNonNull("record") ? 1 : 0;
        }
        return count;
    }

    @Test
    void keepsWhatIsSaidWithRepliesAndTellsWhoIsMentioned() {
        String deal = deal(annId);
        String first = say(boss, deal, "  Look here, <@" + annId + ">\r\nثانية 🙂  ")
                .at("/comment/id")
                .asString();
        say(ann, deal, "Done", first);

        JsonNode read = boss.get(talk(deal)).body();
        JsonNode comment = read.at("/comments/0");
        assertThat(comment.path("text").asString()).isEqualTo("Look here, <@" + annId + ">\nثانية 🙂");
        assertThat(comment.at("/mentions/0/title").asString()).isEqualTo("Ann");
        assertThat(comment.at("/replies/0/text").asString()).isEqualTo("Done");
        assertThat(comment.at("/replies/0/author/title").asString()).isEqualTo("Ann");
        assertThat(read.path("mayWrite").asBoolean()).isTrue();

        JsonNode entry = ann.get("/api/inbox").body().at("/entries/0");
        assertThat(entry.path("kind").asString()).isEqualTo("mention");
        assertThat(entry.at("/record/title").asString()).isEqualTo("Big deal");
        assertThat(entry.path("excerpt").asString()).isEqualTo("Look here, @Ann ثانية 🙂");
        assertThat(titles(boss).getFirst()).isEqualTo("Ann said");
    }

    @Test
    void saysWhoIsMentionedInVainAndDoesNotTellHim() {
        String deal = deal(annId);
        int before = count(bob, "mention");
        JsonNode said = say(ann, deal, "Hi <@" + bobId + ">");
        assertThat(said.at("/blind/0/title").asString()).isEqualTo("Bob");
        assertThat(count(bob, "mention")).isEqualTo(before);
        assertThat(bob.get(talk(deal)).status()).isEqualTo(404);
        assertThat(bob.post(talk(deal), "{\"text\":\"x\"}").status()).isEqualTo(404);
        assertThat(bob.get(followers(deal)).status()).isEqualTo(404);
        assertThat(bob.send("PUT", followers(deal), "{}").status()).isEqualTo(404);
    }

    @Test
    void showsNothingOfARecordThatIsNotSeenAnyMore() {
        String deal = deal(annId);
        say(boss, deal, "secret words <@" + annId + ">");
        Answer given = boss.patch("/api/objects/opportunity/records/" + deal, "{\"owner\":\"" + bobId + "\"}");
        assertThat(given.status()).isEqualTo(200);
        Answer inbox = ann.get("/api/inbox?limit=100");
        assertThat(titles(ann)).contains("You do not see this record any more");
        assertThat(inbox.raw().body()).doesNotContain("secret words", deal);
        int told = count(ann, "comment");
        assertThat(ann.send("PUT", followers(deal), "{}").status()).isEqualTo(404);
        say(boss, deal, "to whom it concerns");
        assertThat(count(ann, "comment")).isEqualTo(told);
    }

    @Test
    void letsOnlyTheAuthorCorrectAndTakeBack() {
        String deal = deal(annId);
        String id = say(ann, deal, "one").at("/comment/id").asString();
        String one = talk(deal) + "/" + id;
        assertThat(boss.patch(one, "{\"text\":\"two\"}").status()).isEqualTo(403);
        assertThat(boss.delete(one).status()).isEqualTo(403);
        assertThat(ann.patch(one, "{\"text\":\"two\"}").status()).isEqualTo(200);
        JsonNode corrected = boss.get(talk(deal)).body().at("/comments/0");
        assertThat(corrected.path("text").asString()).isEqualTo("two");
        assertThat(corrected.path("edited").isString()).isTrue();
        assertThat(ann.delete(one).status()).isEqualTo(204);
        JsonNode gone = boss.get(talk(deal)).body().at("/comments/0");
        assertThat(gone.path("deleted").asBoolean()).isTrue();
        assertThat(gone.path("text").asString()).isEmpty();
        assertThat(ann.delete(one).status()).isEqualTo(404);
        assertThat(ann.delete(talk(deal(annId)) + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void tellsOfACorrectionOnlyWhoIsNewlyMentionedAndTakesBackWithTheWords() {
        String deal = deal(annId);
        JsonNode said = say(boss, deal, "for <@" + annId + ">");
        String one = talk(deal) + "/" + said.at("/comment/id").asString();
        int told = count(ann, "mention");
        assertThat(boss.patch(one, "{\"text\":\"still for <@" + annId + ">\"}").status())
                .isEqualTo(200);
        assertThat(count(ann, "mention")).isEqualTo(told);
        assertThat(boss.delete(one).status()).isEqualTo(204);
        assertThat(count(ann, "mention")).isEqualTo(told - 1);
    }

    @Test
    void refusesWhatIsNoComment() {
        String deal = deal(annId);
        String long20001 = "x".repeat(20_001);
        assertThat(ann.post(talk(deal), "{\"text\":\" \\n \"}").status()).isEqualTo(422);
        assertThat(ann.post(talk(deal), "{\"text\":\"" + long20001 + "\"}").status())
                .isEqualTo(422);
        assertThat(ann.post(talk(deal), "{\"text\":\"" + "😀".repeat(20_000) + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(ann.post(talk(deal), "{\"text\":\"a\\u0000b\"}").status()).isEqualTo(422);
        assertThat(ann.post(talk(deal), "{\"text\":5}").status()).isEqualTo(422);
        assertThat(ann.post(talk(deal), "{\"text\":\"a\",\"other\":1}").status())
                .isEqualTo(422);
        assertThat(ann.post(talk(deal), "[]").status()).isEqualTo(400);
        assertThat(ann.post(talk(deal), "{\"text\":\"<@" + deal + ">\"}").status())
                .isEqualTo(422);
        String top = say(ann, deal, "top").at("/comment/id").asString();
        String reply = say(ann, deal, "reply", top).at("/comment/id").asString();
        assertThat(ann.post(talk(deal), "{\"text\":\"a\",\"parent\":\"" + reply + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(ann.get("/api/objects/product/records/" + deal + "/conversation")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesFromTheNewestBackAndThroughReplies() {
        String deal = deal(annId);
        String first = say(ann, deal, "c0").at("/comment/id").asString();
        for (int i = 1; i < 5; i++) {
            say(ann, deal, "c" + i);
        }
        say(ann, deal, "r0", first);
        say(ann, deal, "r1", first);
        JsonNode page = ann.get(talk(deal) + "?limit=3").body();
        assertThat(texts(page)).containsExactly("c4", "c3", "c2");
        JsonNode rest = ann.get(
                        talk(deal) + "?limit=3&after=" + page.path("next").asString())
                .body();
        assertThat(texts(rest)).containsExactly("c1", "c0");
        assertThat(rest.path("next").isNull()).isTrue();
        JsonNode replies = ann.get(talk(deal) + "?of=" + first + "&limit=1").body();
        assertThat(texts(replies)).containsExactly("r0");
        assertThat(texts(ann.get(talk(deal) + "?of=" + first + "&after="
                                + replies.path("next").asString())
                        .body()))
                .containsExactly("r1");
    }

    private static List<String> texts(JsonNode page) {
        List<String> texts = new ArrayList<>();
        page.path("comments").forEach(comment -> texts.add(comment.path("text").asString()));
        return texts;
    }

    @Test
    void letsOwnersAndSpeakersFollowUntilTheyLeave() {
        String deal = deal(annId);
        assertThat(ann.get(followers(deal)).body().path("following").asBoolean())
                .isTrue();
        assertThat(boss.get(followers(deal)).body().path("following").asBoolean())
                .isFalse();
        say(boss, deal, "hello");
        assertThat(boss.get(followers(deal)).body().path("count").asInt()).isEqualTo(2);
        int told = count(ann, "comment");
        assertThat(ann.delete(followers(deal)).body().path("following").asBoolean())
                .isFalse();
        say(boss, deal, "hello again");
        assertThat(count(ann, "comment")).isEqualTo(told);
        say(ann, deal, "I left");
        assertThat(ann.get(followers(deal)).body().path("following").asBoolean())
                .isFalse();
        assertThat(ann.send("PUT", followers(deal), "{}")
                        .body()
                        .path("following")
                        .asBoolean())
                .isTrue();
        say(boss, deal, "welcome back");
        assertThat(count(ann, "comment")).isEqualTo(told + 1);
    }

    @Test
    void tellsWhomARecordIsGivenTo() {
        try (Listener listener = new Listener(bob)) {
            int unread = listener.next("inbox").data().path("unread").asInt();
            String deal = deal(annId);
            Answer given = boss.patch("/api/objects/opportunity/records/" + deal, "{\"owner\":\"" + bobId + "\"}");
            assertThat(given.status()).isEqualTo(200);
            assertThat(listener.next("inbox").data().path("unread").asInt()).isEqualTo(unread + 1);
            assertThat(titles(bob).getFirst()).isEqualTo("Boss gave you this Opportunity");
            make(bob, "opportunity", "{\"name\":\"mine\",\"owner\":\"" + bobId + "\"}");
            String many = "[" + ("{\"name\":\"m\",\"owner\":\"" + bobId + "\"},").repeat(5);
            boss.post("/api/objects/opportunity/records", many.substring(0, many.length() - 1) + "]");
            assertThat(listener.next("inbox").data().path("unread").asInt()).isEqualTo(unread + 2);
            assertThat(titles(bob).getFirst()).isEqualTo("Boss gave you 5 Opportunities");
        }
    }

    @Test
    void marksOneAndAllAsReadOfOnesOwnOnly() {
        String deal = deal(annId);
        say(boss, deal, "<@" + annId + "> a");
        say(boss, deal, "<@" + annId + "> b");
        JsonNode inbox = ann.get("/api/inbox").body();
        int unread = inbox.path("unread").asInt();
        String one = "/api/inbox/" + inbox.at("/entries/0/id").asString();
        assertThat(bob.patch(one, "{\"read\":true}").status()).isEqualTo(404);
        assertThat(ann.patch(one, "{}").status()).isEqualTo(422);
        assertThat(ann.patch(one, "{\"read\":true}").body().path("unread").asInt())
                .isEqualTo(unread - 1);
        assertThat(ann.patch(one, "{\"read\":false}").body().path("unread").asInt())
                .isEqualTo(unread);
        assertThat(ann.post("/api/inbox/reading", "{}").body().path("unread").asInt())
                .isZero();
        assertThat(ann.get("/api/inbox?unread=true").body().path("entries").size())
                .isZero();
    }

    @Test
    void tellsOfATalkWhileOneLooks() {
        String deal = deal(annId);
        try (Listener hers = new Listener(ann);
                Listener his = new Listener(nemo)) {
            hers.next("inbox");
            his.next("inbox");
            say(boss, deal, "<@" + annId + "> now");
            JsonNode changed = hers.next("changed").data();
            while (changed.path("talks").isEmpty()) {
                changed = hers.next("changed").data();
            }
            assertThat(changed.path("talks").toString()).isEqualTo("[\"opportunity\"]");
            assertThat(his.heard()).doesNotContain("changed");
        }
    }
}
