package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that cannot be answered: told what is wrong with them, at once, and without a word of SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadQuestionsTest extends HostileTest {
    private Visitor visitor = Visitor.at(0);

    @BeforeAll
    void world() {
        visitor = owner();
        create(visitor, "{\"name\": \"??{0}$1:x'\", \"amount\": 10, \"parts\": 0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            '                                | formula.single-quote
            ; drop table thing; --           | formula.unknown-sign
            ?                                | formula.unknown-sign
            {0}                              | formula.unknown-sign
            $1                               | formula.unknown-sign
            (select 1)                       | formula.expected
            pg_sleep(10)                     | formula.unknown-function
            name = "a                        | formula.open-text
            9^9^9^9 = 1                      | formula.no-power
            1e999999999 = amount             | formula.unexpected
            nmae = "x"                       | formula.unknown-name-near
            name > 5                         | formula.not-comparable
            amount                           | formula.wrong-type
            date("2026-02-30") = day         | formula.not-a-date
            kind = "goood"                   | formula.unknown-option
            id = "x"                         | formula.not-an-id
            deleted_at is null               | formula.unknown-name
            parent.parent.parent.parent.parent.parent.parent.name = "x" | formula.path-too-long
            """)
    void refusesACondition(String where, String wanted) {
        assertRefused(visitor.get(RECORDS + "?where=" + encoded(where)), 422, wanted);
        assertRefused(visitor.post("/api/query", json("where", where)), 422, wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount / 0 = 1",
                "amount / parts = 1",
                "amount % 0 = 1",
                "addDays(day, 99999999999) = day",
                "addMonths(day, 9999999999) = day",
                "round(amount, 99999999) = 1 and false",
                "contains(name, \"%_\\\\\") ",
                "null",
                "name = \"'; drop table thing; --\""
            })
    void findsNothingWhereNothingCanBeFound(String where) {
        var answer = visitor.get(RECORDS + "?where=" + encoded(where));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().path("records")).isEmpty();
    }

    @Test
    void takesSignsOfOtherLanguagesInATextAsTheyAre() {
        var answer = visitor.get(RECORDS + "?where=" + encoded("name = \"??{0}$1:x'\""));
        assertThat(answer.body().path("records")).hasSize(1);
    }

    @Test
    void refusesTenThousandNestings() {
        String deep = "(".repeat(9_000) + "1 = 1" + ")".repeat(9_000);
        assertRefused(visitor.post("/api/query", json("where", deep)), 422, "formula.too-deep");
        assertRefused(visitor.post("/api/query", json("where", "x".repeat(5_000_000))), 422, "formula.too-long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit=0                 | 422 | query.limit-out-of-range
            limit=-1                | 422 | query.limit-out-of-range
            limit=501               | 422 | query.limit-out-of-range
            limit=999999999999      | 400 | query.limit-no-number
            order=nmae              | 422 | query.unknown-field
            order=name%3Bdrop       | 422 | query.unknown-field
            order=lines             | 422 | query.lines-are-no-value
            order=name%00           | 422 | query.unknown-field
            fields=nmae             | 422 | query.unknown-field
            fields=name%22%2Cid     | 422 | query.unknown-field
            fields=deleted_at       | 422 | query.unknown-field
            after=x                 | 400 | query.cursor-not-of-this-list
            after=%00               | 400 | query.cursor-not-of-this-list
            count=x                 | 400 | query.count-unknown
            wher=true               | 400 | query.unknown-parameter
            %00=1                   | 400 | http.status-400
            where=%ED%A0%80         | 400 | http.parameters-unreadable
            where=%FF               | 400 | http.parameters-unreadable
            """)
    void refusesAParameter(String query, int status, String wanted) {
        assertRefused(visitor.get(RECORDS + "?" + query), status, wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                       | 422 | query.body-no-object
            {}                                                       | 422 | query.object-missing
            {"object":5}                                             | 422 | query.not-a-text
            {"object":"thing","limt":1}                              | 422 | query.unknown-parameter
            {"object":"thing","groupBy":["nmae"]}                    | 422 | nmae
            {"object":"thing","groupBy":["name; drop"]}              | 422 | groupBy
            {"object":"thing","groupBy":[5]}                         | 422 | groupBy
            {"object":"thing","measures":{"n":"name"}}               | 422 | measures
            {"object":"thing","measures":{"n":"pg_sleep(5)"}}        | 422 | formula.unknown-function
            {"object":"thing","measures":{"n":5}}                    | 422 | measures.n
            {"object":"thing","measures":{"n":"count()"},"limit":-5} | 422 | query.limit-out-of-range
            {"object":"thing","measures":{"n":"count()"},"limit":1000000000000} | 422 | query.limit-out-of-range
            {"object":"thing'","measures":{"n":"count()"}}           | 404 | no-such-object
            {"object":"sys_access","measures":{"n":"count()"}}       | 404 | no-such-object
            """)
    void refusesAnAggregate(String json, int status, String wanted) {
        var answer = visitor.post("/api/query", json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.raw().body()).contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thnig",
                "thing'",
                "sys_access",
                "pg_class",
                "THING",
                "%E4%B8%9C%E8%A5%BF",
                "information_schema.tables"
            })
    void knowsNoObjectOfAnotherName(String name) {
        String path = "/api/objects/" + name + "/records";
        assertRefused(visitor.get(path), 404, "no-such-object");
        assertRefused(visitor.post(path, "{\"name\":\"x\"}"), 404, "no-such-object");
        assertRefused(visitor.get(path + "/4a1b6f4e-6d0b-4f8a-9d55-0a1b2c3d4e5f"), 404, "no-such-object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "..%2f..", "a%5cb", "thing;x"})
    void answersABrokenAddressWithAProblemToo(String name) {
        assertRefused(visitor.get("/api/objects/" + name + "/records"), 400, "http.status-400");
    }

    @Test
    void answersAnAddressThatIsTooLongWithAProblemToo() {
        assertRefused(visitor.get("/api/search?q=" + "x".repeat(50_000)), 400, "http.status-400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'", "%22a", "%5C", "*", "!", "(((", "%25", "a%27%20%26%20b%20%7C%20!(c):*", "%F0%9F%98%80"})
    void searchesForAnyWords(String words) {
        assertThat(visitor.get("/api/search?q=" + words).status()).isEqualTo(200);
    }

    private static String json(String property, String value) {
        return "{\"object\":\"thing\",\"measures\":{\"n\":\"count()\"},\"" + property + "\":"
                + new tools.jackson.databind.json.JsonMapper().writeValueAsString(value) + "}";
    }
}
