package vn.mscore.hotline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The middle and the tail of sizes; the hard limits of single files and methods are checkstyle's. */
class SizesTest {
    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void filesStaySmall() throws IOException {
        List<Integer> lines = new ArrayList<>();
        for (Path file : sources()) {
            lines.add(Files.readAllLines(file).size());
        }
        assertThat(percentile(lines, 50)).as("median lines of a file").isLessThanOrEqualTo(60);
        assertThat(percentile(lines, 90))
                .as("90th percentile of lines of a file")
                .isLessThanOrEqualTo(180);
    }

    @Test
    void methodsStaySmall() throws IOException {
        List<Integer> lines = methodLengths();
        assertThat(percentile(lines, 50)).as("median lines of a method").isLessThanOrEqualTo(5);
        assertThat(percentile(lines, 90))
                .as("90th percentile of lines of a method")
                .isLessThanOrEqualTo(14);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static int percentile(List<Integer> values, int percent) {
        List<Integer> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) * percent / 100);
    }

    private static List<Integer> methodLengths() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            List<Integer> lengths = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new BodyLines(unit, Trees.instance(task).getSourcePositions()), lengths);
            }
            return lengths;
        }
    }

    /** Counts the lines from the first to the last line of every method body. */
    private static final class BodyLines extends TreeScanner<Void, List<Integer>> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        BodyLines(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, List<Integer> lengths) {
            if (method.getBody() != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long last = map.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                lengths.add((int) (last - first + 1));
            }
            return super.visitMethod(method, lengths);
        }
    }
}
