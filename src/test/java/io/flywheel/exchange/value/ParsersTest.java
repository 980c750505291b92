package io.flywheel.exchange.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.catalog.FieldType;
import io.flywheel.kernel.Label;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$342.09K | 342090",
                "1,234.50 | 1234.50",
                "(12.00) | -12.00",
                "12.5% | 0.125",
                "¥ 1,000 | 1000",
                "１２３．５ | 123.5",
                "3.2万 | 32000",
                "1.5 亿 | 150000000",
                "1.234,50 | 1234.50",
                "12,34,567.8 | 1234567.8",
                "-$5 | -5",
                "$-5 | -5",
                "5- | -5",
                "1.2E-2 | 0.012",
                "USD 12 | 12",
                "12 USD | 12",
                ".5 | 0.5",
                "-60.70400000000001 | -60.70400000000001",
                "0.123456789012345678 | 0.123456789012345678"
            })
    void readsNumbersAsPeopleWriteThem(String text, BigDecimal number) throws Unreadable {
        assertThat((BigDecimal) parse(new FieldType.Number(18), text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.2.3", "1,2,3", "--5", ".", "12 apples", "1e999", "9^9^9^9", "'; drop table x"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> parse(new FieldType.Number(2), text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void keepsAPercentageAsItIsWritten() throws Unreadable {
        assertThat(parse(new FieldType.Percent(1), "12.5%")).isEqualTo(new BigDecimal("12.5"));
        assertThat(parse(new FieldType.Percent(1), "12.5")).isEqualTo(new BigDecimal("12.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017/08/25 | 2017-08-25",
                "2017-08-25 00:00:00.000 | 2017-08-25",
                "20101229 | 2010-12-29",
                "15 Apr, 2021 00:02:00 | 2021-04-15",
                "Apr 15, 2021 | 2021-04-15",
                "15-Apr-21 | 2021-04-15",
                "2021年4月5日 | 2021-04-05",
                "2024-02-29 | 2024-02-29",
                "4/5/2021 | 2021-04-05",
                "42852 | 2017-04-27",
                "2017-08-25T23:59:59Z | 2017-08-25",
                "２０１７／８／５ | 2017-08-05"
            })
    void readsDaysAsPeopleWriteThem(String text, LocalDate day) throws Unreadable {
        assertThat(parse(new FieldType.Date(), text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "31/31/2020", "soon", "12", "2020-13-01"})
    void refusesDaysThatAreNone(String text) {
        assertThatThrownBy(() -> parse(new FieldType.Date(), text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void readsMomentsInTheWorkspacesZoneUnlessTheyNameOne() throws Unreadable {
        assertThat(parse(new FieldType.DateTime(), "15 Apr, 2021 00:02:00"))
                .isEqualTo(OffsetDateTime.parse("2021-04-15T00:02:00+08:00"));
        assertThat(parse(new FieldType.DateTime(), "2021-04-15T00:02:00.5Z"))
                .isEqualTo(OffsetDateTime.parse("2021-04-15T00:02:00.5Z"));
        assertThat(parse(new FieldType.DateTime(), "4/15/2021 1:05 PM"))
                .isEqualTo(OffsetDateTime.parse("2021-04-15T13:05:00+08:00"));
    }

    @Test
    void letsTheWholeColumnDecideWhetherTheDayComesFirst() throws Unreadable {
        DayOrderVote vote = new DayOrderVote();
        vote.see("03/04/2021");
        assertThat(vote.isOpen()).isTrue();
        vote.see("25/04/2021");
        assertThat(vote.isOpen()).isFalse();
        DayOrder order = vote.decide(DayOrder.MONTH_FIRST);
        CellParser parser = Parsers.of(new FieldType.Date(), Emptiness.ORDINARY, order, ZONE);
        assertThat(parser.parse("03/04/2021")).isEqualTo(LocalDate.of(2021, 4, 3));
    }

    @ParameterizedTest
    @CsvSource({"是,true", "否,false", "Yes,true", "n,false", "1,true", "0,false", "TRUE,true"})
    void readsYesAndNo(String text, boolean value) throws Unreadable {
        assertThat(parse(new FieldType.YesNo(), text)).isEqualTo(value);
    }

    @Test
    void findsAnOptionByKeyOrLabelInEitherLanguage() throws Unreadable {
        FieldType stage = new FieldType.Choice(Map.of(
                "closed_won", new FieldType.Option(new Label("赢单", "Won"), null, false),
                "unknown", new FieldType.Option(new Label("不明", "Not known"), null, false)));
        assertThat(parse(stage, " WON ")).isEqualTo("closed_won");
        assertThat(parse(stage, "Closed Won")).isEqualTo("closed_won");
        assertThat(parse(stage, "赢单")).isEqualTo("closed_won");
        assertThat(parse(stage, "Unknown")).isEqualTo("unknown");
        assertThat(parse(stage, "Select")).isNull();
        assertThatThrownBy(() -> parse(stage, "Wonn")).isInstanceOf(Unreadable.class);
    }

    @Test
    void readsWordsForNothingAsEmptyExceptInTexts() throws Unreadable {
        for (String word : new String[] {"", "-", "N/A", "Select", "unknown", "(空)", "（空）"}) {
            assertThat(parse(new FieldType.Money(2), word)).isNull();
        }
        CellParser text = Parsers.of(new FieldType.Text(20), Emptiness.NOTHING, DayOrder.MONTH_FIRST, ZONE);
        assertThat(text.parse("unknown")).isEqualTo("unknown");
        assertThat(text.parse("")).isNull();
    }

    private static @Nullable Object parse(FieldType type, String text) throws Unreadable {
        return Parsers.of(type, Emptiness.ORDINARY, DayOrder.MONTH_FIRST, ZONE).parse(text);
    }
}
