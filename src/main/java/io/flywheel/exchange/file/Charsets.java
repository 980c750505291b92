package io.flywheel.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** In which charset a text file is written. The whole file decides: a Chinese name may stand in its last line only. */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int HEAD = 4096;
    private static final int BUFFER = 1 << 16;

    private Charsets() {}

    static Charset of(Path file, @Nullable String given) throws IOException {
        if (given == null) {
            return detect(file);
        }
        if (!isKnown(given)) {
            throw FileFaults.of("exchange.file-charset-unknown", "charset", given);
        }
        Charset charset = Charset.forName(given.trim());
        if (!fits(file, charset)) {
            throw FileFaults.of("exchange.file-charset-wrong", "charset", given);
        }
        return charset;
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name.trim());
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }

    private static Charset detect(Path file) throws IOException {
        byte[] head = head(file);
        Optional<Charset> unicode = byMark(head).or(() -> byZeros(head));
        if (unicode.isPresent()) {
            return unicode.get();
        }
        refuseBinary(head);
        if (fits(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        String detected = UniversalDetector.detectCharset(file);
        boolean chinese = fits(file, GB18030);
        if (detected == null || !isKnown(detected) || (chinese && detected.startsWith("WINDOWS-"))) {
            return chinese ? GB18030 : Charset.forName("windows-1252");
        }
        return detected.startsWith("GB") ? GB18030 : Charset.forName(detected);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static Optional<Charset> byMark(byte[] head) {
        return switch (UniversalDetector.detectCharsetFromBOM(head)) {
            case "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
            case "UTF-16LE" -> Optional.of(StandardCharsets.UTF_16LE);
            case "UTF-16BE" -> Optional.of(StandardCharsets.UTF_16BE);
            case null, default -> Optional.empty();
        };
    }

    /** Separators, digits and line ends are half of any table: in UTF-16 each has one zero byte, always on one side. */
    private static Optional<Charset> byZeros(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (isControl(head, i ^ 1)) {
                    return Optional.empty();
                }
                even += (i & 1) == 0 ? 1 : 0;
                odd += i & 1;
            }
        }
        int enough = Math.max(1, head.length / 20);
        if (odd >= enough && even * 20 < odd) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even >= enough && odd * 20 < even ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean isControl(byte[] head, int at) {
        return at < head.length && head[at] >= 0 && head[at] < 32 && "\t\r\n".indexOf(head[at]) < 0;
    }

    private static void refuseBinary(byte[] head) {
        int strange = 0;
        for (byte b : head) {
            if (b == 0) {
                throw FileFaults.of("exchange.file-binary");
            }
            strange += b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        if (strange > head.length / 50 + 1) {
            throw FileFaults.of("exchange.file-binary");
        }
    }

    private static boolean fits(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
                bytes.position(bytes.position() + read).flip();
                if (decoder.decode(bytes, chars.clear(), false).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return !decoder.decode(bytes.flip(), chars.clear(), true).isError();
    }
}
