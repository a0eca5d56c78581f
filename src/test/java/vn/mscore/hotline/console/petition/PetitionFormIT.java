package vn.mscore.hotline.console.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.Petitions.Appointment;
import vn.mscore.hotline.complaint.Petitions.Guidance;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.WorkCases;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.workbench.MovedOn;
import vn.mscore.hotline.console.workbench.Readings;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.unit.Units;

/** Whoever signs the form writes nothing by hand that the house knows. */
class PetitionFormIT {
    private static final Viewer HOA = new Viewer(5, "hoa", "Hòa", Role.OPERATOR, Optional.empty(), true);
    private static final Viewer MAI = new Viewer(6, "mai", "Mai", Role.OPERATOR, Optional.empty(), true);
    private static final DossierCode DOSSIER = new DossierCode("H50.15-260803-0012");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 14);

    @Test
    void formIsFilledWithAllThatIsKnownAndBlankWhereNothingIs() {
        try (House house = House.open(MovingClock.atVietnam("2026-08-14T09:30"), Map.of())) {
            TicketNumber ticket = booked(house);
            assertThat(lines(form(house, ticket)))
                    .contains(
                            "Kính gửi: Ban Tiếp công dân tỉnh",
                            "Điện thoại: 0912345678",
                            "bị khiếu nại: Trung tâm PVHCC xã Khe Sanh",
                            "Mã hồ sơ thủ tục hành chính (nếu có): H50.15-260803-0012",
                            "hành vi hành chính bị khiếu nại: QĐ 12/QĐ-UBND",
                            "Ngày nhận hoặc biết được: 20/07/2026",
                            "không đồng ý quyết định thu hồi đất");
            assertThat(house.tx(() -> house.get(Sql.class)
                            .count("select count(*) as n from audit_line where deed = 'phone.revealed'")))
                    .as("the number in clear is written down")
                    .isEqualTo(1);

            state(house, ticket);
            assertThat(lines(form(house, ticket)))
                    .as("what was stated")
                    .contains("bị khiếu nại: Phòng Kinh tế xã Khe Sanh");

            TicketNumber bare = khieuNai(house, Optional.empty(), "");
            assertThat(lines(form(house, bare)))
                    .contains(
                            "Kính gửi: _",
                            "bị khiếu nại: _",
                            "Mã hồ sơ thủ tục hành chính (nếu có): _",
                            "biết được: _");
        }
    }

    @Test
    void guidanceThatAnotherWroteMeanwhileIsShownBesideWhatWasTyped() {
        try (House house = House.open(MovingClock.atVietnam("2026-08-14T09:30"), Map.of())) {
            TicketNumber ticket = booked(house);
            int old = house.tx(() -> grip(house, ticket).version());
            assertThat(guided(house, new Grip(HOA, ticket, old), "QĐ 21/QĐ-UBND"))
                    .isEmpty();
            Grip late = new Grip(MAI, ticket, old);
            Optional<Reason> refused = guided(house, late, "QĐ 33/QĐ-UBND");
            assertThat(refused).map(Reason::code).contains("case.moved-on");
            String page = movedOn(house, late, refused.orElseThrow(), Form.of("decision", "QĐ 33/QĐ-UBND"));
            assertThat(lines(page))
                    .contains(
                            "Có người đã thay đổi", "hoa · ", "Hướng dẫn làm đơn khiếu nại", "Đang ghi: QĐ 21/QĐ-UBND")
                    .contains("Nội dung bạn vừa gõ:QĐ 33/QĐ-UBND");
            assertThat(page).contains("value=\"QĐ 33/QĐ-UBND\"", "name=\"version\" value=\"" + (old + 1) + "\"");
            assertThat(page)
                    .as("says so as soon as it happens")
                    .contains(
                            "data-case=\"" + ticket.digits() + "\" data-stream=\"/console/stream?since=",
                            "id=\"moved\"");
        }
    }

    private static Optional<Reason> guided(House house, Grip grip, String decision) {
        return house.ask(Petitions.class, all -> all.guided(grip, new Guidance(Optional.empty(), decision)));
    }

    private static String movedOn(House house, Grip grip, Reason why, Form typed) {
        Asked asked = Asked.by(grip.viewer(), Language.VI);
        PetitionPaper paper = new PetitionPaper(
                house.get(Pages.class),
                asked,
                house.get(Petitions.class),
                house.get(PetitionForm.class),
                house.get(Units.class),
                house.get(Clock.class),
                house.get(MovedOn.class),
                house.get(Readings.class),
                house.get(ScreenEvents.class),
                house.get(InTransaction.class),
                house.get(WorkCases.class));
        Refill refill = new Refill("guided", "version", asked.sentence(why), typed);
        return house.get(Pages.class).render("petition/page", paper.movedOnModel(grip, refill), asked);
    }

    /** A khiếu nại about a dossier, guided and with an appointment. */
    private static TicketNumber booked(House house) {
        unit(house, "KS-PVHCC", "Trung tâm PVHCC xã Khe Sanh");
        unit(house, "KS-KTE", "Phòng Kinh tế xã Khe Sanh");
        unit(house, "H50-BTCD", "Ban Tiếp công dân tỉnh");
        dossier(house);
        TicketNumber ticket = khieuNai(house, Optional.of(DOSSIER), "không đồng ý quyết định thu hồi đất");
        house.ask(
                Petitions.class,
                all -> all.guided(
                        grip(house, ticket), new Guidance(Optional.of(LocalDate.of(2026, 7, 20)), "QĐ 12/QĐ-UBND")));
        house.ask(
                Petitions.class,
                all -> all.book(
                        grip(house, ticket),
                        new Appointment(new UnitCode("H50-BTCD"), LocalDate.of(2026, 8, 20), LocalTime.of(8, 30))));
        return ticket;
    }

    private static Grip grip(House house, TicketNumber ticket) {
        Petitions.Petition now = house.get(Petitions.class).of(HOA, ticket).orElseThrow();
        return new Grip(HOA, ticket, now.version());
    }

    private static void state(House house, TicketNumber ticket) {
        house.tx(() -> {
            Complaint complaint = house.get(Complaints.class).find(ticket).orElseThrow();
            house.get(AccusedOffices.class).state(complaint, Accused.of(new UnitCode("KS-KTE")), "hoa");
            return complaint;
        });
    }

    private static String form(House house, TicketNumber ticket) {
        return house.tx(() -> {
            Petitions.Petition petition =
                    house.get(Petitions.class).of(HOA, ticket).orElseThrow();
            String place = petition.appointment()
                    .map(at -> house.get(Units.class).name(at.place()).full())
                    .orElse("");
            PetitionView view = PetitionView.of(petition, TODAY, place);
            return house.get(Pages.class)
                    .render("petition/form", house.get(PetitionForm.class).of(HOA, view), Asked.by(HOA, Language.VI));
        });
    }

    /** As it reads on paper; a blank is an underscore. */
    private static String lines(String html) {
        String blanks = html.replaceAll("<span class=\"blank[^>]*></span>", "_");
        return Pattern.compile("<[^>]*>").matcher(blanks).replaceAll("").replaceAll("[ \\t]+", " ");
    }

    private static TicketNumber khieuNai(House house, Optional<DossierCode> about, String words) {
        return house.ask(
                        RegisterComplaint.class,
                        all -> all.register(new NewComplaint(
                                ComplaintKind.COMPLAINT,
                                Optional.of(new PhoneNumber("+84912345678")),
                                words,
                                about,
                                "sms:1:m",
                                false)))
                .ticket();
    }

    private static void unit(House house, String code, String name) {
        String json = "{\"name\": \"" + name
                + "\", \"shortName\": \"x\", \"kind\": \"OFFICE\", \"validFrom\": \"2025-07-01\"}";
        assertThat(house.get(UnitRegister.class).put(code, json.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static void dossier(House house) {
        String json =
                "{\"unit\": \"KS-PVHCC\", \"procedure\": \"Cấp đổi GCN\", \"field\": \"dat dai\", \"phone\": \"0912345678\","
                        + " \"receivedAt\": \"2026-08-03T08:00:00+07:00\", \"dueAt\": \"2026-08-20T17:00:00+07:00\","
                        + " \"status\": \"PROCESSING\", \"stages\": []}";
        assertThat(house.get(DossierRegister.class)
                        .put(DOSSIER.value(), json.getBytes(StandardCharsets.UTF_8), false)
                        .faults())
                .isEmpty();
    }
}
