package io.flywheel.query.run;

import io.flywheel.kernel.Problem;
import io.flywheel.kernel.Workspace;
import io.flywheel.query.Selection;
import io.flywheel.query.plan.Served;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys of a page's last row as a signed text. The signature covers the list it belongs to, so that a cursor of
 * another list, order or workspace is refused like a forged one, and so is one from before an index changed the order of
 * ties.
 */
@Component
class Cursors {
    private static final int SIGNATURE = 16;
    private static final int MOST = 64 * 1024;

    private final CursorKeys keys;

    Cursors(CursorKeys keys) {
        this.keys = keys;
    }

    String write(Workspace workspace, Selection list, Served served, List<@Nullable String> values) {
        byte[] payload = pack(values);
        byte[] whole = Arrays.copyOf(sign(workspace, list, served, payload), SIGNATURE + payload.length);
        System.arraycopy(payload, 0, whole, SIGNATURE, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @throws Problem.Malformed if it is not a cursor of this list */
    List<@Nullable String> read(Workspace workspace, Selection list, Served served, String cursor) {
        byte[] whole = decoded(cursor);
        if (whole.length > SIGNATURE) {
            byte[] payload = Arrays.copyOfRange(whole, SIGNATURE, whole.length);
            byte[] signature = Arrays.copyOf(whole, SIGNATURE);
            if (MessageDigest.isEqual(signature, sign(workspace, list, served, payload))) {
                return unpack(payload);
            }
        }
        throw refused();
    }

    private static byte[] decoded(String cursor) {
        try {
            return cursor.length() > MOST ? new byte[0] : Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    static Problem.Malformed refused() {
        return new Problem.Malformed("query.cursor-not-of-this-list", Map.of());
    }

    private byte[] sign(Workspace workspace, Selection list, Served served, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.of(workspace), "HmacSHA256"));
            mac.update(pack(List.of(
                    workspace.id().toString(),
                    list.object(),
                    String.valueOf(list.where()),
                    list.order().toString(),
                    served.name())));
            mac.update(payload);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(List<? extends @Nullable String> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String value : values) {
                byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(value == null ? -1 : utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<@Nullable String> unpack(byte[] payload) {
        List<@Nullable String> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            while (in.available() > 0) {
                int length = in.readInt();
                values.add(length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
