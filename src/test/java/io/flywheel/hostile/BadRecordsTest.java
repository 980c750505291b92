package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Records that cannot be: every one refused with its field and reason, and nothing written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRecordsTest extends HostileTest {
    private Visitor visitor = Visitor.at(0);
    private String id = "";

    @BeforeAll
    void world() {
        visitor = owner();
        id = create(visitor, "{\"name\": \"one\", \"code\": \"c1\", \"amount\": 10, \"parts\": 0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":                                      | 400 | http.json-malformed
            `` | 400 | record.body-no-object
            []                                            | 400 | record.batch-size
            5                                             | 400 | record.body-no-object
            [null]                                        | 400 | record.body-no-object
            {"name":"a"} {"name":"b"}                     | 400 | http.json-malformed
            {"name":"a","name":"b"}                       | 400 | http.duplicate-key
            {"name":NaN}                                  | 400 | http.json-malformed
            {}                                            | 422 | name record.required
            {"name":null}                                 | 422 | name record.required
            {"name":"n","nmae":"x"}                       | 422 | nmae record.unknown-field-near
            {"name":"n","x'; drop table thing; --":1}     | 422 | record.unknown-field
            {"name":"n","deleted_at":null}                | 422 | deleted_at record.unknown-field
            {"name":5}                                    | 422 | name record.wrong-type-text
            {"name":["a"]}                                | 422 | name record.wrong-type-text
            {"name":"123456789012345678901"}              | 422 | name record.text-too-long
            {"name":"\\u0000"}                            | 422 | name record.text-unreadable
            {"name":"a\\ud800"}                           | 422 | name record.text-unreadable
            {"name":"n","amount":"abc"}                   | 422 | amount record.wrong-type-number
            {"name":"n","amount":true}                    | 422 | amount record.wrong-type-number
            {"name":"n","amount":1e999999999}             | 422 | amount record.number-too-large
            {"name":"n","amount":"1e999999999"}           | 422 | amount record.number-too-large
            {"name":"n","amount":1e-999999999}            | 422 | amount record.number-too-large
            {"name":"n","parts":123456789012345678901}    | 422 | parts record.number-too-large
            {"name":"n","day":"2026-02-30"}               | 422 | day record.wrong-type-date
            {"name":"n","day":"+10000-01-01"}             | 422 | day record.date-out-of-range
            {"name":"n","at":"2026-01-01"}                | 422 | at record.wrong-type-dateTime
            {"name":"n","at":"+999999999-12-31T23:59:59Z"}| 422 | at record.date-out-of-range
            {"name":"n","ok":"true"}                      | 422 | ok record.wrong-type-yesNo
            {"name":"n","kind":"goood"}                   | 422 | kind record.no-such-option
            {"name":"n","kind":"a' or '1'='1"}            | 422 | kind record.no-such-option
            {"name":"n","tags":"x"}                       | 422 | tags record.wrong-type-options
            {"name":"n","tags":["x",null]}                | 422 | tags record.wrong-type-options
            {"name":"n","parent":"x"}                     | 422 | parent record.wrong-type-reference
            {"name":"n","parent":{"id":{"id":1}}}         | 422 | parent record.wrong-type-reference
            {"name":"n","parent":"4a1b6f4e-6d0b-4f8a-9d55-0a1b2c3d4e5f"} | 422 | parent record.no-such-reference
            {"name":"n","owner":"4a1b6f4e-6d0b-4f8a-9d55-0a1b2c3d4e5f"}  | 422 | owner record.no-such-reference
            {"name":"n","mail":"a"}                       | 422 | mail record.not-an-email
            {"name":"n","tel":"x"}                        | 422 | tel record.not-a-phone
            {"name":"n","web":"javascript:alert(1)"}      | 422 | web record.not-a-link
            {"name":"n","web":"data:text/html,x"}         | 422 | web record.not-a-link
            {"name":"n","share":5}                        | 422 | share record.field-computed
            {"name":"n","total":5}                        | 422 | total record.field-computed
            {"name":"n","created_by":null}                | 422 | created_by record.field-computed
            {"name":"n","lines":"x"}                      | 422 | lines record.wrong-type-lines
            {"name":"n","lines":{}}                       | 422 | lines record.wrong-type-lines
            {"name":"n","lines":[1]}                      | 400 | record.body-no-object
            {"name":"n","lines":[{"nmae":1}]}             | 422 | nmae record.unknown-field-near
            {"name":"n","lines":[{"price":"x"}]}          | 422 | price record.wrong-type-number
            {"name":"n","id":{}}                          | 422 | id record.not-an-id
            {"name":"n","id":"7"}                         | 422 | id record.not-an-id
            {"name":"n","code":"c1"}                      | 422 | code record.taken
            [{"name":"n","code":"d"},{"name":"n","code":"d"}] | 422 | [1].code record.taken
            """)
    void refusesWhatNoRecordCanBe(String json, int status, String wanted) {
        String before = stored(visitor);

        assertRefused(visitor.post(RECORDS, json), status, wanted);

        assertThat(stored(visitor)).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooMuch() {
        String before = stored(visitor);
        assertRefused(visitor.post(RECORDS, "[".repeat(5_000) + "]".repeat(5_000)), 400, "http.json-limit");
        assertRefused(
                visitor.post(RECORDS, "{\"name\":\"n\",\"amount\":" + "9".repeat(250) + "}"), 400, "http.json-limit");
        assertRefused(
                visitor.post(RECORDS, "[" + "{\"name\":\"n\"},".repeat(10_000) + "{\"name\":\"n\"}]"),
                400,
                "record.batch-size");
        assertRefused(
                visitor.post(RECORDS, "{\"name\":\"n\",\"note\":\"" + "x".repeat(100_001) + "\"}"),
                422,
                "note record.text-too-long");
        assertRefused(visitor.with("Content-Type", "text/plain").post(RECORDS, "{}"), 400, "http.not-json");
        assertThat(stored(visitor)).isEqualTo(before);
    }

    @Test
    void refusesAnIdThatIsTakenAndOneGivenTwice() {
        String before = stored(visitor);
        UUID other = UUID.randomUUID();
        assertRefused(visitor.post(RECORDS, "{\"name\":\"n\",\"id\":\"" + id + "\"}"), 422, "id record.id-taken");
        assertRefused(
                visitor.post(
                        RECORDS,
                        "[{\"name\":\"n\",\"id\":\"%s\"},{\"name\":\"n\",\"id\":\"%s\"}]".formatted(other, other)),
                422,
                "[1].id record.given-twice");
        assertRefused(
                visitor.patch(RECORDS, "[{\"id\":\"%s\",\"amount\":1},{\"id\":\"%s\",\"parts\":2}]".formatted(id, id)),
                422,
                "[1].id record.given-twice");
        assertThat(stored(visitor)).isEqualTo(before);
    }

    @Test
    void asksForWhatAChangeNeeds() {
        assertRefused(visitor.patch(RECORDS, "{\"amount\":1}"), 422, "id record.id-missing");
        assertRefused(visitor.patch(RECORDS, "[{\"id\":null},{\"id\":5}]"), 422, "[0].id record.id-missing");
        assertRefused(visitor.delete(RECORDS), 400, "record.ids-missing");
        assertRefused(visitor.delete(RECORDS + "?ids=x"), 404, "record.no-record-of-that-id");
        assertRefused(visitor.post(RECORDS + "?onFault=skp", "{\"name\":\"n\"}"), 400, "record.on-fault-unknown");
        assertRefused(visitor.post(RECORDS + "?onFault=skip", "{\"name\":null}"), 422, "name record.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "'", "%22", "%F0%9F%98%80", "4a1b6f4e-6d0b-4f8a-9d55-0a1b2c3d4e5f"})
    void knowsNoRecordOfAnIdThatIsNone(String none) {
        String one = RECORDS + "/" + none;
        assertRefused(visitor.get(one), 404, "no-such-record");
        assertThat(visitor.patch(one, "{\"amount\":1}").status()).isEqualTo(404);
        assertThat(visitor.delete(one).status()).isEqualTo(404);
        assertThat(visitor.get(one + "/history").status()).isEqualTo(404);
        assertThat(visitor.post(one + "/restoration", "{}").status()).isEqualTo(404);
    }

    @Test
    void tellsTheSecondEditorWhatChanged() {
        String mine = create(visitor, "{\"name\":\"edited\"}");
        String one = RECORDS + "/" + mine;
        assertThat(visitor.patch(one, "{\"amount\":1,\"version\":1}").status()).isEqualTo(200);

        Answer byHeader = visitor.with("If-Match", "\"1\"").patch(one, "{\"parts\":3}");
        Answer byBody = visitor.patch(one, "{\"parts\":3,\"version\":1}");

        for (Answer conflict : new Answer[] {
            byHeader, byBody, visitor.with("If-Match", "\"1\"").delete(one)
        }) {
            assertRefused(conflict, 409, "record.changed-meanwhile");
            assertThat(conflict.body().at("/details/changed").asString()).isEqualTo("amount");
            assertThat(conflict.body().at("/details/version").asInt()).isEqualTo(2);
            JsonNode change = conflict.body().at("/details/changes/0");
            assertThat(change.path("field").asString()).isEqualTo("amount");
            assertThat(change.path("value").decimalValue()).isEqualByComparingTo("1");
            assertThat(change.at("/by/id").asString())
                    .isEqualTo(visitor.get("/api/me").body().at("/member/id").asString());
            assertThat(change.at("/by/name").asString()).isNotBlank();
            assertThat(Instant.parse(change.path("at").asString())).isBeforeOrEqualTo(Instant.now());
        }
        assertRefused(visitor.with("If-Match", "1").patch(one, "{\"parts\":3}"), 400, "http.if-match-malformed");
        assertRefused(visitor.patch(one, "{\"parts\":3,\"version\":1.5}"), 422, "version record.not-a-version");
    }

    @Test
    void answersNothingWhereADivisionHasNoResult() {
        assertThat(visitor.get(RECORDS + "/" + id).body().path("share").isNull())
                .isTrue();
    }

    @Test
    void namesTheMethodsThatAnAddressTakes() {
        assertRefused(visitor.send("PUT", RECORDS + "/" + id, "{}"), 405, "http.method");
        assertRefused(visitor.send("OPTIONS", RECORDS + "/" + id, ""), 405, "http.method");
        assertRefused(visitor.get(RECORDS + "x"), 404, "http.no-such-path");
    }
}
