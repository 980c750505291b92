package io.flywheel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusinessNamesTest {
    /** People and targets are what modules themselves are about. */
    private static final Set<String> OF_MODULES = Set.of("apps/base", "apps/performance");

    /** A sign-in has an account of its own, which is no record. */
    private static final String SIGN_IN = "/flywheel/identity/";

    /** The demo writes records of a packaged app as any client does, so it names them. */
    private static final String DEMO = "/flywheel/demo/";

    @Test
    void javaNamesNoBusinessObject() {
        Set<String> objects = Sources.files(Path.of("apps"), ".yaml").stream()
                .filter(file -> file.toString().contains("/objects/"))
                .filter(file -> OF_MODULES.stream().noneMatch(file::startsWith))
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .collect(Collectors.toSet());
        assertThat(objects).isNotEmpty();
        assertThat(Literals.in(Sources.MAIN).stream()
                        .filter(literal -> !literal.file().contains(DEMO))
                        .filter(literal -> !literal.file().contains(SIGN_IN)
                                || !literal.text().equals("account"))
                        .filter(literal -> objects.contains(literal.text())))
                .isEmpty();
    }
}
