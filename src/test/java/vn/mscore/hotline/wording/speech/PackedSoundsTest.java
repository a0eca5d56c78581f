package vn.mscore.hotline.wording.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Listens to every packed sound as far as a program can: is it there, can it be played, is it loud and not too loud. */
class PackedSoundsTest {
    private static final Path PROMPTS = Path.of("ivr-scripts/prompts");
    private static final Path VI = PROMPTS.resolve("vi");
    private static final double FULL = 32_768;
    private static final double SHORTEST = 0.2;
    private static final long MOST_BYTES = 20_000_000;

    private final PromptFolders folders = new PromptFolders(key -> java.util.Optional.empty());
    private final PromptCatalogue catalogue = new PromptCatalogue(folders);

    private static double decibel(double share) {
        return 20 * Math.log10(share);
    }

    @Test
    void everySoundOfTheCatalogueIsPackedAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.walk(VI)) {
            Set<String> packed = files.map(file -> VI.relativize(file).toString())
                    .filter(name -> name.endsWith(".wav"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(packed).isEqualTo(new TreeSet<>(catalogue.sounds("vi").keySet()));
        }
    }

    @Test
    void everySoundSaysWhatTheCatalogueSaysToday() throws IOException {
        Map<String, String> said = Files.readAllLines(VI.resolve("said.tsv")).stream()
                .map(line -> line.split("\t", 2))
                .filter(column -> !column[1].startsWith("{"))
                .collect(Collectors.toMap(column -> column[0], column -> column[1], (a, b) -> a, TreeMap::new));
        Map<String, String> wanted = new TreeMap<>(catalogue.sounds("vi"));
        wanted.values().removeIf(String::isEmpty);
        assertThat(said).as("run make-sounds.sh").isEqualTo(wanted);
    }

    @Test
    void everySoundHasTheFormatAndTheLevelOfATelephone() {
        SoftAssertions all = new SoftAssertions();
        List<String> tones = List.of("im-lang", "nhac-cho", "bip");
        for (String id : catalogue.sounds("vi").keySet()) {
            byte[] file = folders.packed("vi/" + id + ".wav").orElseThrow();
            all.assertThat(Wav.fault(file)).as("%s: format", id).isEmpty();
            Wav wav = Wav.read(file);
            all.assertThat(wav.samples().length / (double) Wav.RATE)
                    .as("%s: seconds", id)
                    .isBetween(SHORTEST, 25.0);
            if (!tones.contains(id)) {
                level(all, id, wav);
            }
        }
        all.assertAll();
    }

    /** Peak at most -2 dB, so nothing clips; loudness of telephone speech. */
    private static void level(SoftAssertions all, String id, Wav wav) {
        double squares = 0;
        int most = 0;
        int peak = wav.peak();
        for (short sample : wav.samples()) {
            squares += (double) sample * sample;
            most = Math.abs(sample) == peak ? most + 1 : most;
        }
        all.assertThat(decibel(peak / FULL)).as("%s: peak in dB", id).isBetween(-6.0, -2.0);
        all.assertThat(decibel(Math.sqrt(squares / wav.samples().length) / FULL))
                .as("%s: RMS in dB", id)
                .isBetween(-32.0, -15.0);
        all.assertThat(most)
                .as("%s: samples at the peak, many are clipping", id)
                .isLessThan(4);
    }

    @Test
    void theTonesAreQuieterThanSpeechAndSilenceIsSilent() {
        assertThat(Wav.read(folders.packed("vi/bip.wav").orElseThrow()).peak() / FULL)
                .isBetween(0.2, 0.5);
        assertThat(Wav.read(folders.packed("vi/im-lang.wav").orElseThrow()).peak())
                .isZero();
        assertThat(Wav.read(folders.packed("vi/nhac-cho.wav").orElseThrow()).peak() / FULL)
                .isBetween(0.05, 0.4);
    }

    @Test
    void thePackStaysSmall() throws IOException {
        try (Stream<Path> files = Files.walk(VI)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MOST_BYTES);
        }
    }
}
