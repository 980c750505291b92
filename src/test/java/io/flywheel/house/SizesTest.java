package io.flywheel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Good and bad houses have the same median; they differ at the top end. */
class SizesTest {
    private static final int JAVA_FILE = 400;
    private static final int JAVA_METHOD = 40;
    private static final int TYPESCRIPT_FILE = 250;

    @Test
    void noJavaFileIsTooLong() {
        assertThat(tooLong(Path.of("src"), JAVA_FILE, ".java")).isEmpty();
    }

    @Test
    void noTypeScriptFileIsTooLong() {
        assertThat(tooLong(Path.of("web"), TYPESCRIPT_FILE, ".ts", ".tsx")).isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        List<String> found = new ArrayList<>();
        Stream.of(Sources.MAIN, Sources.TEST)
                .flatMap(folder -> Sources.trees(folder).stream())
                .forEach(tree -> new Methods(tree, found).scan(tree, null));
        assertThat(found).isEmpty();
    }

    private static List<String> tooLong(Path folder, int most, String... endings) {
        return Sources.files(folder, endings).stream()
                .filter(file -> Sources.lines(file).size() > most)
                .map(file -> file + " has " + Sources.lines(file).size() + " lines, the most is " + most)
                .toList();
    }

    private static final class Methods extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree tree;
        private final List<String> found;
        private final SourcePositions positions = Sources.positions();

        Methods(CompilationUnitTree tree, List<String> found) {
            this.tree = tree;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                LineMap lines = tree.getLineMap();
                long length = lines.getLineNumber(positions.getEndPosition(tree, method.getBody()))
                        - lines.getLineNumber(positions.getStartPosition(tree, method.getBody()))
                        + 1;
                if (length > JAVA_METHOD) {
                    found.add(Sources.name(tree) + " " + method.getName() + " has " + length + " lines, the most is "
                            + JAVA_METHOD);
                }
            }
            return super.visitMethod(method, nothing);
        }
    }
}
