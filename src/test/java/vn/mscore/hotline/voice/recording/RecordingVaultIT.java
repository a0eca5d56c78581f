package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.RecordingStranded;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Sounds;

class RecordingVaultIT extends SpoolCase {
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
    void whoHungUpInTheApologyOfTheExchangeIsAMissedCall() throws IOException {
        Path file = Files.createFile(spool.resolve("fallback-1787000000.60-0912345678.wav"));
        sweep();
        clock.advance(Duration.ofSeconds(150));
        sweep();
        assertThat(file).doesNotExist();
        assertThat(column("state")).containsExactly("EMPTY");
        assertThat(stranded())
                .singleElement()
                .extracting(RecordingStranded::caller)
                .isEqualTo(PhoneNumber.parse("0912345678"));
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
    void whatTheExchangeRecordedOfSomebodyWhoHadOnlyChosenTheSealedLaneIsSealedToo() throws IOException {
        Path file = spool.resolve("fallback-1787000000.62-sealed.wav");
        Files.write(file, SPEECH);
        sweep();
        assertThat(file).doesNotExist();
        assertThat(column("secret")).containsExactly("1");
        assertThat(column("caller_sealed is null")).containsExactly("1");
        RecordingStranded told = stranded().get(0);
        assertThat(told.secret()).isTrue();
        assertThat(told.caller()).isEmpty();
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
    void aSealedReportOfASecondIsKeptSealedAndNobodyIsCalledBack() throws IOException {
        RecordingId id = promised(
                "1787000000.15",
                RecordingOrder.secretMessage("words:DENUNCIATION::"),
                Sounds.speech(Duration.ofSeconds(1)));
        hangUp("1787000000.15");
        sweep();
        assertThat(stranded()).hasSize(1);
        assertThat(column("state")).containsExactly("KEPT");
        assertThat(column("hex(substring(key_sealed, 2, 1))")).containsExactly("01");
        assertThat(heard(id, 0)).isEqualTo(Sounds.speech(Duration.ofSeconds(1)));
        assertThat(stranded()).as("told once").isEmpty();
        for (String table : java.util.List.of("switchboard_callback", "complaint", "sms_outbox")) {
            int rows = house.tx(() -> house.get(Sql.class).count("select count(*) as n from " + table));
            assertThat(rows).as(table).isZero();
        }
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
    void aPlayedCopyIsReadableByItsOwnerOnlyAndGoesWhenItWasPlayed() throws IOException {
        RecordingId id = promised("1787000000.16", RecordingOrder.message("m"), SPEECH);
        recorder.take(id, End.KEY);
        Path copy;
        try (Recorder.Playable playable = recorder.playable(id)) {
            copy = playable.file();
            assertThat(copy).hasBinaryContent(SPEECH);
            assertThat(playable.length()).isEqualTo(Duration.ofSeconds(5));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThat(copy).doesNotExist();
    }
}
