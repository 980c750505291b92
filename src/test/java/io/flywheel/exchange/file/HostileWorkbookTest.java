package io.flywheel.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks written by hand, by programs, or by somebody who means harm. */
class HostileWorkbookTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String ROWS = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Ann</t></is></c></row>";

    @TempDir
    Path folder;

    @Test
    void readsAWorkbookWithoutStylesOrSharedTexts() throws IOException {
        assertThat(read(save(book(ROWS)))).containsExactly(List.of("name"), List.of("Ann"));
    }

    @Test
    void readsACellWhoseTextIsSetApart() throws IOException {
        String rows = ROWS.replace("Ann", "<![CDATA[Ann & <b r=\"ZZZZZZ\">]]>");
        assertThat(read(save(book(rows))).getLast().getFirst()).startsWith("Ann & <b");
    }

    @Test
    void expandsNoEntities() throws IOException {
        String declared = HEAD + "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x SYSTEM"
                + " \"file:///etc/passwd\">]>";
        for (String name : List.of("&a;&a;", "&x;")) {
            Map<String, String> book = book(ROWS.replace("Ann", name));
            book.computeIfPresent("xl/worksheets/sheet1.xml", (part, xml) -> xml.replace(HEAD, declared));
            refuses(book, "exchange.file-damaged");
            refuses(book(ROWS.replace("Ann", name)), "exchange.file-damaged");
        }
    }

    @Test
    void refusesABookWithoutItsParts() throws IOException {
        for (String part : List.of("[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml")) {
            Map<String, String> book = book(ROWS);
            book.remove(part);
            Path file = save(book);
            Throwable refused = catchThrowable(() -> assertThat(read(file)).hasSize(2));
            if (refused != null) {
                assertThat(code(refused)).as(part).isEqualTo("exchange.file-damaged");
            }
        }
        Map<String, String> noBook = book(ROWS);
        noBook.remove("xl/workbook.xml");
        refuses(noBook, "exchange.file-binary");
        refuses(book(ROWS.replace("</is>", "")), "exchange.file-damaged");
        refuses(book(ROWS.replace("r=\"A2\"", "r=\"nonsense\"")), "exchange.file-damaged");
    }

    @Test
    void refusesColumnsBeyondAnySheet() throws IOException {
        for (String cell : List.of("ZZZZZZ2", "zzzzz2")) {
            refuses(book(ROWS.replace("r=\"A2\"", "r = '" + cell + "'")), "exchange.file-damaged");
        }
    }

    @Test
    void refusesRowsAndTextsWithoutEnd() throws IOException {
        refuses(book("<row>" + "<c/>".repeat(1_000_000) + "</row>" + ROWS), "exchange.file-bomb");
        refuses(book(ROWS.replace("Ann", "n".repeat(10_000_000))), "exchange.file-bomb");
        refuses(book(ROWS.replace("Ann", "<![CDATA[" + "<".repeat(10_000_000) + "]]>")), "exchange.file-bomb");
        Map<String, String> texts = book(ROWS);
        texts.put(
                "xl/sharedStrings.xml",
                HEAD + "<sst" + MAIN + ">" + "<si><t>name of somebody</t></si>".repeat(2_500_000) + "</sst>");
        Path file = save(texts);
        pad(file);
        assertThatThrownBy(() -> read(file))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("exchange.file-texts"));
    }

    /** So that the ratio is not what is refused. */
    private static void pad(Path file) throws IOException {
        byte[] book = Files.readAllBytes(file);
        byte[] noise = new byte[1 << 20];
        new java.util.Random(1).nextBytes(noise);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                java.util.zip.ZipInputStream in =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(book))) {
            zip.putNextEntry(new ZipEntry("xl/media/noise.png"));
            zip.write(noise);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void refusesATruncatedWorkbook() throws IOException {
        byte[] whole = Files.readAllBytes(save(book(ROWS)));
        for (int length : new int[] {10, whole.length / 2, whole.length - 5}) {
            Path file = folder.resolve("cut.xlsx");
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(file))
                    .satisfies(refused -> assertThat(code(refused)).isEqualTo("exchange.file-damaged"));
        }
    }

    @Test
    void saysThatAPasswordProtects() throws Exception {
        Path xlsx = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("word");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(Files.readAllBytes(save(book(ROWS))));
            }
            try (OutputStream out = Files.newOutputStream(xlsx)) {
                container.writeFilesystem(out);
            }
        }
        Path xls = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("word");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            book.createSheet("a").createRow(0).createCell(0).setCellValue("name");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        for (Path file : List.of(xlsx, xls)) {
            assertThatThrownBy(() -> read(file))
                    .satisfies(refused -> assertThat(code(refused)).isEqualTo("exchange.file-protected"));
        }
    }

    @Test
    void refusesTextsWithoutEndOfLineColumnOrQuote() throws IOException {
        for (String text : List.of(
                "a,".repeat(1_000_000) + "\n1",
                "name\n" + "x".repeat(5_000_000),
                "name\nAnn\n" + ",".repeat(1_000_000),
                "name,code\n" + "a,b\n".repeat(1_000) + "\"" + "abc,def\n".repeat(1_000_000))) {
            Path file = folder.resolve("endless.csv");
            Files.writeString(file, text);
            assertThatThrownBy(() -> read(file))
                    .satisfies(refused -> assertThat(code(refused)).isEqualTo("exchange.text-damaged"));
        }
    }

    @Test
    void readsTextUnderTheNameOfAWorkbookAndSaysWhatAWebPageIs() throws IOException {
        Path file = folder.resolve("export.xls");
        Files.writeString(file, "name\tage\nAnn\t3\n");
        assertThat(read(file)).containsExactly(List.of("name", "age"), List.of("Ann", "3"));
        for (String page : List.of(
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n<table><tr><td>name</td></tr></table></html>",
                "\uFEFF\n <TABLE border=1><tr><td>客户,名称</td></tr></TABLE>",
                "<!DOCTYPE html>\n<html></html>",
                HEAD + "\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook></Workbook>",
                "<meta charset=\"gbk\"><table></table>")) {
            Files.writeString(file, page);
            assertThatThrownBy(() -> read(file))
                    .satisfies(refused -> assertThat(code(refused)).isEqualTo("exchange.file-web-page"));
        }
    }

    private void refuses(Map<String, String> book, String wanted) throws IOException {
        Path file = save(book);
        assertThatThrownBy(() -> read(file)).satisfies(refused -> {
            assertThat(code(refused)).isEqualTo(wanted);
            assertThat(refused.getMessage()).doesNotContain("com.fasterxml", "java.", "org.dhatim", "root:");
        });
    }

    private static String code(Throwable refused) {
        assertThat(refused).isInstanceOf(Problem.Invalid.class);
        List<Fault> faults = ((Problem.Invalid) refused).faults();
        return faults.getFirst().code();
    }

    private static List<List<String>> read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        DataFile.sheets(file);
        try (DataFile data = DataFile.open(file, ReadOptions.GUESS)) {
            rows.add(data.columns().names());
            for (Row row = data.next(); row != null; row = data.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }

    private static Map<String, String> book(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        parts.put(
                "[Content_Types].xml",
                HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types
                        + "worksheet+xml\"/></Types>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook" + MAIN
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private Path save(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
