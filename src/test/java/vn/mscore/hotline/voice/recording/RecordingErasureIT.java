package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.LoggedWords;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.ForgetCaller;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.RecordingErasure;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.VoiceFolders;

/** What is refused, told and erased, and who may wait behind whom. */
class RecordingErasureIT extends SpoolCase {
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
    void aListenerThatFailsDoesNotKeepTheOthersFromTheirRecording() throws IOException {
        RecordingId id = promised("1787000000.17", RecordingOrder.message("m"), SPEECH);
        recorder.take(id, End.KEY);
        hangUp("1787000000.17");
        house.tx(() -> house.get(Sql.class).update("update voice_recording set purpose_sealed = 0x00"));
        assertThat(stranded()).isEmpty();
        assertThat(column("linked_sealed")).containsExactly("null");
    }

    @Test
    void aRecordingBehindAHundredThatNobodyCanTakeIsTold() {
        CallStart call = call("1787000000.18");
        for (int i = 0; i < 100; i++) {
            recorder.take(recorder.promise(call, RecordingOrder.message("m")), End.HANG_UP);
        }
        house.tx(() -> house.get(Sql.class).update("update voice_recording set purpose_sealed = 0x00"));
        recorder.take(recorder.promise(call, RecordingOrder.message("m")), End.HANG_UP);
        hangUp("1787000000.18");
        assertThat(stranded()).hasSize(1);
    }

    @Test
    void whatWasRefusedIsSeenByNobodyElseAndErasedLikeTheOthers() throws IOException {
        call("1787000000.19");
        hangUp("1787000000.19");
        Files.writeString(spool.resolve("fallback-1787000000.19-0912345678.wav"), "no sound");
        sweep();
        Path refused = spool.resolveSibling("quarantine");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(refused)))
                .isEqualTo("rwx------");
        assertThat(filesIn(refused)).isEqualTo(1);
        PhoneNumber lan = PhoneNumber.parse("0912345678").orElseThrow();
        house.tx(() -> house.get(ForgetCaller.class).forget(lan, kept -> false));
        sweep();
        assertThat(filesIn(refused)).isZero();
        assertThat(column("state")).containsExactly("ERASED");
    }

    @Test
    void whatWasRefusedOfTheSealedLaneConcealsItsCall() throws IOException {
        call("1787000000.21");
        hangUp("1787000000.21");
        Files.writeString(spool.resolve("fallback-1787000000.21-sealed.wav"), "no sound");
        sweep();
        assertThat(column("secret")).containsExactly("1");
        assertThat(house.schema().column("select secret from voice_call")).containsExactly("1");
    }

    @Test
    void whatWasRefusedLongAgoIsErased() throws IOException {
        Files.writeString(spool.resolve("fallback-1787000000.20-.wav"), "no sound");
        sweep();
        clock.advance(Duration.ofDays(400));
        house.tx(() -> house.get(RecordingErasure.class).erase(clock.instant(), kept -> false, 100));
        sweep();
        assertThat(filesIn(spool.resolveSibling("quarantine"))).isZero();
    }

    @Test
    void aFileThatMakesTroubleIsLoggedWithoutTheNumberInItsName() {
        Path gone = spool.resolve("fallback-1787000000.41-0912345678.wav");
        SpoolWatch watch = new SpoolWatch(house.get(VoiceFolders.class), clock) {
            @Override
            synchronized List<Finished> finished() {
                return List.of(new Finished(gone, SpoolName.of(gone), Optional.empty()));
            }
        };
        try (LoggedWords log = LoggedWords.of(RecordingSweep.class, Quarantine.class)) {
            new RecordingSweep(
                            watch,
                            house.get(RecordingVault.class),
                            house.get(SqlRecordings.class),
                            house.get(Quarantine.class),
                            house.get(PlayedCopies.class),
                            house.get(SqlLiveCalls.class),
                            house.get(InTransaction.class),
                            clock)
                    .run();
            house.get(Quarantine.class).refuse(gone, SpoolName.of(gone), "no sound");
            assertThat(log.lines()).hasSize(2).noneMatch(line -> line.contains("912345678"));
            assertThat(log.lines().get(0)).contains("fallback-1787000000.41", "NoSuchFileException");
        }
    }
}
