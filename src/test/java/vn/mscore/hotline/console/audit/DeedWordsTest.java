package vn.mscore.hotline.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.SealedPapers;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.shared.Language;

/** Whatever the code writes into the audit trail or into a case's history has words in both languages. */
class DeedWordsTest {
    private static final Pattern AUDIT =
            Pattern.compile("(?:\\.note\\(|new Deed\\()[^;]*?\"([a-z-]+\\.[a-z.-]*[a-z])\"");
    private static final Pattern PETITION = Pattern.compile("\"(petition\\.(?!order)[a-z-]+)\"\\)");
    private static final Pattern SEALED = Pattern.compile("looks\\.note\\([^;]*?, \"([a-z-]+[a-z])\",");
    private static final Pattern DATA = Pattern.compile("carryOut\\([^;]*?\\bnumber,\\s*\"([a-z-]+)\",");
    private static final Pattern CASE_AUDIT = Pattern.compile("audit\\.note\\(\\w+, \"([a-z-]+)\", ");
    private static final Pattern HISTORY =
            Pattern.compile("(?:complaints\\.log\\(|\\blog\\(|Step\\.to\\(|new Step\\()[^;]*?\"([a-z-]+)\"\\)");

    private final Words words = new Words();

    @Test
    void everyDeedOfTheAuditTrailHasWords() throws IOException {
        Set<String> codes = new TreeSet<>();
        codes.addAll(found(AUDIT, ""));
        codes.addAll(found(PETITION, ""));
        codes.addAll(found(SEALED, "sealed."));
        codes.addAll(
                Set.of("sealed.phone-revealed", "sealed.dossier-revealed", "sealed.numbers-revealed", "unit.imported"));
        for (SealedPapers.Step step : SealedPapers.Step.values()) {
            codes.add("sealed.paper-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        codes.addAll(found(DATA, "data-request."));
        codes.addAll(found(CASE_AUDIT, "case."));
        codes.removeIf(code -> code.endsWith("."));
        assertThat(codes)
                .contains(
                        "session.opened",
                        "petition.paper",
                        "sealed.opened",
                        "data-request.erased",
                        "data-request.third-parties",
                        "case.enter");
        assertThat(codes).allSatisfy(code -> hasWords(AuditPage.word(code)));
    }

    @Test
    void everyCommandToACaseHasWords() {
        assertThat(CaseCommand.values()).allSatisfy(command -> hasWords(AuditPage.word("case." + command.code())));
    }

    @Test
    void everyStepOfACaseHasWords() throws IOException {
        Set<String> codes = found(HISTORY, "");
        codes.addAll(Set.of(
                "route-planned",
                "pass-outside-planned",
                "answer-planned",
                "refuse-planned",
                "withdraw-planned",
                "close-planned",
                "reopen-planned",
                "extend-planned",
                "satisfied",
                "satisfied-told",
                "no-reply",
                "not-reached",
                "words"));
        codes.remove("-planned");
        assertThat(codes).contains("register", "escalated", "dropped", "routed");
        assertThat(codes).allSatisfy(code -> hasWords("deed." + code));
    }

    private void hasWords(String key) {
        assertThat(words.has(Language.VI, key)).as("%s in Vietnamese", key).isTrue();
        assertThat(words.has(Language.EN, key)).as("%s in English", key).isTrue();
    }

    private static Set<String> found(Pattern pattern, String prefix) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                pattern.matcher(Files.readString(file)).results().forEach(hit -> codes.add(prefix + hit.group(1)));
            }
        }
        return codes;
    }
}
