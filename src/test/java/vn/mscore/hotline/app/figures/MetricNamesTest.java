package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who watches the gateway finds every figure of it in the technician's handbook. */
class MetricNamesTest {
    private static final Pattern NAME = Pattern.compile("\"(hotline_[a-z_]+)\"");

    @Test
    void everyFigureIsInTheHandbook() throws IOException {
        String handbook = Files.readString(Path.of("src/docs/so-tay-ky-thuat.md"));
        Set<String> names = names();
        assertThat(names).hasSizeGreaterThan(30);
        assertThat(names).allMatch(name -> handbook.contains("`" + name + "`") || handbook.contains("`" + name + "{"));
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/vn/mscore/hotline/app/figures"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher name = NAME.matcher(Files.readString(file));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }
}
