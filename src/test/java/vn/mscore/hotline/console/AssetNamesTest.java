package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Addresses of styles and scripts change with what is in them. */
class AssetNamesTest {
    private static AssetNames names(Map<String, String> files) throws IOException {
        ServletContext program = Mockito.mock(ServletContext.class);
        Mockito.when(program.getResourcePaths("/assets/")).thenReturn(files.keySet());
        files.forEach((path, text) -> Mockito.when(program.getResourceAsStream(path))
                .thenAnswer(call -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        AssetNames names = new AssetNames();
        names.read(program);
        return names;
    }

    @Test
    void anAddressChangesWithTheContentAndOnlyThen() throws IOException {
        Map<String, String> files = Map.of("/assets/a.css", "1", "/assets/b.js", "2", "/assets/folder/", "");
        String before = names(files).address("a.css");
        assertThat(before).matches("/assets/~[0-9a-f]{12}/a\\.css");
        assertThat(names(files).address("a.css")).isEqualTo(before);
        assertThat(names(Map.of("/assets/a.css", "1", "/assets/b.js", "3")).address("a.css"))
                .isNotEqualTo(before);
    }

    @Test
    void onlyFilesThatAreThereAreFound() throws IOException {
        AssetNames names = names(Map.of("/assets/a.css", "1"));
        assertThat(names.file(names.address("a.css"))).contains("/assets/a.css");
        assertThat(names.file(names.address("b.css"))).isEmpty();
        assertThat(names.file(names.address("../a.css"))).isEmpty();
        assertThat(names.file("/assets/~000000000000/a.css")).isEmpty();
        assertThat(names.otherFile("/assets/~000000000000/a.css")).contains("/assets/a.css");
        assertThat(names.otherFile("/assets/~000000000000/../a.css")).isEmpty();
        assertThat(names.otherFile("/assets/~0/a.css")).isEmpty();
        assertThat(names.otherFile("/assets/a.css")).isEmpty();
    }
}
