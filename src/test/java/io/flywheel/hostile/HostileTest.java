package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.kernel.Ids;
import io.flywheel.kernel.Language;
import io.flywheel.kernel.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A workspace over real HTTP with one object, {@code thing}, that has a field of every type, and its lines. */
abstract class HostileTest extends ProductTest {
    static final String RECORDS = "/api/objects/thing/records";

    /** Words of the database, of Java and of the file system that no answer may hold. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)org\\.postgresql|java\\.|PSQL|syntax error|\\bat io\\.|SQLSTATE|relation \"|ws_[0-9a-f]{8}|<html");

    private static final String THING = """
            label: {zh: 东西, en: Thing}
            plural: {zh: 东西, en: Things}
            roles: {title: name, owner: owner}
            fields:
              name:   {type: text, length: 20, label: Name, required: true, searchable: true}
              code:   {type: text, length: 20, label: Code, unique: true}
              note:   {type: longText, label: Note}
              owner:  {type: member, label: Owner, default: me}
              amount: {type: money, digits: 2, label: Amount}
              parts:  {type: number, digits: 3, label: Parts}
              share:  {type: formula, result: {type: number, digits: 4}, expression: amount / parts, label: Share}
              day:    {type: date, label: Day}
              at:     {type: dateTime, label: At}
              ok:     {type: yesNo, label: Ok}
              kind:   {type: choice, label: Kind, options: {good: Good, bad: Bad}}
              tags:   {type: multiChoice, label: Tags, options: {x: X, y: Y}}
              parent: {type: reference, object: thing, label: Parent}
              mail:   {type: email, label: Mail}
              tel:    {type: phone, label: Tel}
              web:    {type: link, label: Web}
              lines:  {type: lines, object: thing_line, via: thing, label: Lines}
              total:  {type: rollUp, object: thing_line, via: thing, function: sum, of: price, result: {type: money}, label: Total}
            """;

    private static final String LINE = """
            label: {zh: 明细, en: Line}
            plural: {zh: 明细, en: Lines}
            roles: {title: name}
            fields:
              name:  {type: text, length: 20, label: Name}
              thing: {type: reference, object: thing, label: Thing, required: true}
              price: {type: money, digits: 2, label: Price}
            rules:
              - {name: price_not_negative, check: "price >= 0", message: {zh: 价格不能为负, en: The price cannot be negative}, field: price}
            """;

    @LocalServerPort
    int port;

    /** Founds a workspace with the two objects. */
    Visitor owner() {
        Visitor visitor = Visitor.at(port).founding("Hostile", Ids.next() + "@hostile.example");
        Answer published = visitor.post(
                "/api/definitions",
                "[{\"kind\":\"object\",\"name\":\"thing\",\"document\":" + yaml(THING) + "},"
                        + "{\"kind\":\"object\",\"name\":\"thing_line\",\"document\":" + yaml(LINE) + "}]");
        assertThat(published.status()).as(published.raw().body()).isEqualTo(200);
        return visitor.with("Accept-Language", "en");
    }

    static String create(Visitor visitor, String json) {
        Answer answer = visitor.post(RECORDS, json);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    /** Everything that is stored, as one number that grows with each record and each change. */
    static String stored(Visitor visitor) {
        return visitor.post("/api/query", """
                {"object": "thing", "measures": {"n": "count()", "v": "sum(version)", "a": "sum(amount)"}}""").body().path("rows")
                + "/"
                + visitor.post("/api/query", "{\"object\": \"thing_line\", \"measures\": {\"n\": \"count()\"}}")
                        .body()
                        .path("rows");
    }

    /** A refusal with the expected status and code (of the problem or of one of its faults, with its path if given). */
    static void assertRefused(Answer answer, int status, String wanted) {
        String body = answer.raw().body();
        assertThat(answer.status()).as(body).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("message").asString("")
                        + answer.body().path("title").asString(""))
                .as(body)
                .isNotBlank();
        assertThat(INSIDE.matcher(body).find()).as(body).isFalse();
        String codes = answer.code() + " "
                + answer.body()
                        .path("faults")
                        .valueStream()
                        .map(fault -> fault.path("path").asString() + " "
                                + fault.path("code").asString())
                        .toList();
        assertThat(codes).contains(wanted);
        answer.body()
                .path("faults")
                .forEach(fault -> assertWords(fault.path("code").asString()));
    }

    /** Both languages have words for a code. */
    private static void assertWords(String code) {
        for (Language language : Language.values()) {
            assertThat(Texts.text(language, code, Map.of())).as(code).isNotEqualTo(code);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
