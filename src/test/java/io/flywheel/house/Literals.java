package io.flywheel.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text written in the sources. */
record Literals(String file, String text) {
    static List<Literals> in(Path folder) {
        List<Literals> found = new ArrayList<>();
        Sources.trees(folder).forEach(tree -> new Scanner(tree, found).scan(tree, null));
        return found;
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final String file;
        private final List<Literals> found;

        Scanner(CompilationUnitTree tree, List<Literals> found) {
            this.file = Sources.name(tree);
            this.found = found;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text) {
                found.add(new Literals(file, text));
            }
            return super.visitLiteral(literal, nothing);
        }
    }
}
