package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.RecordingErasure;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Recordings;

/** Recordings whose words are sealed after they were taken, and those whose time is over. */
class ConcealedRecordingIT extends SpoolCase {
    @Test
    void aRecordingThatIsSealedAfterwardsGoesToTheKeyOfThatLaneWithItsCall() throws IOException {
        RecordingId id = promised("1787000000.23", RecordingOrder.message("complaint:HSQH"), SPEECH);
        recorder.take(id, End.KEY);
        house.tx(() -> recordings.link(id, "ticket-1"));
        for (int twice = 0; twice < 2; twice++) {
            house.tx(() -> {
                recordings.conceal(id);
                return null;
            });
        }
        for (String sealed : List.of("key_sealed", "purpose_sealed", "caller_sealed", "linked_sealed")) {
            assertThat(column("hex(substring(" + sealed + ", 2, 1))"))
                    .as(sealed)
                    .containsExactly("01");
        }
        assertThat(house.tx(() -> house.get(Sql.class)
                        .count("select count(*) as n from voice_call where secret and caller_index is null"
                                + " and hex(substring(caller_sealed, 2, 1)) = '01'")))
                .isEqualTo(1);
        Recordings.Kept kept = house.tx(() -> recordings.find(id)).orElseThrow();
        assertThat(kept.secret()).isTrue();
        assertThat(kept.linked()).contains("ticket-1");
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
    }

    @Test
    void aRecordingThatIsSealedBeforeItIsTakenInIsTakenInUnderThatKey() throws IOException {
        RecordingId id = promised("1787000000.24", RecordingOrder.message("m"), SPEECH);
        house.tx(() -> {
            recordings.conceal(id);
            return null;
        });
        recorder.take(id, End.KEY);
        assertThat(column("hex(substring(key_sealed, 2, 1))")).containsExactly("01");
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
    }

    @Test
    void aSealedCallDoesNotSayWhichOrderItCameFrom() throws IOException {
        CallStart start = new CallStart(
                "1787000000.26",
                "survey",
                PhoneNumber.parse("0912345678"),
                Optional.of("survey-7"),
                clock.instant(),
                false);
        house.get(CallBook.class).began(start);
        assertThat(ordered()).isEqualTo(1);
        recorder.promise(start, RecordingOrder.secretMessage("tip"));
        assertThat(ordered()).isZero();
    }

    private long ordered() {
        return house.tx(() ->
                (long) house.get(Sql.class).count("select count(*) as n from voice_call where reference is not null"));
    }

    @Test
    void aCallThatIsSealedTakesWhatWasSaidInItAndBelongsToNoCase() throws IOException {
        RecordingId ofACase = promised("1787000000.25", RecordingOrder.message("m"), SPEECH);
        RecordingId free = promised("1787000000.25", RecordingOrder.message("m"), SPEECH);
        house.tx(() -> recordings.link(ofACase, "ticket-1"));
        house.tx(() -> {
            recordings.concealCall("1787000000.25");
            return null;
        });
        assertThat(house.tx(() -> house.get(Sql.class)
                        .rows("select recording_id as v from voice_recording where secret", row -> row.text("v"))))
                .containsExactly(free.value());
        assertThat(house.tx(() -> house.get(Sql.class).count("select count(*) as n from voice_call where secret")))
                .isEqualTo(1);
    }

    @Test
    void afterACallWithASealedReportNothingJoinsItToTheOrdinaryWordsOfThatCall() throws IOException {
        RecordingId remark = promised("1787000000.27", RecordingOrder.message("remark"), SPEECH);
        recorder.take(remark, End.KEY);
        house.tx(() -> recordings.link(remark, "ticket-1"));
        RecordingId tip = promised("1787000000.27", RecordingOrder.secretMessage("tip"), SPEECH);
        recorder.take(tip, End.KEY);
        house.tx(() -> recordings.link(tip, "ticket-2"));
        PartSealedCalls part = house.get(PartSealedCalls.class);
        assertThat(part.run()).as("while they talk").isZero();
        house.get(CallBook.class).ended("1787000000.27", clock.instant(), Optional.empty());
        assertThat(part.run()).isEqualTo(1);
        assertThat(joined("voice_recording")).isZero();
        assertThat(joined("voice_call")).isZero();
        assertThat(heard(remark, 0)).isEqualTo(SPEECH);
        assertThat(part.run()).as("once").isZero();
    }

    private long joined(String table) {
        return house.tx(() -> (long) house.get(Sql.class)
                .count("select count(*) as n from voice_recording r join " + table
                        + " s on s.call_id = r.call_id and s.secret where not r.secret"));
    }

    @Test
    void thoseThatAreHeldDoNotKeepTheirNeighboursFromBeingErased() throws IOException {
        for (int i = 0; i < 5; i++) {
            recorder.take(promised("1787000000.3" + i, RecordingOrder.message("m"), SPEECH), End.KEY);
        }
        RecordingId last = promised("1787000000.40", RecordingOrder.message("m"), SPEECH);
        recorder.take(last, End.KEY);
        clock.advance(Duration.ofDays(400));
        RecordingErasure.Outcome outcome = house.tx(() -> house.get(RecordingErasure.class)
                .erase(clock.instant(), kept -> !kept.id().equals(last), 2));
        assertThat(outcome).isEqualTo(new RecordingErasure.Outcome(1, 5));
    }
}
