package vn.mscore.hotline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The launcher runs before and beside the WAR: {@code hotline.jar} must hold every class of ours that it needs. */
class PackedLauncherTest {
    private static final String ROOT = "vn.mscore.hotline";
    private static final Pattern INCLUDES = Pattern.compile("includes=\"(vn/mscore/hotline/launcher/[^\"]*)\"");

    private final List<PathMatcher> packed = new ArrayList<>();

    @Test
    void whatThePackedClassesUseIsPackedWithThem() throws IOException {
        List<String> globs = includes().toList();
        globs.forEach(glob -> packed.add(FileSystems.getDefault().getPathMatcher("glob:" + glob)));
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(globs.stream().map(PackedLauncherTest::folder).toList());
        List<JavaClass> inside = classes.stream().filter(this::isPacked).toList();
        assertThat(inside).hasSizeGreaterThan(50);
        assertThat(inside.stream().flatMap(this::missing)).isEmpty();
    }

    private Stream<String> missing(JavaClass user) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(use -> use.getTargetClass().getBaseComponentType())
                .filter(used -> used.getPackageName().startsWith(ROOT) && !isPacked(used))
                .map(used -> user.getSimpleName() + " uses " + used.getName())
                .distinct();
    }

    private static String folder(String glob) {
        return glob.substring(0, glob.lastIndexOf('/')).replace('/', '.');
    }

    private static Stream<String> includes() throws IOException {
        Matcher list = INCLUDES.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(list.find()).as("the list of what is packed").isTrue();
        return Stream.of(list.group(1).split(",")).filter(glob -> glob.startsWith("vn/"));
    }

    private boolean isPacked(JavaClass type) {
        Path file = Path.of(type.getName().replace('.', '/') + ".class");
        return packed.stream().anyMatch(glob -> glob.matches(file));
    }
}
