package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.ForgetCaller;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingErasure;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.RecordingStranded;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Sounds;
import vn.mscore.hotline.voice.VoiceFolders;

class RecordingVaultIT {
    private static final byte[] SPEECH = Sounds.speech(Duration.ofSeconds(5));

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;
    private Recorder recorder;
    private Recordings recordings;
    private Path spool;

    @BeforeEach
    void open() throws IOException {
        house = House.open(clock, Map.of());
        recorder = house.get(Recorder.class);
        recordings = house.get(Recordings.class);
        spool = house.get(VoiceFolders.class).spool();
        Files.createDirectories(spool);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private CallStart call(String id) {
        CallStart start = new CallStart(id, "main", PhoneNumber.parse("0912345678"), Optional.empty(), clock.instant());
        house.get(CallBook.class).began(start);
        return start;
    }

    private RecordingId promised(String callId, RecordingOrder order, byte[] wav) throws IOException {
        RecordingId id = recorder.promise(call(callId), order);
        Files.write(recorder.spool(id), wav);
        return id;
    }

    private void hangUp(String callId) {
        house.get(CallBook.class).ended(callId, clock.instant(), Optional.empty());
    }

    private void sweep() {
        for (int i = 0; i < 2; i++) {
            house.get(RecordingSweep.class).run();
            clock.advance(Duration.ofSeconds(6));
        }
        house.get(RecordingSweep.class).run();
    }

    private List<RecordingStranded> stranded() {
        int before = house.get(FactLog.class).of(RecordingStranded.class).size();
        house.get(TellStranded.class).run();
        List<RecordingStranded> all = house.get(FactLog.class).of(RecordingStranded.class);
        return all.subList(before, all.size());
    }

    private List<String> column(String name) {
        return house.tx(() -> house.get(Sql.class)
                .rows(
                        "select " + name + " as v from voice_recording order by id",
                        row -> String.valueOf(row.text("v"))));
    }

    private byte[] heard(RecordingId id, long from) throws IOException {
        try (InputStream in = recordings.open(id, from)) {
            return in.readAllBytes();
        }
    }

    private long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void whatWasSaidIsSealedHeardAgainAndGoneFromTheSpool() throws IOException {
        RecordingId id = promised("1787000000.1", RecordingOrder.message("complaint:HSQH"), SPEECH);
        Recorded recorded = recorder.take(id, End.KEY);
        assertThat(recorded).isEqualTo(new Recorded(id, Duration.ofSeconds(5), true, End.KEY));
        assertThat(recorder.spool(id)).doesNotExist();
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
        assertThat(heard(id, 40_000)).isEqualTo(Arrays.copyOfRange(SPEECH, 40_000, SPEECH.length));
        Recordings.Kept kept = house.tx(() -> recordings.find(id)).orElseThrow();
        assertThat(kept.bytes()).isEqualTo(SPEECH.length);
        assertThat(kept.length()).isEqualTo(Duration.ofSeconds(5));
        assertThat(kept.callId()).isEqualTo("1787000000.1");
    }

    @Test
    void theFirstLinkWins() throws IOException {
        RecordingId id = promised("1787000000.1", RecordingOrder.message("complaint:HSQH"), SPEECH);
        recorder.take(id, End.KEY);
        assertThat(house.tx(() -> recordings.link(id, "ticket-1"))).isTrue();
        assertThat(house.tx(() -> recordings.link(id, "ticket-2"))).isFalse();
        assertThat(house.tx(() -> recordings.find(id)).orElseThrow().linked()).contains("ticket-1");
    }

    @Test
    void aSecretRecordingIsSealedUnderTheKeyOfItsLaneAndItsCallIsHiddenAtOnce() throws IOException {
        RecordingId id = promised("1787000000.2", RecordingOrder.secretMessage("tip"), SPEECH);
        recorder.take(id, End.KEY);
        assertThat(column("hex(substring(key_sealed, 2, 1))")).containsExactly("01");
        assertThat(column("hex(substring(purpose_sealed, 2, 1))")).containsExactly("01");
        assertThat(house.tx(() -> house.get(Sql.class)
                        .count("select count(*) as n from voice_call where secret and caller_index is null")))
                .isEqualTo(1);
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
    }

    @Test
    void aRecordingWhoseGatewayDiedIsFoundAndToldUntilSomebodyLinksIt() throws IOException {
        RecordingId id = promised("1787000000.3", RecordingOrder.message("complaint:HSQH"), SPEECH);
        sweep();
        assertThat(recorder.spool(id)).as("its call may still take it in").exists();
        hangUp("1787000000.3");
        sweep();
        assertThat(recorder.spool(id)).doesNotExist();
        assertThat(stranded())
                .containsExactly(new RecordingStranded(
                        new Recorded(id, Duration.ofSeconds(5), true, End.HANG_UP),
                        "complaint:HSQH",
                        false,
                        PhoneNumber.parse("0912345678"),
                        "1787000000.3"));
        assertThat(house.tx(() -> recordings.find(id)).orElseThrow().linked())
                .as("by the desk")
                .isPresent();
        assertThat(stranded()).isEmpty();
    }

    @Test
    void aCrashBetweenCommitAndRemovalDoesNotMakeASecondRecording() throws IOException {
        RecordingId id = promised("1787000000.4", RecordingOrder.message("complaint:HSQH"), SPEECH);
        recorder.take(id, End.KEY);
        Files.write(recorder.spool(id), SPEECH);
        sweep();
        assertThat(recorder.spool(id)).doesNotExist();
        assertThat(column("state")).containsExactly("KEPT");
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
    }

    @Test
    void aCrashBetweenSealingAndCommitTakesItInAgain() throws IOException {
        RecordingId id = promised("1787000000.5", RecordingOrder.message("complaint:HSQH"), SPEECH);
        assertThatThrownBy(() -> house.tx(() -> {
                    house.get(RecordingVault.class).takeIn(id, recorder.spool(id), End.KEY);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        assertThat(column("state")).containsExactly("PROMISED");
        hangUp("1787000000.5");
        sweep();
        assertThat(column("state")).containsExactly("KEPT");
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
    }

    @Test
    void whatTheExchangeRecordedByItselfIsTakenInOnceWithItsCaller() throws IOException {
        Path file = spool.resolve("fallback-1787000000.6-0912345678.wav");
        Files.write(file, SPEECH);
        sweep();
        Files.write(file, SPEECH);
        sweep();
        assertThat(file).doesNotExist();
        assertThat(column("state")).containsExactly("KEPT");
        RecordingStranded told = stranded().get(0);
        assertThat(told.purpose()).isEqualTo("fallback");
        assertThat(told.callId()).isEqualTo("1787000000.6");
        assertThat(told.caller()).isEqualTo(PhoneNumber.parse("0912345678"));
    }

    @Test
    void whatTheExchangeRecordedOfACallOfTheSealedLaneStaysThereWithoutItsCaller() throws IOException {
        recorder.take(promised("1787000000.61", RecordingOrder.secretMessage("tip"), SPEECH), End.HANG_UP);
        Files.write(spool.resolve("fallback-1787000000.61-0912345678.wav"), Sounds.speech(Duration.ofSeconds(9)));
        sweep();
        assertThat(column("secret")).containsExactly("1", "1");
        assertThat(column("caller_sealed is null")).contains("1");
    }

    @Test
    void anotherFallbackRecordingOfTheSameCallIsKeptToo() throws IOException {
        Files.write(spool.resolve("fallback-1787000000.6-.wav"), SPEECH);
        sweep();
        Files.write(spool.resolve("fallback-1787000000.6-.wav"), Sounds.speech(Duration.ofSeconds(9)));
        sweep();
        assertThat(column("length_ms")).containsExactly("5000", "9000");
        assertThat(stranded()).allMatch(told -> told.caller().isEmpty()).hasSize(2);
    }

    @Test
    void aFileThatGrowsIsWaitedForAndSoIsOneNobodyClosed() throws IOException {
        Path file = spool.resolve("fallback-1787000000.7-unknown.wav");
        byte[] open = SPEECH.clone();
        Arrays.fill(open, 40, 44, (byte) 0);
        Files.write(file, Arrays.copyOf(open, 20_000));
        sweep();
        Files.write(file, open);
        sweep();
        assertThat(file).exists();
        clock.advance(Duration.ofSeconds(150));
        sweep();
        assertThat(file).doesNotExist();
        assertThat(column("length_ms")).containsExactly("5000");
    }

    @Test
    void lessThanTwoSecondsAndSilenceAreKeptAsMissedCalls() throws IOException {
        RecordingId brief = promised("1787000000.8", RecordingOrder.message("m"), Sounds.speech(Duration.ofSeconds(1)));
        RecordingId silent =
                promised("1787000000.9", RecordingOrder.message("m"), Sounds.silence(Duration.ofSeconds(9)));
        assertThat(recorder.take(brief, End.HANG_UP).spoken()).isFalse();
        assertThat(recorder.take(silent, End.SILENCE).spoken()).isFalse();
        hangUp("1787000000.8");
        hangUp("1787000000.9");
        assertThat(stranded()).hasSize(2).noneMatch(told -> told.recording().spoken());
    }

    @Test
    void aHangUpBeforeTheFirstSecondIsAMissedCallToo() throws IOException {
        RecordingId id = recorder.promise(call("1787000000.10"), RecordingOrder.message("m"));
        assertThat(recorder.take(id, End.HANG_UP).spoken()).isFalse();
        hangUp("1787000000.10");
        assertThat(column("state")).containsExactly("EMPTY");
        assertThat(stranded()).hasSize(1);
    }

    @Test
    void whatComesAfterItWasThoughtEmptyIsKeptAndNotThrownAway() throws IOException {
        RecordingId id = recorder.promise(call("1787000000.12"), RecordingOrder.message("m"));
        hangUp("1787000000.12");
        clock.advance(Duration.ofHours(2));
        sweep();
        assertThat(column("state")).containsExactly("EMPTY");
        Files.write(recorder.spool(id), SPEECH);
        sweep();
        assertThat(column("state")).containsExactly("KEPT");
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
        assertThat(recorder.spool(id)).doesNotExist();
    }

    @Test
    void theSourceOfAnEmptyRecordingInWhichSomethingIsStays() throws IOException {
        RecordingId id = recorder.promise(call("1787000000.14"), RecordingOrder.message("m"));
        recorder.take(id, End.HANG_UP);
        Files.write(recorder.spool(id), SPEECH);
        house.get(RecordingVault.class).removeSource(id, recorder.spool(id));
        assertThat(recorder.spool(id)).exists();
    }

    @Test
    void aSourceThatCannotBeLookedAtIsNotTakenForNothing() throws IOException {
        RecordingId id = recorder.promise(call("1787000000.13"), RecordingOrder.message("m"));
        Path notAFolder = Files.write(spool.resolve("not-a-folder"), SPEECH);
        house.tx(() -> {
            house.get(RecordingVault.class).takeIn(id, notAFolder.resolve("in-it.wav"), End.KEY);
            return null;
        });
        assertThat(column("state")).containsExactly("PROMISED");
    }

    @Test
    void aPromiseWhoseFileNeverCameIsNotWaitedForForEver() {
        recorder.promise(call("1787000000.11"), RecordingOrder.message("m"));
        hangUp("1787000000.11");
        sweep();
        assertThat(column("state")).containsExactly("PROMISED");
        clock.advance(Duration.ofHours(2));
        sweep();
        assertThat(column("state")).containsExactly("EMPTY");
    }

    @Test
    void filesThatAreNoRecordingOfOursAreRefusedWithAReason() throws IOException {
        Path passwords = Files.writeString(Files.createTempFile("passwords", ".txt"), "root");
        Files.writeString(spool.resolve("0b6c0f0e-3a43-4a6e-9a9e-000000000001.wav"), "<html>not a sound</html>");
        Files.writeString(spool.resolve("..%2f..%2fetc%2fpasswd.wav"), "x");
        Files.writeString(spool.resolve("fallback-$(id)-1.wav"), "x");
        Files.createSymbolicLink(spool.resolve("0b6c0f0e-3a43-4a6e-9a9e-000000000002.wav"), passwords);
        try (var large = new java.io.RandomAccessFile(
                spool.resolve("fallback-1787000000.12-.wav").toFile(), "rw")) {
            large.setLength(2L << 30);
        }
        sweep();
        assertThat(filesIn(spool)).isZero();
        assertThat(passwords).hasContent("root");
        assertThat(column("state")).hasSize(5).containsOnly("QUARANTINED");
        assertThat(column("why"))
                .containsExactlyInAnyOrder(
                        "no sound of the telephone", "foreign name", "foreign name", "no file", "too long");
        assertThat(stranded()).isEmpty();
        Files.delete(passwords);
    }

    @Test
    void anErasedRecordingCannotBeHeardAndItsFileGoes() throws IOException {
        RecordingId id = promised("1787000000.13", RecordingOrder.message("m"), SPEECH);
        recorder.take(id, End.KEY);
        house.tx(() -> {
            recordings.erase(id);
            return null;
        });
        assertThatThrownBy(() -> heard(id, 0)).isInstanceOf(IOException.class);
        assertThat(house.tx(() -> recordings.find(id))).isEmpty();
        sweep();
        assertThat(filesIn(house.get(VoiceFolders.class).kept())).isZero();
        assertThat(column("key_sealed")).containsExactly("null");
        assertThat(column("purpose_sealed")).containsExactly("null");
    }

    @Test
    void oldRecordingsAreErasedExceptThoseThatAreHeld() throws IOException {
        RecordingId old = promised("1787000000.14", RecordingOrder.message("m"), SPEECH);
        RecordingId held = promised("1787000000.15", RecordingOrder.message("m"), SPEECH);
        recorder.take(old, End.KEY);
        recorder.take(held, End.KEY);
        hangUp("1787000000.14");
        hangUp("1787000000.15");
        clock.advance(Duration.ofDays(400));
        RecordingErasure.Outcome outcome = house.tx(() -> house.get(RecordingErasure.class)
                .erase(clock.instant(), kept -> kept.id().equals(held), 100));
        assertThat(outcome).isEqualTo(new RecordingErasure.Outcome(1, 1));
        assertThat(heard(held, 0)).isEqualTo(SPEECH);
        assertThat(house.tx(() -> house.get(Sql.class)
                        .count("select count(*) as n from voice_call where caller_sealed is not null")))
                .isZero();
    }

    @Test
    void aNumberThatAsksToBeForgottenIsExceptForItsCasesAndTheSealedLane() throws IOException {
        RecordingId mine = promised("1787000000.20", RecordingOrder.message("m"), SPEECH);
        RecordingId ofACase = promised("1787000000.21", RecordingOrder.message("m"), SPEECH);
        RecordingId secret = promised("1787000000.22", RecordingOrder.secretMessage("m"), SPEECH);
        for (RecordingId id : List.of(mine, ofACase, secret)) {
            recorder.take(id, End.KEY);
        }
        List.of("1787000000.20", "1787000000.21", "1787000000.22").forEach(this::hangUp);
        PhoneNumber lan = PhoneNumber.parse("0912345678").orElseThrow();
        int forgotten = house.tx(() ->
                house.get(ForgetCaller.class).forget(lan, kept -> kept.id().equals(ofACase)));
        assertThat(forgotten).isEqualTo(1 + 2);
        assertThat(column("state")).containsExactly("ERASED", "KEPT", "KEPT");
    }

    @Test
    void aPlayedCopyIsReadableByItsOwnerOnlyAndGoesWhenItWasPlayed() throws IOException {
        RecordingId id = promised("1787000000.16", RecordingOrder.message("m"), SPEECH);
        recorder.take(id, End.KEY);
        Path copy;
        try (Recorder.Playable playable = recorder.playable(id)) {
            copy = playable.file();
            assertThat(copy).hasBinaryContent(SPEECH);
            assertThat(playable.length()).isEqualTo(Duration.ofSeconds(5));
            assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThat(copy).doesNotExist();
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromTheirRecording() throws IOException {
        RecordingId id = promised("1787000000.17", RecordingOrder.message("m"), SPEECH);
        recorder.take(id, End.KEY);
        hangUp("1787000000.17");
        house.tx(() -> house.get(Sql.class).update("update voice_recording set purpose_sealed = 0x00"));
        assertThat(stranded()).isEmpty();
        assertThat(column("linked_sealed")).containsExactly("null");
    }
}
