package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Sounds;

/** What becomes of a voice when the ticket of its words is sealed or held. */
class SealedVoiceIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final String CALL = "1787000000.1";

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private RecordingId message() throws IOException {
        CallStart call = new CallStart(
                CALL, "main", Optional.of(LAN), Optional.empty(), house.clock().instant(), false);
        house.house().get(CallBook.class).began(call);
        Recorder recorder = house.house().get(Recorder.class);
        RecordingId id = recorder.promise(call, RecordingOrder.message("complaint"));
        Files.createDirectories(recorder.spool(id).getParent());
        Files.write(recorder.spool(id), Sounds.speech(Duration.ofSeconds(3)));
        recorder.take(id, Recorded.End.KEY);
        return id;
    }

    private TicketNumber registered(String source) {
        return house.tx(
                        RegisterComplaint.class,
                        register -> register.register(new NewComplaint(
                                ComplaintKind.FEEDBACK, Optional.of(LAN), "", Optional.empty(), source, false)))
                .ticket();
    }

    private TicketNumber spoken(RecordingId id) {
        String source = "recording:" + id.value();
        house.tx(Recordings.class, recordings -> recordings.link(id, source));
        return registered(source);
    }

    private void moneyIsTyped(TicketNumber ticket, RecordingId id) {
        SpokenWords words = house.house().get(SpokenWords.class);
        assertThat(words.type(house.grip(HOA, ticket), id.value(), "can bo doi tien lot tay nam trieu dong")
                        .isDone())
                .isTrue();
    }

    @Test
    void theVoiceShouldBeSealedWithItsTicket() throws IOException {
        RecordingId id = message();
        TicketNumber ticket = spoken(id);
        assertThat(house.count("voice_recording where secret")).isZero();
        moneyIsTyped(ticket, id);
        assertThat(house.count("complaint where secret = 1")).isEqualTo(1);
        assertThat(house.count("voice_recording where secret")).isEqualTo(1);
        assertThat(house.count("voice_call where secret and caller_index is null"))
                .isEqualTo(1);
    }

    @Test
    void aVoiceThatComesToASealedTicketAgainShouldBeSealedToo() throws IOException {
        RecordingId id = message();
        String source = "recording:" + id.value();
        house.tx(Recordings.class, recordings -> recordings.link(id, source));
        house.tx(
                RegisterComplaint.class,
                register -> register.register(new NewComplaint(
                        ComplaintKind.FEEDBACK,
                        Optional.of(LAN),
                        "",
                        Optional.empty(),
                        source,
                        false,
                        Optional.of("VVTC"))));
        assertThat(house.count("voice_recording where secret")).isEqualTo(1);
    }

    @Test
    void theCallOfAnErrandThatIsSealedShouldBeSealed() throws IOException {
        message();
        house.tx(
                RegisterComplaint.class,
                register -> register.register(new NewComplaint(
                        ComplaintKind.DENUNCIATION,
                        Optional.of(LAN),
                        "phải đưa tiền",
                        Optional.empty(),
                        "call:" + CALL,
                        false)));
        assertThat(house.count("voice_call where secret")).isEqualTo(1);
    }

    @Test
    void aVoiceShouldBeKeptWhileItsCaseIsOpenOrSealedOrHeld() throws IOException {
        RecordingId id = message();
        TicketNumber ticket = spoken(id);
        String source = "recording:" + id.value();
        assertThat(house.tx(CaseErasure.class, CaseErasure::keptVoices)).containsExactly(source);
        house.sql("update complaint set state = 'DONG'");
        assertThat(house.tx(CaseErasure.class, CaseErasure::keptVoices)).isEmpty();
        house.house().get(LegalHolds.class).place(ticket, "Tòa án yêu cầu lưu", "kythuat");
        assertThat(house.tx(CaseErasure.class, CaseErasure::keptVoices)).containsExactly(source);
        house.sql("delete from legal_hold");
        house.sql("update complaint set secret = 1");
        assertThat(house.tx(CaseErasure.class, CaseErasure::keptVoices)).containsExactly(source);
        house.sql("update complaint_words set words_sealed = ''");
        assertThat(house.tx(CaseErasure.class, CaseErasure::keptVoices)).isEmpty();
    }
}
