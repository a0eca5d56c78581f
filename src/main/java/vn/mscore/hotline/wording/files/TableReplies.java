package vn.mscore.hotline.wording.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.wording.ReplyTemplates;

/** The table {@code replies/replies.tsv}, or the file {@code hotline.replies.file}. */
@Singleton
public class TableReplies implements ReplyTemplates {
    private static final String FILE = "hotline.replies.file";
    private static final String ALL = "*";
    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> GAPS = Set.of("ticket", "unit", "due", "date", "hotline");

    private final List<Reply> replies;

    /** Refuses the start when a row has not four columns, a code comes twice or a gap is unknown. */
    @Inject
    public TableReplies(Settings settings) {
        this.replies = text(settings)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(TableReplies::reply)
                .toList();
        Set<String> codes = new HashSet<>();
        replies.forEach(reply ->
                Settings.WrongSetting.unless(codes.add(reply.code()), FILE, "has the code twice: " + reply.code()));
    }

    private static Reply reply(String line) {
        String[] column = line.split("\t", -1);
        boolean fits =
                column.length == 4 && GAP.matcher(column[3]).results().allMatch(gap -> GAPS.contains(gap.group(1)));
        Settings.WrongSetting.unless(fits, FILE, "has a wrong row: " + column[0]);
        return new Reply(column[0], column[1], column[2], column[3]);
    }

    private static String text(Settings settings) {
        try {
            Optional<String> own = settings.text(FILE).filter(path -> !path.isBlank());
            return own.isPresent() ? Files.readString(Path.of(own.get())) : packed();
        } catch (IOException e) {
            throw new Settings.WrongSetting(FILE, "cannot be read as UTF-8 text");
        }
    }

    private static String packed() {
        try (InputStream in = TableReplies.class.getResourceAsStream("/replies/replies.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Reply> of(String category) {
        return Stream.concat(
                        replies.stream().filter(reply -> reply.category().equals(category)),
                        replies.stream().filter(reply -> reply.category().equals(ALL)))
                .toList();
    }

    @Override
    public Optional<String> render(String code, Map<String, String> values) {
        return replies.stream()
                .filter(reply -> reply.code().equals(code))
                .findFirst()
                .map(reply -> GAP.matcher(reply.text())
                        .replaceAll(gap -> Matcher.quoteReplacement(values.getOrDefault(gap.group(1), gap.group()))));
    }
}
