package vn.mscore.hotline.sms.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.AesGcmCipher;
import vn.mscore.hotline.privacy.KeyRing;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.SecretFiles;

/** The spool on a disk that loses power (P15), is full (P8), or holds what is not ours. {@code -Dspool.seeds=10000}. */
class SmsSpoolTest {
    private static final int SEEDS = Integer.getInteger("spool.seeds", 2_000);
    private static final int STEPS = 60;
    private static final Logger LOG = Logger.getLogger(SmsSpool.class.getName());

    @TempDir
    Path folder;

    private PersonalDataCipher cipher;

    /** Thousands of lives would say thousands of times what waits. */
    @BeforeAll
    static void quiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void loud() {
        LOG.setLevel(null);
    }

    @BeforeEach
    void keys() {
        cipher = new AesGcmCipher(new KeyRing(new SecretFiles(folder.resolve("secrets")), Clock.systemUTC()));
    }

    private static SpooledPdu entry(int number) {
        return new SpooledPdu("m1", "452040000000001", "0004" + number);
    }

    /** One life of a gateway on a folder, until the power goes or {@code keeps} entries are kept and drained. */
    private static final class Life {
        final List<Integer> acknowledged = new ArrayList<>();
        final Set<String> database = new LinkedHashSet<>();
        int next;

        void live(CrashFolder disk, PersonalDataCipher cipher, Random random) {
            try {
                SmsSpool spool = new SmsSpool(disk, cipher);
                for (int i = 0; i < 8; i++) {
                    int number = next++;
                    spool.keep(entry(number));
                    acknowledged.add(number);
                    if (random.nextInt(4) == 0) {
                        spool.drain(this::store);
                    }
                }
            } catch (CrashFolder.PowerCut e) {
                disk.comeBack();
            }
        }

        /** The database dedupes. */
        void store(SpooledPdu entry) {
            database.add(entry.hex());
        }

        List<String> lost() {
            return acknowledged.stream()
                    .map(number -> entry(number).hex())
                    .filter(hex -> !database.contains(hex))
                    .toList();
        }
    }

    private Life run(long seed, boolean liesOctets, boolean liesNames) {
        Random random = new Random(seed);
        CrashFolder disk = new CrashFolder(random);
        disk.lies(liesOctets, liesNames);
        Life life = new Life();
        for (int cut = 0; cut < 4; cut++) {
            disk.cutAfter(random.nextInt(STEPS));
            life.live(disk, cipher, random);
            disk.cutAfter(Integer.MAX_VALUE);
            disk.comeBack();
        }
        new SmsSpool(disk, cipher).drain(life::store);
        return life;
    }

