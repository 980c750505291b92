package io.flywheel.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of 256 bits. Only their hash is stored: they have no pattern to guess, so one round is enough. */
public final class Token {
    public static final String SESSION = "fws_";
    public static final String KEY = "fwk_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    /** @param kind {@link #SESSION} or {@link #KEY}, which it begins with */
    public static String make(String kind) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
