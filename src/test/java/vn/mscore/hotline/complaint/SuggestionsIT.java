package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.Suggestions.Suggestion;
import vn.mscore.hotline.console.workbench.QuickAccept;
import vn.mscore.hotline.console.workbench.QuickAccept.Card;
import vn.mscore.hotline.dossier.Apologies;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** What the desk is told before it decides; and scenario 2, the late dossier. */
class SuggestionsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final DossierCode DOSSIER = new DossierCode("H50.15-260803-0012");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode COUNTER = new UnitCode("KS-PVHCC");
    private static final UnitCode LAND = new UnitCode("KS-KTE");
    private static final UnitCode PROVINCE = new UnitCode("QT-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer COUNTER_OFFICER = CaseHouse.viewer("mc", Role.OFFICER, Optional.of(LAND));

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(PROVINCE, Optional.empty());
        house.unit(COMMUNE, Optional.of(PROVINCE));
        house.unit(COUNTER, Optional.of(COMMUNE));
        house.unit(LAND, Optional.of(COMMUNE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void dossier(String due) {
        String json =
                "{\"unit\": \"KS-PVHCC\", \"procedure\": \"Cấp đổi GCN\", \"field\": \"dat dai\", \"phone\": \"0912345678\","
                        + " \"receivedAt\": \"2026-08-03T08:00:00+07:00\", \"dueAt\": \"" + due + "T17:00:00+07:00\","
                        + " \"status\": \"PROCESSING\", \"stages\": ["
                        + "{\"name\": \"Tiếp nhận\", \"unit\": \"KS-PVHCC\", \"enteredAt\": \"2026-08-03T08:00:00+07:00\","
                        + " \"leftAt\": \"2026-08-03T09:00:00+07:00\", \"allowedHours\": 4},"
                        + "{\"name\": \"Thẩm định\", \"unit\": \"KS-KTE\", \"enteredAt\": \"2026-08-03T09:00:00+07:00\","
                        + " \"allowedHours\": 8}]}";
        DossierRegister.Outcome outcome = house.house()
                .get(DossierRegister.class)
                .put(DOSSIER.value(), json.getBytes(StandardCharsets.UTF_8), false);
        assertThat(outcome.faults()).isEmpty();
    }

    private TicketNumber about(PhoneNumber phone, String words) {
        return about(phone, ComplaintKind.FEEDBACK, words);
    }

    private TicketNumber about(PhoneNumber phone, ComplaintKind kind, String words) {
        return house.tx(
                        RegisterComplaint.class,
                        register -> register.register(new NewComplaint(
                                kind, Optional.of(phone), words, Optional.of(DOSSIER), "sms:1:m", false)))
                .ticket();
    }

    private Suggestion suggestion(TicketNumber ticket) {
        return house.tx(Suggestions.class, all -> all.of(ticket, other -> false))
                .orElseThrow();
    }

    @Test
    void lateDossierShouldGoToTheOfficeOfTheLateStageNotToTheCounter() {
        dossier("2026-08-10");
        house.clock().advance(Duration.ofDays(9));
        Suggestion suggestion = suggestion(about(LAN, "ho so qua han chua co ket qua"));
        assertThat(suggestion.category()).isEqualTo("HSQH");
        assertThat(suggestion.unit()).contains(LAND);
        assertThat(suggestion.why()).first().isEqualTo(new Suggestions.Why("suggest.late-stage", "Thẩm định"));
        assertThat(suggestion.confidence()).isGreaterThan(0.5);
        assertThat(suggestion.risky()).isFalse();
    }

    @Test
    void lateDossierComplainedAboutAgainShouldGoToTheChiefWithinAWorkingDay() {
        dossier("2026-08-10");
        house.clock().advance(Duration.ofDays(9));
        TicketNumber first = about(LAN, "ho so qua han chua co ket qua");
        TicketNumber again = about(MINH, "van chua co ket qua, qua han roi");
        assertThat(suggestion(again)).satisfies(found -> {
            assertThat(found.unit()).contains(COMMUNE);
            assertThat(found.due()).isEqualTo(house.workingDays(1));
            assertThat(found.why())
                    .startsWith(
                            new Suggestions.Why("suggest.repeat", "UBND " + COMMUNE),
                            new Suggestions.Why("suggest.late-stage", "Thẩm định"));
        });
        assertThat(house.house()
                        .get(SortCases.class)
                        .classify(house.grip(HOA, again), ComplaintKind.FEEDBACK, "HSQH")
                        .isDone())
                .isTrue();
        assertThat(house.count("complaint where due = '" + house.workingDays(1) + "'"))
                .isEqualTo(1);
        assertThat(suggestion(first)).as("the one before").satisfies(found -> {
            assertThat(found.unit()).contains(LAND);
            assertThat(found.due()).isEqualTo(house.workingDays(3));
        });
        house.sql("update complaint set state = 'RUT' where ticket = '" + first.digits() + "'");
        assertThat(suggestion(again).unit()).as("withdrawn").contains(LAND);
        house.sql("update complaint set state = 'DONG', registered_at = '2026-07-01' where ticket = '" + first.digits()
                + "'");
        assertThat(suggestion(again).unit()).as("long ago").contains(LAND);
    }

    @Test
    void whatIsSaidAgainIsDueADayAfterItIsSortedAndKeepsThatDay() {
        dossier("2026-08-10");
        house.clock().advance(Duration.ofDays(9));
        about(LAN, "ho so qua han chua co ket qua");
        TicketNumber again = about(MINH, "van chua co ket qua, qua han roi");
        SortCases sort = house.house().get(SortCases.class);
        for (int day = 1; day <= 2; day++) {
            house.clock().advance(Duration.ofDays(1));
            assertThat(sort.classify(house.grip(HOA, again), ComplaintKind.FEEDBACK, "HSQH")
                            .isDone())
                    .isTrue();
            assertThat(house.count("complaint where due = '2026-08-14'")).isEqualTo(1);
        }
    }

    @Test
    void attitudeShouldGoToTheChiefAboveAndNeverToTheOfficeItself() {
        dossier("2026-08-10");
        Suggestion suggestion = suggestion(about(LAN, "thai do quat mang dan"));
        assertThat(suggestion.category()).isEqualTo("TDPV");
        assertThat(suggestion.unit()).contains(COMMUNE);
        assertThat(suggestion.notTo()).contains(COUNTER);
        assertThat(suggestion.risky()).isTrue();
        assertThat(suggestion.why()).extracting(Suggestions.Why::code).contains("suggest.chief", "suggest.word");
    }

    private record Accepted(ComplaintKind kind, String words, String category, State after) {}

    private static final List<Accepted> ACCEPTED = List.of(
            new Accepted(ComplaintKind.FEEDBACK, "ho so qua han chua co ket qua", "HSQH", State.DA_CHUYEN),
            new Accepted(ComplaintKind.UNCLASSIFIED, "ho so qua han chua co ket qua", "HSQH", State.DA_CHUYEN),
            new Accepted(ComplaintKind.SUGGESTION, "ho so qua han chua co ket qua", "HSQH", State.DA_CHUYEN),
            new Accepted(ComplaintKind.COMPLAINT, "ho so qua han chua co ket qua", "KNAI", State.PHAN_LOAI),
            new Accepted(ComplaintKind.COMPLAINT, "viec cap so do, thu hoi dat", "KNAI", State.PHAN_LOAI),
            new Accepted(
                    ComplaintKind.SUGGESTION_OR_COMPLAINT, "ho so qua han chua co ket qua", "HSQH", State.PHAN_LOAI),
            new Accepted(ComplaintKind.FEEDBACK, "can bo dia chinh ngam ho so, qua hen", "HSQH", State.DA_CHUYEN),
            new Accepted(
                    ComplaintKind.FEEDBACK,
                    "Ông Nguyễn Văn A cán bộ địa chính ngâm hồ sơ, quá hẹn",
                    "HSQH",
                    State.PHAN_LOAI),
            new Accepted(ComplaintKind.FEEDBACK, "thai do quat mang dan", "TDPV", State.PHAN_LOAI),
            new Accepted(ComplaintKind.FEEDBACK, "khong dong y quyet dinh", "KNAI", State.PHAN_LOAI),
            new Accepted(ComplaintKind.FEEDBACK, "ho so qua han, xin cap cuu", "HSQH", State.PHAN_LOAI));

    @Test
    void oneKeyShouldSendOnlyWhatIsNotRisky() {
        dossier("2026-08-10");
        QuickAccept quick = house.house().get(QuickAccept.class);
        for (Accepted row : ACCEPTED) {
            TicketNumber ticket = about(LAN, row.kind(), row.words());
            assertThat(suggestion(ticket).risky()).as("%s", row).isEqualTo(row.after() == State.PHAN_LOAI);
            assertThat(suggestion(ticket).unit())
                    .as("there is somewhere to send it: %s", row)
                    .isPresent();
            Card card = Card.of(row.kind(), suggestion(ticket));
            Card other = new Card(row.kind(), row.category(), Optional.of(PROVINCE));
            assertThat(quick.accept(house.grip(HOA, ticket), other).decision().refusal())
                    .hasValueSatisfying(
                            refusal -> assertThat(refusal.sentence()).contains("gợi ý đã đổi, nay là: "));
            assertThat(quick.accept(house.grip(HOA, ticket), card).decision().refusal())
                    .isEmpty();
            house.clock().advance(Duration.ofMinutes(10));
            house.run("complaint.release");
            assertThat(house.state(ticket)).as("%s", row).isEqualTo(row.after());
            assertThat(house.count("complaint where classified and category = '" + row.category() + "' and ticket = '"
                            + ticket + "'"))
                    .as("%s", row)
                    .isEqualTo(1);
        }
    }

    @Test
    void khieuNaiShouldKeepItsCategoryAndNeverGoToTheOfficeItIsAbout() {
        dossier("2026-08-10");
        Suggestion suggestion = suggestion(about(LAN, ComplaintKind.COMPLAINT, "ho so so do qua han"));
        assertThat(suggestion.category()).isEqualTo("KNAI");
        assertThat(suggestion.notTo()).contains(COUNTER);
        assertThat(suggestion.unit()).isNotEqualTo(Optional.of(COUNTER));
    }

    @Test
    void whoReadsACaseShouldNotWaitForWhoWorksOnIt() throws SQLException {
        TicketNumber ticket = about(LAN, "duong lien thon hong nang");
        try (Connection other = house.house().schema().connect();
                Statement deed = other.createStatement()) {
            other.setAutoCommit(false);
            deed.executeQuery("select id from complaint for update").close();
            Optional<Suggestion> read = house.tx(Suggestions.class, all -> all.of(ticket, none -> false));
            assertThat(read).isPresent();
            assertThat(house.<ComplaintStatus, Boolean>tx(ComplaintStatus.class, s -> s.mayReopen(ticket)))
                    .isTrue();
            assertThat(house.<ComplaintStatus, Boolean>tx(ComplaintStatus.class, s -> s.mayJudge(ticket)))
                    .isFalse();
            other.rollback();
        }
    }

    @Test
    void nameOfAnOfficerShouldBeSaidAsTheReasonAndNotRepeated() {
        assertThat(suggestion(about(LAN, "ong nguyen van a can bo dia chinh ngam ho so, qua hen"))
                        .why())
                .contains(new Suggestions.Why("suggest.officer-named", "ong, can bo"))
                .noneMatch(why -> why.detail().contains("nguyen"));
    }

    @Test
    void urgentWordShouldBeSaidInTheWordsOfThePage() {
        assertThat(suggestion(about(LAN, "chay nha o thon 3")).why())
                .contains(new Suggestions.Why("suggest.urgent", "chay nha"));
    }

    @Test
    void reopenedCaseShouldBeSuggestedToNobodyBelowTheOfficeItWentUpTo() {
        dossier("2026-08-10");
        TicketNumber ticket = about(LAN, "ho so qua han chua co ket qua");
        assertThat(suggestion(ticket).unit()).as("the first time").contains(LAND);
        house.sql(
                "update complaint set state = 'MO_LAI', level = 1, unit = 'KS-UBND', unit_name = 'x', unit_ascii = 'x'");
        assertThat(suggestion(ticket).unit()).as("went up from there").isEmpty();
        house.sql("update complaint set state = 'PHAN_LOAI', unit = null, unit_name = null, unit_ascii = null");
        assertThat(suggestion(ticket).unit())
                .as("handed back by the office above")
                .isEmpty();
        house.sql("update complaint set unit = 'KS-PVHCC', unit_name = 'x', unit_ascii = 'x'");
        assertThat(suggestion(ticket).unit()).as("of the same rank").contains(LAND);
    }

    @Test
    void secretCaseShouldHaveNoSuggestion() {
        TicketNumber ticket = about(LAN, "can bo doi tien");
        Optional<Suggestion> none = house.tx(Suggestions.class, all -> all.of(ticket, other -> false));
        assertThat(none).isEmpty();
    }

    @Test
    void furtherWordsToAMergedTicketAreSealedWithItAndNeverLieInTheOther() {
        TicketNumber kept = about(MINH, "cai cau bi hu");
        TicketNumber merged = house.feedback(LAN, "cau hu nang");
        CaseBonds bonds = house.house().get(CaseBonds.class);
        assertThat(bonds.merge(house.grip(HOA, merged), kept).isDone()).isTrue();
        adds(merged, "tu hom qua den nay", "sms:8:modem");
        adds(merged, "can bo doi tien moi sua cau", "sms:9:modem");
        assertThat(
                        house.house()
                                .schema()
                                .column(
                                        "select concat(w.source, ' ', c.ticket, ' ', c.secret) from complaint_words w"
                                                + " join complaint c on c.id = w.complaint_id where w.source in ('sms:8:modem', 'sms:9:modem') order by w.id"))
                .containsExactly("sms:8:modem " + merged.digits() + " 1", "sms:9:modem " + merged.digits() + " 1");
    }

    private void adds(TicketNumber ticket, String words, String source) {
        boolean added = house.tx(RegisterComplaint.class, desk -> desk.addText(ticket, LAN, words, source));
        assertThat(added).isTrue();
    }

    @Test
    void scenario2ApologyShouldLeaveTheDayBeforeAndASecondAppointmentBeRefused() {
        dossier("2026-08-11");
        TicketNumber ticket = about(LAN, "ho so bao gio co ket qua, cham qua");
        SortCases desk = house.house().get(SortCases.class);
        assertThat(desk.classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "HSQH")
                        .isDone())
                .isTrue();
        assertThat(desk.route(house.grip(HOA, ticket), LAND).isDone()).isTrue();
        house.clock().set(CaseHouse.vietnam("2026-08-10T09:00"));
        house.run("complaint.release");
        Apologize apologize = house.house().get(Apologize.class);
        LocalDate newDay = LocalDate.of(2026, 8, 18);
        assertThat(code(apologize.apologize(house.grip(COUNTER_OFFICER, ticket), LocalDate.of(2026, 8, 15), "x")))
                .as("a Saturday")
                .isEqualTo("dossier.day");
        assertThat(code(apologize.apologize(house.grip(COUNTER_OFFICER, ticket), newDay, "chờ xác minh đất")))
                .isEqualTo("done");
        assertThat(house.facts(DossierChanged.class))
                .filteredOn(fact -> fact.what() == DossierChanged.What.POSTPONED)
                .singleElement()
                .satisfies(fact -> assertThat(fact.newDue()).contains(newDay));
        assertThat(house.facts(ApologyMade.class)).hasSize(1);
        assertThat(code(apologize.apologize(house.grip(COUNTER_OFFICER, ticket), LocalDate.of(2026, 8, 25), "lại trễ")))
                .isEqualTo("dossier.reappointed");
        letter(newDay);
    }

    @Test
    void theOneAppointmentShouldBeSpentByThoseWhoHoldTheDossierAlone() {
        UnitCode school = new UnitCode("KS-GDDT");
        house.unit(school, Optional.of(COMMUNE));
        dossier("2026-08-14");
        TicketNumber ticket = about(LAN, "ho so bao gio co ket qua, cham qua");
        house.sql("update complaint set classified = true, unit = 'KS-GDDT', state = 'DANG_XU_LY'");
        Apologize apologize = house.house().get(Apologize.class);
        LocalDate newDay = LocalDate.of(2026, 8, 18);
        Viewer teacher = CaseHouse.viewer("gd", Role.OFFICER, Optional.of(school));
        assertThat(code(apologize.apologize(house.grip(teacher, ticket), newDay, "chờ xác minh đất")))
                .isEqualTo("dossier.other-office");
        assertThat(apology(Apologies.Reader.OF_ALL)).isEmpty();
        Viewer chief = CaseHouse.viewer("ct", Role.LEADER, Optional.of(COMMUNE));
        assertThat(code(apologize.apologize(house.grip(chief, ticket), newDay, "chờ xác minh đất")))
                .isEqualTo("done");
    }

    private void letter(LocalDate newDay) {
        for (Set<UnitCode> offices : List.of(Set.of(COUNTER), Set.of(LAND), Set.of(COMMUNE, LAND))) {
            assertThat(apology(Apologies.Reader.of(offices)))
                    .as("who received or held it: " + offices)
                    .hasValueSatisfying(letter -> {
                        assertThat(letter.promisedOn()).isEqualTo(LocalDate.of(2026, 8, 11));
                        assertThat(letter.newDay()).isEqualTo(newDay);
                        assertThat(letter.toldOn()).isEqualTo(LocalDate.of(2026, 8, 10));
                        assertThat(letter.reason()).isEqualTo("chờ xác minh đất");
                        assertThat(letter.office().full()).isEqualTo("UBND " + COUNTER);
                    });
        }
        assertThat(apology(Apologies.Reader.of(Set.of(PROVINCE)))).isEmpty();
        assertThat(apology(Apologies.Reader.of(Set.of()))).isEmpty();
    }

    private Optional<Apologies.Apology> apology(Apologies.Reader reader) {
        return house.tx(Apologies.class, all -> all.of(reader, DOSSIER));
    }

    @Test
    void apologyOnTheDayItselfShouldBeTooLate() {
        dossier("2026-08-11");
        TicketNumber ticket = about(LAN, "ho so cham qua");
        SortCases desk = house.house().get(SortCases.class);
        desk.classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "HSQH");
        house.clock().set(CaseHouse.vietnam("2026-08-11T07:00"));
        assertThat(code(house.house()
                        .get(Apologize.class)
                        .apologize(house.grip(HOA, ticket), LocalDate.of(2026, 8, 18), "trễ")))
                .isEqualTo("dossier.too-late");
        List<DossierChanged> told = house.facts(DossierChanged.class);
        assertThat(told).noneMatch(fact -> fact.what() == DossierChanged.What.POSTPONED);
    }

    private static String code(Decision decision) {
        return decision.refusal().map(Reason::code).orElse("done");
    }
}