    @Test
    void whateverTheDiskForgetsNothingAcknowledgedIsLostAndTheOrderStays() {
        int acknowledged = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Life life = run(seed, false, false);
            assertThat(life.lost()).as("seed %d", seed).isEmpty();
            List<String> order = life.database.stream()
                    .filter(hex -> life.acknowledged.contains(Integer.parseInt(hex.substring(4))))
                    .toList();
            assertThat(order)
                    .as("seed %d", seed)
                    .isEqualTo(life.acknowledged.stream()
                            .map(number -> entry(number).hex())
                            .toList());
            acknowledged += life.acknowledged.size();
        }
        assertThat(acknowledged).as("the runs keep something").isGreaterThan(SEEDS * 5);
    }

    @Test
    void aDiskThatLiesAboutOctetsOrNamesIsFoundOut() {
        int lostOctets = 0;
        int lostNames = 0;
        for (long seed = 1; seed <= 300; seed++) {
            lostOctets += run(seed, true, false).lost().size();
            lostNames += run(seed, false, true).lost().size();
        }
        assertThat(lostOctets).as("octets were not forced").isPositive();
        assertThat(lostNames).as("names were not forced").isPositive();
    }

    @Test
    void aTornOrForeignFileIsPutAsideAndNotDeleted() throws IOException {
        CrashFolder disk = new CrashFolder(new Random(1));
        SmsSpool spool = new SmsSpool(disk, cipher);
        spool.keep(entry(1));
        spool.keep(entry(2));
        disk.spoil("0000000000000001.sms");
        disk.write("letter.txt", new byte[] {1});
        disk.write("0000000000000009.sms", new byte[3]);
        List<String> drained = new ArrayList<>();
        SmsSpool again = new SmsSpool(disk, cipher);
        again.drain(entry -> drained.add(entry.hex()));
        assertThat(drained).containsExactly(entry(2).hex());
        assertThat(disk.aside())
                .containsExactlyInAnyOrder(
                        "quarantine/letter.txt", "quarantine/0000000000000001.sms", "quarantine/0000000000000009.sms");
        assertThat(again.putAside()).isEqualTo(3);
        assertThat(again.size()).isZero();
    }

    @Test
    void anEntryCopiedToAnotherNameDoesNotOpen() throws IOException {
        CrashFolder disk = new CrashFolder(new Random(1));
        SmsSpool spool = new SmsSpool(disk, cipher);
        spool.keep(entry(1));
        disk.write("0000000000000002.sms", disk.read("0000000000000001.sms"));
        List<String> drained = new ArrayList<>();
        new SmsSpool(disk, cipher).drain(entry -> drained.add(entry.hex()));
        assertThat(drained).containsExactly(entry(1).hex());
        assertThat(disk.aside()).containsExactly("quarantine/0000000000000002.sms");
    }

    @Test
    void aFullDiskIsSaidAndNothingIsKept() {
        CrashFolder disk = new CrashFolder(new Random(1));
        SmsSpool spool = new SmsSpool(disk, cipher);
        disk.full(true);
        assertThatThrownBy(() -> spool.keep(entry(1))).isInstanceOf(UncheckedIOException.class);
        assertThat(spool.size()).isZero();
        disk.full(false);
        spool.keep(entry(2));
        List<String> drained = new ArrayList<>();
        spool.drain(entry -> drained.add(entry.hex()));
        assertThat(drained).containsExactly(entry(2).hex());
    }

    @Test
    void drainingStopsWithTheFirstThatCannotBeStoredAndGoesOnThere() {
        SmsSpool spool = new SmsSpool(new CrashFolder(new Random(1)), cipher);
        for (int i = 1; i <= 4; i++) {
            spool.keep(entry(i));
        }
        List<String> drained = new ArrayList<>();
        assertThatThrownBy(() -> spool.drain(entry -> {
                    if (drained.size() == 2) {
                        throw new IllegalStateException("database away");
                    }
                    drained.add(entry.hex());
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(spool.size()).isEqualTo(2);
        assertThat(spool.drain(entry -> drained.add(entry.hex()))).isTrue();
        assertThat(drained).containsExactly(entry(1).hex(), entry(2).hex(), entry(3).hex(), entry(4).hex());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cannot be read, true, false, 0, 1, 0",
        "cannot be removed, false, true, 1, 0, 1",
        "can be neither read nor removed, true, true, 0, 0, 1"
    })
    void anEntryOnABadPlaceOfTheDiskHoldsUpNothingBehindIt(ArgumentsAccessor row) {
        CrashFolder disk = new CrashFolder(new Random(1));
        SmsSpool spool = new SmsSpool(disk, cipher);
        for (int i = 1; i <= 3; i++) {
            spool.keep(entry(i));
        }
        disk.bad("0000000000000002.sms", row.getBoolean(1), row.getBoolean(2));
        List<String> drained = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            assertThat(spool.drain(entry -> drained.add(entry.hex()))).isTrue();
        }
        spool.keep(entry(4));
        assertThat(spool.drain(entry -> drained.add(entry.hex()))).isTrue();
        List<String> expected = row.getInteger(3) == 0
                ? List.of(entry(1).hex(), entry(3).hex(), entry(4).hex())
                : List.of(entry(1).hex(), entry(2).hex(), entry(3).hex(), entry(4).hex());
        assertThat(drained).isEqualTo(expected);
        assertThat(spool.putAside()).isEqualTo(row.getLong(4));
        assertThat(spool.size()).isEqualTo(row.getLong(5));
    }

    @Test
    void anEntryThatIsReadOnlyAfterAWhileIsStoredThenAndNotPutAside() {
        CrashFolder disk = new CrashFolder(new Random(1));
        SmsSpool spool = new SmsSpool(disk, cipher);
        spool.keep(entry(1));
        disk.bad("0000000000000001.sms", true, false);
        List<String> drained = new ArrayList<>();
        spool.drain(entry -> drained.add(entry.hex()));
        disk.good();
        spool.drain(entry -> drained.add(entry.hex()));
        assertThat(drained).containsExactly(entry(1).hex());
        assertThat(spool.putAside()).isZero();
        assertThat(spool.size()).isZero();
    }

    private SmsSpool onDisk(Path var) {
        Settings settings =
                key -> Optional.ofNullable(Map.of("hotline.var", var.toString()).get(key));
        return new SmsSpool(settings, cipher);
    }

    @Test
    void onARealDiskItIsSealedPrivateAndOutlivesTheProcess() throws IOException {
        onDisk(folder).keep(new SpooledPdu("m1", "452040000000001", "+84912345678 duong hong"));
        Path spool = folder.resolve("spool/sms");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(spool)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("912345678")
                        .doesNotContain("duong");
            }
        }
        List<SpooledPdu> drained = new ArrayList<>();
        SmsSpool again = onDisk(folder);
        assertThat(again.size()).isEqualTo(1);
        assertThat(again.drain(drained::add)).isTrue();
        assertThat(drained).containsExactly(new SpooledPdu("m1", "452040000000001", "+84912345678 duong hong"));
        assertThat(onDisk(folder).size()).isZero();
    }

    /** What a technician does with the files in quarantine, in this life of the gateway or before it. */
    private interface Hand {
        void touch(Path aside) throws IOException;
    }

    static Stream<Arguments> asides() {
        return Stream.of(
                Arguments.of("nobody looked", 2, (Hand) aside -> {}),
                Arguments.of("one was taken out", 1, (Hand) aside -> Files.delete(aside.resolve("letter.txt"))),
                Arguments.of("all were taken out", 0, (Hand) aside -> {
                    Files.delete(aside.resolve("letter.txt"));
                    Files.delete(aside.resolve("letter2.txt"));
                }),
                Arguments.of("the folder itself was taken out", 0, (Hand)
                        aside -> Files.move(aside, aside.resolveSibling("../taken"))),
                Arguments.of(
                        "one more was laid there", 3, (Hand) aside -> Files.writeString(aside.resolve("note"), "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asides")
    void whatLiesInQuarantineCountsUntilItIsTakenOutAlsoAfterARestart(String what, int left, Hand hand)
            throws IOException {
        onDisk(folder);
        Path spool = folder.resolve("spool/sms");
        Files.writeString(spool.resolve("letter.txt"), "x");
        Files.writeString(spool.resolve("letter2.txt"), "x");
        SmsSpool now = onDisk(folder);
        assertThat(now.putAside()).isEqualTo(2);
        hand.touch(spool.resolve("quarantine"));
        assertThat(now.putAside()).as(what).isEqualTo(left);
        now.keep(entry(1));
        Files.write(spool.resolve("0000000000000001.sms"), new byte[3]);
        assertThat(now.drain(entry -> {})).isTrue();
        assertThat(now.putAside()).as("the next bad one").isEqualTo(left + 1);
        assertThat(onDisk(folder).putAside()).as("after a restart").isEqualTo(left + 1);
    }

    @Test
    void aFolderThatCannotBeWrittenRefusesTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("var"), "a file where the folder should be");
        assertThatThrownBy(() -> onDisk(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be written");
    }
}
