package vn.mscore.hotline.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectDesk.Ending;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Sounds;

/** A house in which somebody asks about his own data, one person for each test. */
abstract class RequestScene {
    static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    static final Viewer HOA = new Viewer(5, "hoa", "Hòa", Role.OPERATOR, Optional.empty(), true);

    static final Viewer TUAN = new Viewer(7, "tuan", "Tuấn", Role.OPERATOR, Optional.empty(), true);

    static final String SURE = "Đã gọi xác minh, chủ máy muốn xóa";
    static final Ending ANSWERED = new Ending(Outcome.ANSWERED, "");

    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-14T09:30");
    static House house;
    private static int people;

    PhoneNumber lan;
    private String before;

    @BeforeAll
    static void open() {
        house = House.open(CLOCK, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void somebodyElse() {
        lan = new PhoneNumber("+8491234%04d".formatted(people++));
        for (String table : List.of(
                "sms_outbox",
                "citizen_subject_words",
                "citizen_subject_request",
                "switchboard_callback",
                "complaint_interest")) {
            house.tx(() -> house.get(Sql.class).update("delete from " + table));
        }
        before = house.schema().column("select seq from audit_head").get(0);
    }

    String request() {
        house.tx(() -> house.get(SubjectRequests.class).open(lan, "xoa het", "SMS"));
        return house.tx(() -> house.get(SubjectDesk.class).all().get(0)).number();
    }

    String spoken(PhoneNumber phone, String source) {
        return house.tx(() -> house.get(RegisterComplaint.class)
                        .register(new NewComplaint(
                                ComplaintKind.FEEDBACK, Optional.of(phone), "", Optional.empty(), source, false)))
                .ticket()
                .digits();
    }

    long count(String from) {
        return house.tx(() -> (long) house.get(Sql.class).count("select count(*) as n from " + from));
    }

    RecordingId message(String call) throws IOException {
        CallStart start = new CallStart(call, "main", Optional.of(lan), Optional.empty(), CLOCK.instant(), false);
        house.get(CallBook.class).began(start);
        Recorder recorder = house.get(Recorder.class);
        RecordingId id = recorder.promise(start, RecordingOrder.message("complaint"));
        Files.createDirectories(recorder.spool(id).getParent());
        Files.write(recorder.spool(id), Sounds.speech(Duration.ofSeconds(3)));
        recorder.take(id, Recorded.End.KEY);
        house.get(CallBook.class).ended(call, CLOCK.instant(), Optional.empty());
        return id;
    }

    /** What this test wrote down about requests and numbers. */
    List<String> trail() {
        return house.schema()
                .column(
                        "select concat_ws('|', login, deed, subject, reason) from audit_line where seq > " + before
                                + " and (deed like 'data-request.%' or deed like 'phone.%' or deed = 'case.blocked') order by seq");
    }

    void office(String office) {
        String unit =
                "{\"name\": \"UBND xã\", \"shortName\": \"UBND xa\", \"kind\": \"OFFICE\", \"validFrom\": \"2025-07-01\"}";
        assertThat(house.get(UnitRegister.class).put(office, unit.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    String ticketAbout(String office) {
        office(office);
        String ticket = spoken(lan, "recording:00000000-0000-4000-8000-000000000001");
        house.tx(() -> house.get(Sql.class)
                .update(
                        "update complaint set unit = ?, unit_name = 'x', unit_ascii = 'x' where ticket = ?",
                        office,
                        ticket));
        return ticket;
    }
}
