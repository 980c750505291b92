package io.flywheel.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flywheel.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
    private static final String CHINESE = "客户,地区,金额\r\n海尔,华东,12\r\n格力,中南,13\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GBK", "GB18030"})
    void readsChineseInAnyCharsetWithoutBeingTold(String charset) throws IOException {
        Path file = write(CHINESE.getBytes(Charset.forName(charset)));
        assertThat(read(file, ReadOptions.GUESS))
                .containsExactly(List.of("客户", "地区", "金额"), List.of("海尔", "华东", "12"), List.of("格力", "中南", "13"));
    }

    @Test
    void readsByteOrderMarks() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = write(("\uFEFF" + CHINESE).getBytes(charset));
            assertThat(read(file, ReadOptions.GUESS).getFirst()).containsExactly("客户", "地区", "金额");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void findsTheSeparatorOutsideOfQuotes(String separator) throws IOException {
        String text = "a|name|note\n1|\"x, y; z\tw\"|\"say \"\"hi\"\"\nthere\"\n2|b|c\n".replace("|", separator);
        assertThat(read(write(text), ReadOptions.GUESS).get(1)).containsExactly("1", "x, y; z\tw", "say \"hi\"\nthere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsAnyLineEndAndDropsBlankRowsAndColumns(String end) throws IOException {
        String text = String.join(end, "name,age,,", "Ann,1,,", ",,,", "Bo,2,,", ",,,", "", "");
        assertThat(read(write(text), ReadOptions.GUESS))
                .containsExactly(List.of("name", "age"), List.of("Ann", "1"), List.of("Bo", "2"));
    }

    @Test
    void numbersTheColumnsOfAFileWithoutAHeader() throws IOException {
        Path file = write("1|272|20101229|28000.0000\n2|281|20101229|367000.0000\n");
        try (DataFile data = DataFile.open(file, ReadOptions.GUESS)) {
            assertThat(data.columns().names()).containsExactly("column1", "column2", "column3", "column4");
            assertThat(data.columns().find("C")).hasValue(2);
            assertThat(data.columns().find("column4")).hasValue(3);
        }
        ReadOptions header = new ReadOptions(null, null, null, true);
        assertThat(read(file, header).getFirst()).containsExactly("1", "272", "20101229", "28000.0000");
    }

    @Test
    void reportsRaggedRowsAndKeepsTheirLine() throws IOException {
        try (DataFile data = DataFile.open(write("a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n"), ReadOptions.GUESS)) {
            List<String> ragged = new ArrayList<>();
            for (Row row = data.next(); row != null; row = data.next()) {
                ragged.add(row.number() + ":" + data.isRagged(row, 3));
            }
            assertThat(ragged).containsExactly("2:false", "3:true", "4:true", "5:false");
        }
    }

    @Test
    void refusesASeparatorThatPartsNothing() throws IOException {
        Path file = write("a|b\n1|2\n");
        refuses(file, new ReadOptions(null, ";", null, null), "exchange.file-separator");
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        refuses(write(""), ReadOptions.GUESS, "exchange.file-empty");
        refuses(write("\n\n"), ReadOptions.GUESS, "exchange.file-empty");
        refuses(write("name,age\n"), ReadOptions.GUESS, "exchange.file-header-only");
        refuses(
                write(new byte[] {(byte) 0x7F, 'E', 'L', 'F', 0, 1, 2, 3, 0, 9}),
                ReadOptions.GUESS,
                "exchange.file-binary");
        refuses(
                write(zip("word/document.xml", "<x/>".getBytes(StandardCharsets.UTF_8))),
                ReadOptions.GUESS,
                "exchange.file-binary");
        refuses(
                write(CHINESE.getBytes(Charset.forName("GBK"))),
                new ReadOptions(null, null, "UTF-8", null),
                "exchange.file-charset-wrong");
        refuses(write("a,b\n1,\"never closed\n2,3\n"), ReadOptions.GUESS, "exchange.text-damaged");
    }

    @Test
    void refusesAWorkbookThatUnpacksBeyondReason() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(blanks);
            }
        }
        refuses(write(bytes.toByteArray()), ReadOptions.GUESS, "exchange.file-bomb");
    }

    @Test
    void readsAnXlsxSheetByNameWithExactNumbersAndDates() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("first").value(0, 0, "x");
            Worksheet sheet = workbook.newWorksheet("订单");
            sheet.value(0, 0, "日期");
            sheet.value(0, 1, "利润");
            sheet.value(0, 2, "折扣");
            sheet.value(1, 0, java.time.LocalDate.of(2017, 4, 27));
            sheet.style(1, 0).format("yyyy-MM-dd").set();
            sheet.value(1, 1, new java.math.BigDecimal("-60.704000000000008"));
            sheet.value(1, 2, 0.125);
            sheet.style(1, 2).format("0.0%").set();
        }
        assertThat(DataFile.sheets(file)).containsExactly("first", "订单");
        assertThat(read(file, new ReadOptions("订单", null, null, null)).get(1))
                .containsExactly("2017-04-27", "-60.704000000000008", "12.5%");
        assertThat(read(file, new ReadOptions("2", null, null, null)).getFirst())
                .containsExactly("日期", "利润", "折扣");
        refuses(file, new ReadOptions("third", null, null, null), "exchange.file-sheet");
    }

    @Test
    void readsAnXlsSheetWithTheShortestDecimalOfEachDouble() throws IOException {
        Path file = folder.resolve("book.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("first");
            var sheet = workbook.createSheet("b");
            sheet.createRow(0).createCell(0).setCellValue("name");
            sheet.getRow(0).createCell(1).setCellValue("profit");
            sheet.getRow(0).createCell(2).setCellValue("day");
            sheet.createRow(1).createCell(0).setCellValue("Ann");
            sheet.getRow(1).createCell(1).setCellValue(-60.70400000000001);
            var day = sheet.getRow(1).createCell(2);
            day.setCellValue(java.time.LocalDate.of(2017, 4, 27));
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            day.setCellStyle(style);
            workbook.write(out);
        }
        assertThat(DataFile.sheets(file)).containsExactly("a", "b");
        assertThat(read(file, new ReadOptions("b", null, null, null)))
                .containsExactly(List.of("name", "profit", "day"), List.of("Ann", "-60.70400000000001", "2017-04-27"));
    }

    @Test
    void refusesAProtectedWorkbook() throws IOException {
        Path file = folder.resolve("protected.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("secret");
            org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword("word");
            workbook.write(out);
        } finally {
            org.apache.poi.hssf.record.crypto.Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        refuses(file, ReadOptions.GUESS, "exchange.file-protected");
    }

    private static void refuses(Path file, ReadOptions options, String code) {
        assertThatThrownBy(() -> read(file, options))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem ->
                                assertThat(problem.faults()).extracting("code").containsExactly(code));
    }

    private static List<List<String>> read(Path file, ReadOptions options) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (DataFile data = DataFile.open(file, options)) {
            all.add(data.columns().names());
            for (Row row = data.next(); row != null; row = data.next()) {
                all.add(row.cells().subList(0, row.width()));
            }
        }
        return all;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private Path write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "in", ".csv"), bytes);
    }
}
