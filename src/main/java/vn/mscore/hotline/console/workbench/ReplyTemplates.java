package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.shared.Language;

/** Beginnings of answers to citizens, to be finished by a person: {@code console/replies_vi.tsv} and the same in English. */
@Singleton
public class ReplyTemplates {
    private final Map<Language, List<Reply>> replies = Map.of(Language.VI, read("vi"), Language.EN, read("en"));

    /** Reads both tables once. */
    @Inject
    public ReplyTemplates() {}

    /** One of them. */
    public record Reply(String name, String text) {}

    /** Those for a reader of {@code language}; the text itself is always Vietnamese. */
    public List<Reply> in(Language language) {
        return replies.getOrDefault(language, replies.get(Language.VI));
    }

    private static List<Reply> read(String language) {
        try (InputStream in = ReplyTemplates.class.getResourceAsStream("/console/replies_" + language + ".tsv")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(cells -> new Reply(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
