package io.flywheel.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor.Answer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** Names that deceive, content that is not what it says, images that burst, and more than there is room for. */
class HostileFilesTest extends Desk {
    private static final long THREE_GIGABYTES = 3_000_000_000L;

    @Value("${flywheel.home}")
    Path home = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../../etc/passwd          | passwd
            C:\\Users\\me\\deal.pdf   | deal.pdf
            invoice\u202Egpj.exe      | invoicegpj.exe
            ..                        | file
            报价 😀.xlsx              | 报价 😀.xlsx
            عقد.pdf                   | عقد.pdf
            a<script>"'.txt           | a<script>"'.txt
            """)
    void cleansAName(String given, String kept) {
        assertThat(added(given, ascii("x")).path("name").asString()).isEqualTo(kept);
    }

    @Test
    void shortensANameOfFourHundredCharacters() throws Exception {
        JsonNode file = added("长".repeat(400) + "\u0000\r\n.pdf", ascii("x"));
        assertThat(file.path("name").asString()).hasSize(200).endsWith("….pdf");
        HttpResponse<byte[]> content = bytes("/api/files/" + file.path("id").asString() + "/content");
        assertThat(content.statusCode()).isEqualTo(200);
    }

    @Test
    void goesByTheContentAndNotByTheName() throws Exception {
        JsonNode page = added("photo.png", ascii("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        assertThat(page.path("type").asString()).isEqualTo("text/html");
        String path = "/api/files/" + page.path("id").asString();
        HttpResponse<byte[]> content = bytes(path + "/content?inline=true");
        assertThat(header(content, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(content, "Content-Disposition")).startsWith("attachment");
        assertThat(me.get(path + "/preview").status()).isEqualTo(422);
        JsonNode drawing = added("a.svg", ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"));
        assertThat(header(
                        bytes("/api/files/" + drawing.path("id").asString() + "/content?inline=true"),
                        "Content-Disposition"))
                .startsWith("attachment");
        assertThat(added("a.txt", image(4, 4)).path("type").asString()).isEqualTo("image/png");
    }

    @Test
    void showsAnImageSmall() throws Exception {
        String path = "/api/files/" + addedId("photo.png", image(900, 600)) + "/preview?width=";
        for (int turn = 0; turn < 2; turn++) {
            HttpResponse<byte[]> preview = bytes(path + 300);
            assertThat(header(preview, "Content-Type")).isEqualTo("image/jpeg");
            BufferedImage small = ImageIO.read(new ByteArrayInputStream(preview.body()));
            assertThat(small.getWidth()).isEqualTo(320);
            assertThat(small.getHeight()).isEqualTo(213);
        }
        assertThat(bytes(path + "-1").statusCode()).isEqualTo(200);
        assertThat(bytes(path + "wide").statusCode()).isEqualTo(400);
    }

    @Test
    void saysThatAnImageIsDamaged() {
        byte[] image = image(300, 200);
        assertRefused("cut.png", Arrays.copyOf(image, 200), "files.image-damaged");
        assertRefused("head.png", Arrays.copyOf(image, 10), "files.image-damaged");
        byte[] jpeg = new byte[3000];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, jpeg, 0, 4);
        assertRefused("noise.jpg", jpeg, "files.image-damaged");
    }

    @Test
    void doesNotUnpackAnImageThatBursts() throws IOException {
        assertRefused("bomb.png", burstingPng(60_000), "files.image-too-large");
    }

    private void assertRefused(String name, byte[] content, String code) {
        Answer answer = me.get("/api/files/" + addedId(name, content) + "/preview");
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
        assertThat(answer.body().at("/faults/0/code").asString()).isEqualTo(code);
    }

    @Test
    void refusesWhatIsTooLargeEmptyOrNameless() {
        Answer large = upload("large.bin", new byte[1_000_001]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("files.too-large");
        assertThat(upload("empty.bin", new byte[0]).status()).isEqualTo(422);
        assertThat(me.with("Content-Type", "application/octet-stream")
                        .post(files(), "x")
                        .status())
                .isEqualTo(422);
        assertThat(me.with("Content-Type", "application/x-www-form-urlencoded")
                        .post(files(), "x=1")
                        .code())
                .isEqualTo("files.send-bytes");
        assertThat(me.with("Content-Type", "multipart/form-data; boundary=b")
                        .post(files(), "--b--\r\n")
                        .status())
                .isEqualTo(422);
        assertThat(listed()).isEmpty();
        assertThat(spooled()).isEmpty();
    }

    @Test
    void refusesThreeGigabytesAtOnceOrOnTheWay() throws IOException {
        assertThat(flood("Content-Length: " + THREE_GIGABYTES, 1)).contains("413");
        assertThat(flood("Content-Length: 1500000", 1)).contains("413");
        assertThat(flood("Transfer-Encoding: chunked", 300)).contains("413");
        assertThat(listed()).isEmpty();
        assertThat(spooled()).isEmpty();
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
        try (Socket socket = begun("Content-Length: 900000")) {
            socket.getOutputStream().write(new byte[50_000]);
            socket.getOutputStream().flush();
        }
        addedId("later.txt", ascii("later"));
        assertThat(listed()).hasSize(1);
    }

    private Socket begun(String length) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("POST " + files() + "?name=a.bin HTTP/1.1\r\nHost: x\r\nAuthorization: "
                                + me.headers().get("Authorization")
                                + "\r\nContent-Type: application/octet-stream\r\n" + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @return the first line of the answer */
    private String flood(String length, int blocks) throws IOException {
        try (Socket socket = begun(length)) {
            OutputStream out = socket.getOutputStream();
            byte[] block = new byte[10_000];
            try {
                for (int i = 0; i < blocks; i++) {
                    out.write((Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(block);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException hungUp) {
                // the answer is there
            }
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private Stream<Path> spooled() {
        try {
            return Files.list(home.resolve("files").resolve("incoming"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] image(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A few hundred kilobytes that say they are a square of that many pixels a side. */
    private static byte[] burstingPng(int side) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(head);
        data.writeInt(side);
        data.writeInt(side);
        data.write(new byte[] {8, 6, 0, 0, 0});
        chunk(png, "IHDR", head.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[20_000_000]);
        }
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(type.getBytes(StandardCharsets.US_ASCII));
        data.write(content);
        data.writeInt((int) crc.getValue());
    }
}
