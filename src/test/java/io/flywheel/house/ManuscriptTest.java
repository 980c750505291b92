package io.flywheel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManuscriptTest {
    /** Written apart, so that this file passes its own test. */
    private static final List<String> UNFINISHED = List.of("TO" + "DO", "FIX" + "ME", "@Dis" + "abled", "XX" + "X ");

    /** Rims: where a request or a thread ends, and nobody else could catch. */
    private static final Set<String> RIMS = Set.of("http", "exchange");

    @Test
    void nothingIsLeftForLater() {
        assertThat(Stream.of(Path.of("src"), Path.of("apps"), Path.of("bin"))
                        .flatMap(folder -> Sources.files(folder, ".java", ".sql", ".yaml", ".properties").stream())
                        .filter(file -> UNFINISHED.stream().anyMatch(Sources.text(file)::contains)))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndMarksNulls() {
        assertThat(Sources.files(Sources.MAIN, ".java").stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> Files.notExists(folder.resolve("package-info.java"))
                                || !Sources.text(folder.resolve("package-info.java"))
                                        .contains("@NullMarked")))
                .isEmpty();
    }

    @Test
    void onlyRimsCatchEverything() {
        List<String> found = new ArrayList<>();
        Sources.trees(Sources.MAIN).stream()
                .filter(tree ->
                        RIMS.stream().noneMatch(rim -> Sources.name(tree).contains("/flywheel/" + rim + "/")))
                .forEach(tree -> new Catches(tree, found).scan(tree, null));
        assertThat(found).isEmpty();
    }

    private static final class Catches extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree tree;
        private final List<String> found;

        Catches(CompilationUnitTree tree, List<String> found) {
            this.tree = tree;
            this.found = found;
        }

        @Override
        public @Nullable Void visitCatch(CatchTree node, @Nullable Void nothing) {
            String type = node.getParameter().getType().toString();
            if (type.equals("Exception") || type.equals("Throwable")) {
                found.add(Sources.name(tree) + " catches " + type);
            }
            return super.visitCatch(node, nothing);
        }
    }
}
