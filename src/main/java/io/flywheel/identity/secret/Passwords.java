package io.flywheel.identity.secret;

import io.flywheel.kernel.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: what is asked of one, and Argon2id (19 MiB, two passes) to keep and check it. */
@Component
public class Passwords {
    public static final int SHORTEST = 10;
    /** Long enough for any phrase, short enough that hashing it costs nothing more. */
    public static final int LONGEST = 200;

    /** Of no password, and as dear to check as any: written out, for making one would lengthen every start. */
    static final String NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private static final Set<String> COMMON = common();
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    /** A hash takes 19 MiB and a core: more at once than cores would only cost memory. */
    private final Semaphore cores =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    public String hash(String password) {
        return onACore(() -> java.util.Objects.requireNonNull(argon.encode(password)));
    }

    /** Whether it is the password; takes as long without a hash as with one, so that nobody learns who has an account. */
    public boolean matches(String password, @Nullable String hash) {
        String against = hash == null ? NOBODY : hash;
        boolean same = password.length() <= LONGEST && onACore(() -> argon.matches(password, against));
        return same && hash != null;
    }

    /** Adds what is wrong with a new password under {@code path}. */
    public static void check(String path, String password, String email, Faults faults) {
        String plain = password.toLowerCase(Locale.ROOT).strip();
        String mail = email.toLowerCase(Locale.ROOT).strip();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            faults.add(path, "identity.password-too-short", "shortest", SHORTEST);
        } else if (password.length() > LONGEST) {
            faults.add(path, "identity.password-too-long", "longest", LONGEST);
        } else if (COMMON.contains(plain) || plain.chars().distinct().count() < 3) {
            faults.add(path, "identity.password-too-common");
        } else if (plain.equals(mail) || plain.equals(mail.replaceFirst("@.*", ""))) {
            faults.add(path, "identity.password-is-the-email");
        }
    }

    private <T> T onACore(Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private static Set<String> common() {
        try (InputStream in = Passwords.class.getResourceAsStream("/identity/common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("identity/common-passwords.txt is missing");
            }
            return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
