package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a record's lines is said of the line and the field, and nothing is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadLinesTest extends HostileTest {
    private Visitor visitor = Visitor.at(0);

    @BeforeAll
    void world() {
        visitor = owner();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","lines":[{"price":"x"}]}                               | lines[0].price record.
            {"name":"a","lines":[{"price":1},{"price":"x"}]}                   | lines[1].price record.
            {"name":"a","lines":[{"price":1},{"prise":2}]}                     | lines[1].prise record.
            {"name":"a","lines":[{"price":1},{"name":"123456789012345678901"}]} | lines[1].name record.
            {"name":"a","lines":[{"price":1},{"price":-1}]}                    | lines[1].price record.rule
            {"name":"a","lines":[{"price":-1}]}                                | lines[0].price record.rule
            {"name":"a","amount":"y","lines":[{"price":"x"}]}                  | lines[0].price record.
            {"name":"a","amount":"y","lines":[{"price":"x"}]}                  | amount record.
            {"name":"a","lines":7}                                             | lines record.wrong-type-lines
            [{"name":"a"},{"name":"b","lines":[{"price":1},{"price":"x"}]}]    | [1].lines[1].price record.
            [{"name":"a","lines":[{"price":1}]},{"name":"b","lines":[{"price":-2}]}] | [1].lines[0].price record.rule
            [{"name":"a"},{"name":"b","lines":{}}]                             | [1].lines record.wrong-type-lines
            """)
    void namesTheLineAndTheField(String body, String wanted) {
        String before = stored(visitor);
        assertRefused(visitor.post(RECORDS, body), 422, wanted);
        assertThat(stored(visitor)).isEqualTo(before);
    }

    @Test
    void namesTheRowOfAChangeWhateverTheOthersGive() {
        String first = create(visitor, "{\"name\":\"first\"}");
        String second = create(visitor, "{\"name\":\"second\",\"code\":\"taken\"}");
        Answer answer = visitor.patch(
                RECORDS, "[{\"id\":\"" + second + "\",\"amount\":1},{\"id\":\"" + first + "\",\"name\":null}]");
        assertRefused(answer, 422, "[1].name record.");
    }
}
