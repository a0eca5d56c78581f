package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.WorkCases.Answer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** An answer goes out whole or not at all. */
class AnswerPartsIT {
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());

    private static final UnitCode OFFICE = new UnitCode("KS-KT");

    /** 13 of these and the ticket in front are three parts of 153 septets without diacritics, 14 are more. */
    private static final String SENTENCE = "Đường sẽ được vá trong tháng này. ";

    private CaseHouse house;
    private TicketNumber ticket;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        ticket = house.feedback(new PhoneNumber("+84912345678"), "duong o ga");
        SortCases sort = house.house().get(SortCases.class);
        assertThat(sort.classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB")
                        .isDone())
                .isTrue();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Optional<String> answer(String text, boolean bySms) {
        Decision decision = house.house().get(WorkCases.class).answer(house.grip(HOA, ticket), new Answer(text, bySms));
        house.clock().advance(Duration.ofSeconds(60));
        house.run("complaint.release");
        return decision.refusal().map(Reason::code);
    }

    @Test
    void tooManyPartsShouldBeRefusedBeforeAnythingIsWrittenOrSent() {
        long texts = house.count("sms_outbox");
        long written = house.count("complaint_words");
        long events = house.count("complaint_event");
        String long930 = SENTENCE.repeat(28).substring(0, 930);
        assertThat(answer(long930, true)).contains("case.too-many-parts");
        assertThat(answer(SENTENCE.repeat(14), true)).contains("case.too-many-parts");
        assertThat(house.count("sms_outbox")).isEqualTo(texts);
        assertThat(house.count("complaint_words")).isEqualTo(written);
        assertThat(house.count("complaint_event")).isEqualTo(events);
        assertThat(answer(long930, false)).as("heard by phone").isEmpty();
        assertThat(house.state(ticket)).isEqualTo(State.DA_TRA_LOI);
        assertThat(house.count("sms_outbox"))
                .as("the note that there is an answer")
                .isEqualTo(texts + 1);
    }

    @Test
    void threePartsShouldGoWithTheQuestionBehindThem() {
        long texts = house.count("sms_outbox");
        assertThat(answer(SENTENCE.repeat(13).strip(), true)).isEmpty();
        assertThat(house.count("sms_outbox")).isEqualTo(texts + 2);
    }

    @Test
    void numberThatGetsNoTextsShouldHaveNoLimit() {
        TicketNumber landline = house.feedback(new PhoneNumber("+842333852456"), "duong o ga");
        SortCases sort = house.house().get(SortCases.class);
        assertThat(sort.classify(house.grip(HOA, landline), ComplaintKind.FEEDBACK, "GTDB")
                        .isDone())
                .isTrue();
        ticket = landline;
        assertThat(answer(SENTENCE.repeat(28), true)).isEmpty();
    }

    private Optional<String> refuse(String reason) {
        Decision decision = house.house().get(EndCases.class).refuse(house.grip(HOA, ticket), reason);
        house.clock().advance(Duration.ofSeconds(60));
        house.run("complaint.release");
        return decision.refusal().map(Reason::code);
    }

    private Optional<String> extend(String reason) {
        Viewer officer = CaseHouse.viewer("tam", Role.OFFICER, Optional.of(OFFICE));
        Decision decision = house.house().get(CaseTime.class).extend(house.grip(officer, ticket), 5, reason);
        house.clock().advance(Duration.ofSeconds(60));
        house.run("complaint.release");
        return decision.refusal().map(Reason::code);
    }

    private String lastText() {
        PersonalDataCipher cipher = house.house().get(PersonalDataCipher.class);
        return house.house()
                .tx(() -> house.house()
                        .get(Sql.class)
                        .first(
                                "select * from sms_outbox order by id desc limit 1",
                                row -> cipher.open(
                                        new Place("sms_outbox", "text_sealed", row.number("id")),
                                        row.bytes("text_sealed"))))
                .orElseThrow();
    }

    /** Does nothing but give its code. */
    private void refusedWithout(Supplier<Optional<String>> deed) {
        long texts = house.count("sms_outbox");
        long written = house.count("complaint_note");
        long events = house.count("complaint_event");
        assertThat(deed.get()).contains("case.reason-parts");
        assertThat(house.count("sms_outbox")).isEqualTo(texts);
        assertThat(house.count("complaint_note")).isEqualTo(written);
        assertThat(house.count("complaint_event")).isEqualTo(events);
    }

    @Test
    void reasonOfARefusalShouldGoWholeOrBeRefusedBeforeAnythingIsWrittenOrSent() {
        refusedWithout(() -> refuse(SENTENCE.repeat(16).substring(0, 500)));
        assertThat(refuse(SENTENCE.repeat(9) + "Hết lời.")).isEmpty();
        assertThat(lastText())
                .startsWith("Phieu " + ticket.digits() + " khong duoc thu ly. Ly do: Duong se")
                .contains("Het loi.. Khong dong y");
        assertThat(house.state(ticket)).isEqualTo(State.TU_CHOI);
    }

    @Test
    void reasonOfAnExtensionShouldGoWholeOrBeRefusedBeforeAnythingIsWrittenOrSent() {
        house.unit(OFFICE, Optional.empty());
        house.sql("update complaint set state = 'DANG_XU_LY', unit = 'KS-KT', unit_name = 'x', unit_ascii = 'x'");
        refusedWithout(() -> extend(SENTENCE.repeat(16).substring(0, 500)));
        assertThat(extend(SENTENCE.repeat(9) + "Hết lời.")).isEmpty();
        assertThat(lastText())
                .startsWith("Phieu " + ticket.digits() + " can them thoi gian")
                .contains("Het loi.. Xin loi ong/ba.");
    }

    @Test
    void reasonForANumberThatGetsNoTextsShouldHaveNoLimit() {
        ticket = house.feedback(new PhoneNumber("+842333852456"), "duong o ga");
        SortCases sort = house.house().get(SortCases.class);
        assertThat(sort.classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB")
                        .isDone())
                .isTrue();
        assertThat(refuse(SENTENCE.repeat(28))).isEmpty();
    }

    @Test
    void citizenWithoutANumberShouldHaveNoLimit() {
        house.sql("update complaint set phone_sealed = null, phone_index = null");
        assertThat(answer(SENTENCE.repeat(28), true)).isEmpty();
    }
}
