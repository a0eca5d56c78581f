package vn.mscore.hotline.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.citizen.SubjectTerms;
import vn.mscore.hotline.citizen.SubjectTerms.Because;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Sounds;

/** What somebody gets who asks for his own data, and what goes when he asks for that. */
class DataDeskIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final Viewer HOA = new Viewer(5, "hoa", "Hòa", Role.OPERATOR, Optional.empty(), true);

    private final MovingClock clock = MovingClock.atVietnam("2026-08-14T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String request() {
        house.tx(() -> house.get(SubjectRequests.class).open(LAN, "xoa het", "SMS"));
        return house.tx(() -> house.get(SubjectDesk.class).all().get(0)).number();
    }

    private void spoken(PhoneNumber phone, String source) {
        house.tx(() -> house.get(RegisterComplaint.class)
                .register(new NewComplaint(
                        ComplaintKind.FEEDBACK, Optional.of(phone), "", Optional.empty(), source, false)));
    }

    private long count(String from) {
        return house.tx(() -> (long) house.get(Sql.class).count("select count(*) as n from " + from));
    }

    private RecordingId message(String call) throws IOException {
        CallStart start = new CallStart(call, "main", Optional.of(LAN), Optional.empty(), clock.instant(), false);
        house.get(CallBook.class).began(start);
        Recorder recorder = house.get(Recorder.class);
        RecordingId id = recorder.promise(start, RecordingOrder.message("complaint"));
        Files.createDirectories(recorder.spool(id).getParent());
        Files.write(recorder.spool(id), Sounds.speech(Duration.ofSeconds(3)));
        recorder.take(id, Recorded.End.KEY);
        house.get(CallBook.class).ended(call, clock.instant(), Optional.empty());
        return id;
    }

    @Test
    void theExportHoldsEveryLine() {
        for (int i = 0; i < 101; i++) {
            spoken(LAN, "recording:00000000-0000-4000-8000-%012d".formatted(i));
        }
        List<TimelineLine> all =
                house.get(DataDesk.class).export(HOA, request()).orElseThrow();
        assertThat(all.stream().filter(line -> line.kind() == TimelineLine.Kind.CASE))
                .hasSize(101);
    }

    private Optional<String> noted(Viewer who, String number) {
        return house.get(DataDesk.class)
                .carryOut(who, number, "third-parties", (request, by) -> house.get(SubjectTerms.class)
                        .involveThirdParties(request, new Because("Sở Xây dựng cũng giữ dữ liệu", by)))
                .map(Reason::code);
    }

    @Test
    void nobodyButTheDeskNotesThirdParties() {
        String number = request();
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.OPERATOR))) {
            Viewer other = new Viewer(6, "ks", "Khe Sanh", role, Optional.of(new UnitCode("KS")), true);
            assertThat(noted(other, number)).as("%s", role).contains("request.unknown");
        }
        assertThat(count("citizen_subject_request where third_parties_on is not null"))
                .isZero();
        assertThat(count("sms_outbox")).isZero();
    }

    @Test
    void trailSaysWhoNotedThirdPartiesAndTheNewDayAndNothingOfARefusal() {
        String number = request();
        assertThat(noted(HOA, number)).isEmpty();
        assertThat(noted(HOA, number)).contains("request.third-parties");
        assertThat(noted(HOA, "2600000")).contains("request.unknown");
        assertThat(house.schema()
                        .column("select concat_ws('|', login, deed, subject, reason) from audit_line where deed like"
                                + " 'data-request.%'"))
                .containsExactly("hoa|data-request.third-parties|" + number + "|2026-09-03");
    }

    @Test
    void erasureTakesCallBacksAndMissedCallsToo() {
        house.tx(() -> house.get(CallbackRequests.class).book(LAN, "hotline"));
        house.tx(() -> house.get(CallbackRequests.class).book(MINH, "hotline"));
        assertThat(house.get(DataDesk.class).erase(HOA, request())).isEmpty();
        assertThat(count("switchboard_callback")).as("another's stays").isEqualTo(1);
    }

    @Test
    void erasureTakesAVoiceThatBelongsToNothingAndNoneThatACaseNames() throws IOException {
        RecordingId free = message("1787000000.1");
        RecordingId named = message("1787000000.2");
        RecordingId sealed = message("1787000000.3");
        spoken(MINH, "recording:" + named.value());
        spoken(MINH, "recording:" + sealed.value());
        house.tx(() -> house.get(Sql.class)
                .update(
                        "update complaint set secret = 1, state = 'DONG' where source = ?",
                        "recording:" + sealed.value()));
        assertThat(house.get(DataDesk.class).erase(HOA, request())).isEmpty();
        List<String> erased = house.tx(() -> house.get(Sql.class)
                .rows("select recording_id as v from voice_recording where state = 'ERASED'", row -> row.text("v")));
        assertThat(erased).containsExactly(free.value());
    }
}
