package io.flywheel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.identity.secret.Passwords;
import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Faults;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static String refused(String password) {
        Faults faults = new Faults();
        Passwords.check("password", password, "long.name@firm.example", faults);
        return faults.list().stream().map(Fault::code).findFirst().orElse("");
    }

    @Test
    void refusesWhatOthersGuess() {
        assertThat(refused("short")).isEqualTo("identity.password-too-short");
        assertThat(refused("x".repeat(201))).isEqualTo("identity.password-too-long");
        assertThat(refused("PassWord123")).isEqualTo("identity.password-too-common");
        assertThat(refused("1234567890")).isEqualTo("identity.password-too-common");
        assertThat(refused("abababababab")).isEqualTo("identity.password-too-common");
        assertThat(refused("Long.Name@firm.example")).isEqualTo("identity.password-is-the-email");
        assertThat(refused("a quiet river")).isEmpty();
        assertThat(refused("静静的顿河流过草原啊")).isEmpty();
    }

    @Test
    void matchesOnlyThePasswordItHashed() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("a quiet river");

        assertThat(hash).startsWith("$argon2id$").doesNotContain("river");
        assertThat(passwords.matches("a quiet river", hash)).isTrue();
        assertThat(passwords.matches("a quiet rivers", hash)).isFalse();
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }
}
