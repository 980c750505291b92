package io.flywheel.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class NobodysPasswordTest {
    @Test
    void isAsDearToCheckAsAnyOther() {
        String other = new Passwords().hash("a quiet river");
        assertThat(Passwords.NOBODY).hasSameSizeAs(other);
        assertThat(parameters(Passwords.NOBODY)).isEqualTo(parameters(other));
        // With other parameters it is to be upgraded; if it could not be read, this would throw.
        assertThat(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).upgradeEncoding(Passwords.NOBODY))
                .isFalse();
    }

    private static String parameters(String hash) {
        return hash.replaceFirst("[^$]+\\$[^$]+$", "");
    }
}
