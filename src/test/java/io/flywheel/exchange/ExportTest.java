package io.flywheel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.ProductTest;
import io.flywheel.exchange.export.ExportFile;
import io.flywheel.exchange.export.Exports;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import io.flywheel.record.Batch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExportTest extends ProductTest {
    private static final String FIRM = """
            label: {zh: 公司, en: Firm}
            plural: {zh: 公司, en: Firms}
            roles: {title: name}
            fields:
              name: {type: text, length: 40, label: {zh: 名称, en: Name}}
            """;
    private static final String DEAL = """
            label: {zh: 单子, en: Deal}
            plural: {zh: 单子, en: Deals}
            roles: {title: name}
            fields:
              name:   {type: text, length: 60, label: {zh: 名称, en: Name}}
              firm:   {type: reference, object: firm, label: {zh: 公司, en: Firm}}
              amount: {type: money, digits: 2, label: {zh: 金额, en: Amount}}
              day:    {type: date, label: {zh: 日期, en: Day}}
              at:     {type: dateTime, label: {zh: 时刻, en: At}}
              ok:     {type: yesNo, label: {zh: 可以, en: Ok}}
              kind:   {type: choice, label: {zh: 类型, en: Kind}, options: {new: {zh: 新购, en: New}, old: {zh: 续约, en: Renewal}}}
              tags:   {type: multiChoice, label: {zh: 标签, en: Tags}, options: {a: {zh: 甲, en: Alpha}, b: {zh: 乙, en: Beta}}}
            """;
    private static final List<String> FIELDS =
            List.of("name", "firm", "firm.name", "amount", "day", "at", "ok", "kind", "tags");

    @Autowired
    private Exports exports;

    private Actor filled() {
        Actor actor = newWorkspace();
        publish(actor, "firm", FIRM, "deal", DEAL);
        var firm = create(actor, "firm", "name", "华东达科");
        create(
                actor,
                "deal",
                "name",
                "=cmd|'/c calc'!A1",
                "firm",
                firm,
                "amount",
                new BigDecimal("-1234.50"),
                "day",
                LocalDate.of(2026, 2, 28),
                "at",
                Instant.parse("2026-02-28T16:30:00Z").atOffset(ZoneOffset.UTC),
                "ok",
                true,
                "kind",
                "old",
                "tags",
                new String[] {"a", "b"});
        create(actor, "deal", "name", "a, \"b\"\nc");
        return actor;
    }

    private byte[] written(Actor actor, ExportFile.Kind kind, String where, List<String> fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.ready(actor, "deal", where.isEmpty() ? null : where, fields).write(kind, out);
        return out.toByteArray();
    }

    @Test
    void writesWhatPeopleReadInTheirLanguageAndNothingASpreadsheetWouldRun() throws IOException {
        Actor actor = filled();
        String csv = new String(written(actor, ExportFile.Kind.CSV, "", FIELDS), StandardCharsets.UTF_8);
        assertThat(csv.replace("\r\n", "\n"))
                .isEqualTo("\uFEFFName,Firm,Firm / Name,Amount,Day,At,Ok,Kind,Tags\n"
                        + "'=cmd|'/c calc'!A1,华东达科,华东达科,-1234.50,2026-02-28,2026-02-28 16:30,Yes,Renewal,Alpha; Beta\n"
                        + "\"a, \"\"b\"\"\nc\",,,,,,,,\n");
        Actor chinese = new Actor(actor.workspace(), actor.member(), Language.ZH);
        assertThat(new String(written(chinese, ExportFile.Kind.CSV, "ok", FIELDS), StandardCharsets.UTF_8))
                .startsWith("\uFEFF名称,公司,公司 / 名称,金额")
                .contains("是,续约,甲; 乙")
                .doesNotContain("a, ");
    }

    @Test
    void writesAWorkbookWhoseNumbersAndDaysAreSuch() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(
                        new ByteArrayInputStream(written(filled(), ExportFile.Kind.XLSX, "", FIELDS)));
                Stream<Row> read = book.getFirstSheet().openStream()) {
            read.forEach(rows::add);
        }
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("=cmd|'/c calc'!A1");
        assertThat(rows.get(1).getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("-1234.5");
        assertThat(rows.get(1).getCellAsDate(4).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(rows.get(2).getCellText(0)).isEqualTo("a, \"b\"\nc");
    }

    @Test
    void bringsEveryRecordOnceOverManyPages() throws IOException {
        Actor actor = newWorkspace();
        publish(actor, "firm", FIRM, "deal", DEAL);
        List<Batch.Row> many = IntStream.range(0, 1_234)
                .mapToObj(i -> new Batch.Row(i, null, null, new Object[] {"deal " + i}))
                .toList();
        records.write(actor, new Batch("deal", Batch.Operation.CREATE, List.of("name"), many, false, null));
        String csv = new String(written(actor, ExportFile.Kind.CSV, "", List.of("name")), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1)).hasSize(1_234).doesNotHaveDuplicates();
    }
}
