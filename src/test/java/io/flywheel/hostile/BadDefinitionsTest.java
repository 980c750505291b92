package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Definitions that cannot be published: every one told with its path, and the catalogue as before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadDefinitionsTest extends HostileTest {
    private static final String HEAD = """
            {"label": {"zh": "新", "en": "New"}, "plural": {"zh": "新", "en": "New"}, "fields": {
              "name": {"type": "text", "length": 20, "label": {"zh": "名", "en": "Name"}},
              "a": {"type": "number", "digits": 2, "label": {"zh": "甲", "en": "A"}}""";

    private Visitor visitor = Visitor.at(0);

    @BeforeAll
    void world() {
        visitor = owner();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "x":{"type":"formula","expression":"y+1","result":{"type":"number"},L},"y":{"type":"formula","expression":"x+1","result":{"type":"number"},L} | fields.x catalog.formula-cycle
            "x":{"type":"formula","expression":"x+1","result":{"type":"number"},L}    | fields.x catalog.formula-cycle
            "x":{"type":"formula","expression":"9^9^9^9","result":{"type":"number"},L}| fields.x.expression formula.no-power
            "x":{"type":"formula","expression":"nmae","result":{"type":"number"},L}   | formula.unknown-name-near
            "x":{"type":"formula","expression":"name","result":{"type":"number"},L}   | catalog.result-does-not-fit
            "x":{"type":"formula","expression":"'; drop table x; --","result":{"type":"number"},L} | formula.single-quote
            "x":{"type":"formula","expression":"?","result":{"type":"number"},L}      | formula.unknown-sign
            "x":{"type":"formula","expression":"{0}","result":{"type":"number"},L}    | formula.unknown-sign
            "x":{"type":"formula","expression":"$1","result":{"type":"number"},L}     | formula.unknown-sign
            "x":{"type":"tekst",L}                                | fields.x.type
            "x":{"type":"text","lenght":5,L}                      | catalog.unknown-property-nearest
            "x":{"type":"text","length":0,L}                      | fields.x.length catalog.too-small
            "x":{"type":"number","digits":21,L}                   | fields.x.digits catalog.too-large
            "x":{"type":"reference","object":"nope",L}            | fields.x.object catalog.no-such-object
            "x":{"type":"rollUp","object":"nope","via":"x","function":"sum","of":"a","result":{"type":"number"},L} | catalog.no-such-object
            "x":{"type":"autoNumber","format":"x",L}              | catalog.format-without-serial
            "x y":{"type":"text","length":5,L}                    | catalog.illegal-name
            "x\\"y":{"type":"text","length":5,L}                  | catalog.illegal-name
            "x'y":{"type":"text","length":5,L}                    | catalog.illegal-name
            "?":{"type":"text","length":5,L}                      | catalog.illegal-name
            "deleted_at":{"type":"text","length":5,L}             | catalog.name-taken
            "owner_unit":{"type":"text","length":5,L}             | catalog.name-taken
            "x":{"type":"text","length":5,"label":5}              | fields.x.label
            "x":{"type":"text","length":5,"requiredWhen":"a",L}   | formula.wrong-type
            "x":{"type":"text","length":1e999999999,L}            | catalog.number-beyond-reason
            """)
    void refusesAField(String field, String wanted) {
        String json = HEAD + "," + field.replace("L}", "\"label\":{\"zh\":\"x\",\"en\":\"x\"}}") + "}}";
        assertRefused(visitor.send("PUT", "/api/definitions/object/fresh", json), 422, wanted);
        assertThat(visitor.get("/api/definitions/object/fresh").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"?\" & name",
                "\"??\" & name",
                "\"{0} {1}\" & name",
                "\"$1 :x %s\" & name",
                "\"it's \\\\ /* -- \" & name",
                "\"'; drop table thing; --\" & name"
            })
    void keepsSignsOfOtherLanguagesInAFormulaAsText(String expression) {
        String object = "signs" + Math.abs(expression.hashCode());
        String written = new JsonMapper().writeValueAsString(expression);
        String field = ",\"x\":{\"type\":\"formula\",\"expression\":" + written
                + ",\"result\":{\"type\":\"text\",\"length\":90},\"label\":{\"zh\":\"'?{0}$1\",\"en\":\"\\\\ '; --\"}}}}";
        var published = visitor.send("PUT", "/api/definitions/object/" + object, HEAD + field);
        assertThat(published.status()).as(published.raw().body()).isEqualTo(200);
        String records = "/api/objects/" + object + "/records";
        assertThat(visitor.post(records, "{\"name\":\"!\"}").status()).isEqualTo(201);
        String shown = visitor.get(records).body().at("/records/0/x").asString();
        assertThat(shown)
                .isEqualTo(expression.substring(1, expression.lastIndexOf('"')).replace("\\\\", "\\") + "!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z'd", "1zed", "z-d", "z.d", "__proto__", "sys_x", "pg_class"})
    void refusesAName(String name) {
        var answer = visitor.send("PUT", "/api/definitions/object/" + name, HEAD + "}}");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
    }

    @Test
    void refusesAFormulaOfTenThousandNestings() {
        String deep = "(".repeat(9_000) + "a" + ")".repeat(9_000);
        String json = HEAD + ",\"x\":{\"type\":\"formula\",\"expression\":\"" + deep
                + "\",\"result\":{\"type\":\"number\"},\"label\":{\"zh\":\"x\",\"en\":\"x\"}}}}";
        assertRefused(visitor.send("PUT", "/api/definitions/object/deep", json), 422, "formula.too-deep");
    }

    @Test
    void overlooksNothingThatWasTypedWrong() {
        assertRefused(
                visitor.send("PUT", "/api/definitions/object/fresh?dryrun=true", HEAD + "}}"),
                400,
                "http.unknown-parameter");
        assertThat(visitor.get("/api/definitions/object/fresh").status()).isEqualTo(404);
        assertRefused(
                visitor.post("/api/definitions", "[{\"kind\":\"object\",\"name\":\"thing_line\",\"documnt\":{}}]"),
                422,
                "catalog.unknown-property");
        assertRefused(visitor.send("PUT", "/api/definitions/nope/x/draft", "{}"), 404, "catalog.unknown-kind");
        assertRefused(
                visitor.send("PUT", "/api/definitions/object/x/draft", "{\"a\":1e999999999}"),
                422,
                "catalog.number-beyond-reason");
        assertRefused(visitor.post(RECORDS + "?dryRun=true", "{\"name\":\"n\"}"), 400, "http.unknown-parameter");
    }

    @Test
    void refusesWhatOthersChangedMeanwhile() {
        var answer = visitor.with("If-Match", "\"99\"").send("PUT", "/api/definitions/object/thing", HEAD + "}}");
        assertRefused(answer, 409, "catalog.changed-meanwhile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                 | access.roles-missing
            {"roles":null}     | access.roles-missing
            {"roles":[null]}   | access.roles-missing
            {"roles":["'"]}    | access.no-such-role
            """)
    void refusesRoles(String json, String wanted) {
        String me = visitor.get("/api/me").body().at("/member/id").asString();
        assertRefused(visitor.send("PUT", "/api/members/" + me + "/roles", json), 422, wanted);
    }

    @Test
    void refusesAPasswordThatIsNoText() {
        assertRefused(
                visitor.post("/api/session", "{\"email\":\"x\",\"password\":\"\\ud800\"}"), 422, "identity.unreadable");
    }
}
