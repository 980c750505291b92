package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.kernel.Ids;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absurd periods and keys: refused at once, before they take the memory of everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFiguresTest extends HostileTest {
    private Visitor visitor = Visitor.at(0);

    @BeforeAll
    void world() {
        visitor = Visitor.at(port).founding("Figures", Ids.next() + "@hostile.example");
        visitor = visitor.with("Accept-Language", "en");
        assertThat(visitor.send("PUT", "/api/apps/performance", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0000",
                "FY0000",
                "2026-Q5",
                "2026-13",
                "2026-W54",
                "2026-12-31..2026-01-01",
                "2026-01-01..",
                "..2026",
                "-9999-01-01..2026-01-01",
                "%2B99999-01-01..%2B99999-12-31",
                "-999999999-01-01..%2B999999999-12-31",
                "%D9%A2%D9%A0%D9%A2%D9%A6",
                "2026'--"
            })
    void refusesAPeriodThatIsNone(String period) {
        for (String figures : new String[] {"metrics/average_deal/values", "metrics/open_deals/values"}) {
            var answer = visitor.get("/api/" + figures + "?period=" + period);
            assertRefused(answer, 400, "performance.period-unreadable");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            period=0001-01-01..9999-12-31&grain=day            | 400 | performance.too-many-spans
            period=0001-01-01..9999-12-31&by=member&grain=week | 400 | performance.too-many-spans
            period=2026&grain=second                           | 400 | performance.grain-unreadable
            by=member                                          | 400 | http.parameter-missing
            """)
    void refusesFigures(String query, int status, String wanted) {
        for (String metric : new String[] {"average_deal", "open_deals"}) {
            assertRefused(visitor.get("/api/metrics/" + metric + "/values?" + query), status, wanted);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            by=member&key=x         | 400 | performance.key-unreadable
            by=stage&key=%00        | 400 | database.text-unreadable
            limit=x                 | 400 | http.parameter-malformed
            offset=99999999999      | 400 | http.parameter-malformed
            """)
    void refusesTheRecordsBehind(String query, int status, String wanted) {
        assertRefused(visitor.get("/api/metrics/average_deal/records?period=2026&" + query), status, wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "'", "%22", "a%22b"})
    void knowsNoFiguresOfAnotherName(String name) {
        assertRefused(visitor.get("/api/metrics/" + name + "/values?period=2026"), 404, "performance.no-such-metric");
        assertRefused(visitor.get("/api/scorecards/" + name + "?period=2026"), 404, "performance.no-such-scorecard");
    }
}
