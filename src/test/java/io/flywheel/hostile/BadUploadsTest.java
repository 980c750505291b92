package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are none, and bodies without end: refused before they take disk or memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadUploadsTest extends HostileTest {
    private static final long TWO_GIGABYTES = 2_000_000_000L;

    @Autowired
    ServletContext servlets;

    private Visitor visitor = Visitor.at(0);

    @BeforeAll
    void world() {
        visitor = owner();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `` | {} | file exchange.file-empty
            name,code\\r\\n      | {}                                  | file exchange.file-header-only
            name;code\\r\\na;b   | {"separator":","}                   | file exchange.file-separator
            name;code\\r\\na;b   | {"separator":"';--"}                | file exchange.file-separator-unknown
            name\\r\\na          | {"charset":"nope"}                  | file exchange.file-charset-unknown
            name\\r\\n"a         | {}                                  | file exchange.text-damaged
            name\\r\\na          | {"mapping":"{"}                     | mapping exchange.mapping-json
            name\\r\\na          | {"mapping":"{\\"name\\":\\"nmae\\"}"} | mapping.name exchange.mapping-field-near
            name\\r\\na          | {"mapping":"{\\"'; drop\\":\\"name\\"}"} | exchange.mapping-column
            name\\r\\na          | {"mode":"x"}                        | mode exchange.mode-unknown
            name\\r\\na          | {"mode":"upsert","match":"nope'"}   | match exchange.match-not-mapped
            name\\r\\na          | {"nope":"1"}                        | nope exchange.parameter-unknown
            """)
    void refusesAFile(String content, String parameters, String wanted) {
        byte[] bytes = content.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertRefused(send(bytes, "a.csv", parameters), 422, wanted);
    }

    @Test
    void refusesBytesThatAreNoTable() {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        assertRefused(send(noise, "a.csv", "{}"), 422, "file exchange.file-binary");
        assertRefused(send(noise, "a.xlsx", "{}"), 422, "file exchange.file-binary");
    }

    @Test
    void refusesAWorkbookThatUnpacksBeyondReason() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(blank);
            }
        }
        assertRefused(send(bytes.toByteArray(), "bomb.xlsx", "{}"), 422, "file exchange.file-bomb");
    }

    @Test
    void refusesAFormWithoutItsParts() {
        assertRefused(form("multipart/form-data", "x".getBytes(StandardCharsets.UTF_8)), 400, "http.body-unreadable");
        assertRefused(
                form("multipart/form-data; boundary=b", "--b--\r\n".getBytes(StandardCharsets.UTF_8)),
                422,
                "file exchange.file-missing");
        assertRefused(visitor.post("/api/imports", "{}"), 415, "http.media-type");
    }

    @Test
    void refusesTwoGigabytesByTheirStatedLength() throws IOException {
        String length = "Content-Length: " + TWO_GIGABYTES;
        assertThat(flood("/api/imports", "multipart/form-data; boundary=b", length))
                .contains("413");
        assertThat(flood(RECORDS, "application/json", length)).contains("413");
    }

    @Test
    void refusesTwoGigabytesOfUnstatedLengthOnTheWay() throws IOException {
        assertThat(flood(RECORDS, "application/json", "Transfer-Encoding: chunked"))
                .contains("413");
    }

    @Test
    void refusesAFileOfTwoGigabytesOfUnstatedLengthAndKeepsNothingOfIt() throws IOException {
        assertThat(flood("/api/imports", "multipart/form-data; boundary=b", "Transfer-Encoding: chunked"))
                .contains("413");
        Path work = ((File) servlets.getAttribute(ServletContext.TEMPDIR)).toPath();
        try (Stream<Path> left = Files.walk(work)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /** Sends until the server hangs up. @return the first line of its answer */
    private String flood(String path, String type, String length) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                            + visitor.headers().get("Authorization") + "\r\nContent-Type: " + type + "\r\n" + length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            boolean chunked = length.contains("chunked");
            long sent = pour(out, path, chunked);
            assertThat(sent).isLessThan(TWO_GIGABYTES / 4);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private static long pour(OutputStream out, String path, boolean chunked) {
        byte[] block = ("\"x\",").repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            if (chunked) {
                String head = path.endsWith("imports")
                        ? new String(part("file\"; filename=\"a.csv", "name"), StandardCharsets.US_ASCII)
                        : "[";
                out.write((Integer.toHexString(head.length()) + "\r\n" + head + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            while (sent < TWO_GIGABYTES) {
                if (chunked) {
                    out.write((Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(block);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                sent += block.length;
            }
        } catch (IOException hungUp) {
            return sent;
        }
        return sent;
    }

    private Answer send(byte[] file, String name, String parameters) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("object", "thing"));
        yaml(parameters)
                .properties()
                .forEach(entry ->
                        body.writeBytes(part(entry.getKey(), entry.getValue().asString())));
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return form("multipart/form-data; boundary=b", body.toByteArray());
    }

    private Answer form(String type, byte[] body) {
        return visitor.with("Content-Type", type).send("POST", "/api/imports", BodyPublishers.ofByteArray(body));
    }

    private static byte[] part(String name, String value) {
        return ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
