package vn.mscore.hotline.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Circumstances;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.survey.Surveys;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.voice.RecordingId;

/** What goes when somebody asks to have his data erased, and when nothing does. */
class ErasureIT extends RequestScene {
    private String toErase() {
        String number = request();
        acknowledge();
        return number;
    }

    private void acknowledge() {
        house.ask(SubjectDesk.class, desk -> desk.acknowledge(desk.all().get(0), "hoa"));
    }

    private Optional<String> erase(Viewer who, String number) {
        return erase(who, number, new Erasure.Sure(SURE, number));
    }

    private Optional<String> erase(Viewer who, String number, Erasure.Sure sure) {
        return house.get(Erasure.class).erase(who, number, sure).map(Reason::code);
    }

    @Test
    void nothingIsErasedThatWasNotAskedForVerifiedAndConfirmed() {
        house.tx(() -> house.get(CallbackRequests.class).book(lan, "hotline"));
        house.tx(() -> house.get(SubjectRequests.class).open(lan, "QUYEN", "SMS"));
        String number =
                house.tx(() -> house.get(SubjectDesk.class).all().get(0)).number();
        acknowledge();
        assertThat(erase(HOA, number)).as("a copy is wanted").contains("request.no-erasure");
        house.tx(() -> house.get(SubjectRequests.class).open(lan, "XOADL", "SMS"));
        assertThat(erase(HOA, number)).as("he was called about a copy only").contains("request.unverified");
        acknowledge();
        Viewer stale = new Viewer(5, "hoa", "Hòa", Role.OPERATOR, Optional.empty(), false);
        assertThat(erase(stale, number)).contains("request.step-up");
        assertThat(erase(HOA, number, new Erasure.Sure(" vì muốn", number))).contains("request.erase-reason");
        assertThat(erase(HOA, number, new Erasure.Sure(SURE, "2600000"))).contains("request.erase-number");
        Viewer officer = new Viewer(6, "ks", "Khe Sanh", Role.OFFICER, Optional.of(new UnitCode("KS")), true);
        assertThat(erase(officer, number)).contains("request.unknown");
        house.ask(SubjectDesk.class, desk -> desk.complete(desk.all().get(0), ANSWERED, "hoa"));
        assertThat(erase(HOA, number)).as("it is over").contains("request.state");
        assertThat(count("switchboard_callback")).isEqualTo(1);
        assertThat(trail()).isEmpty();
    }

    @Test
    void whoIsRelatedErasesNothing() {
        String ticket = ticketAbout("KS-UBND");
        ticketAbout("KS-UBND");
        house.tx(() -> house.get(Interests.class).declare(HOA, new UnitCode("KS-UBND")));
        assertThat(erase(HOA, toErase())).contains("request.own-interest");
        assertThat(trail()).containsExactly("hoa|case.blocked|" + ticket + "|data-request");
    }

    @Test
    void erasureTakesCallBacksAndMissedCallsToo() {
        house.tx(() -> house.get(CallbackRequests.class).book(lan, "hotline"));
        house.tx(() -> house.get(CallbackRequests.class).book(MINH, "hotline"));
        String number = toErase();
        assertThat(house.tx(() -> house.get(OwnRows.class).count(lan).callbacks()))
                .isEqualTo(1);
        assertThat(erase(HOA, number)).isEmpty();
        assertThat(count("switchboard_callback")).as("another's stays").isEqualTo(1);
        assertThat(trail())
                .containsExactly(
                        "hoa|data-request.rows|" + number + "|1",
                        "hoa|data-request.erase-reason|" + number + "|" + SURE,
                        "hoa|data-request.erased|" + number + "|");
    }

    @Test
    void pageOfTheErasureCountsWhatTheTrailSaysWasErased() {
        house.get(Intake.class)
                .store(new Intake.ReceivedPart(
                        "modem",
                        "452",
                        lan.e164(),
                        "hoi duong",
                        false,
                        Intake.ReceivedPart.Kind.TEXT,
                        Optional.empty(),
                        Optional.empty(),
                        "hoi duong",
                        "hoi duong".getBytes(StandardCharsets.UTF_8)));
        house.tx(() -> house.get(Sql.class).update("update sms_message set state = 'DONE'"));
        house.tx(() -> house.get(CallbackRequests.class).book(lan, "hotline"));
        survey();
        marks();
        String number = toErase();
        OwnRows.Counts said = house.tx(() -> house.get(OwnRows.class).count(lan));
        assertThat(List.of(said.texts(), said.callbacks(), said.surveys())).doesNotContain(0);
        assertThat(said.comments()).as("not the sealed one").isEqualTo(1);
        assertThat(erase(HOA, number)).isEmpty();
        assertThat(trail()).contains("hoa|data-request.rows|" + number + "|" + said.all());
        assertThat(house.tx(() -> house.get(OwnRows.class).count(lan)).all()).isZero();
        assertThat(count("score_comment where concealed")).isEqualTo(1);
        assertThat(count("score")).as("the mark counts still").isEqualTo(1);
    }

    /** A mark with words beside it, others of which belong to a sealed case. */
    private void marks() {
        house.tx(() -> house.get(Sql.class)
                .update(
                        "insert into score (id, dossier, phone_index, in_progress, unit, field, points, scale, channel, proof,"
                                + " scored_at, changed_at) values (1, 'x', ?, false, 'KS', 'x', 3, 10, 'SMS', 'NONE', now(), now())",
                        (Object) house.get(BlindIndex.class).of(BlindIndex.Purpose.PHONE, lan)));
        house.tx(() -> house.get(Sql.class)
                .update(
                        "insert into score_comment (id, score_id, at, words_sealed, concealed) values (1, 1, now(), 'x', 0),"
                                + " (2, 1, now(), 'x', 1)"));
    }

    /** The page that {@code who} sees, who typed this into its form. */
    private String page(Viewer who, String number, String... typed) {
        DrawnPages.Kept kept = new DrawnPages.Kept();
        Asked asked = new Asked();
        asked.become(Circumstances.UNKNOWN.with(who, "").bringing(Form.of(typed)));
        ErasePage page = new ErasePage(
                kept,
                asked,
                house.get(SubjectDesk.class),
                house.get(Erasure.class),
                house.get(OwnRows.class),
                house.get(InTransaction.class));
        if (typed.length == 0) {
            page.ask(number);
        } else {
            page.erase(number);
        }
        return kept.drawn();
    }

    @Test
    void pageShouldOfferAnErasureOnlyWhereOneMayBeMadeAndKeepWhatWasTyped() {
        house.tx(() -> house.get(CallbackRequests.class).book(lan, "hotline"));
        String number = request();
        String form = "action=\"/console/requests/" + number + "/erase\"";
        assertThat(page(HOA, number)).contains("Gọi xác minh").doesNotContain(form);
        assertThat(page(HOA, number, "text", SURE, "number", number))
                .as("not verified: another try will not do")
                .contains("Gọi xác minh")
                .doesNotContain(form);
        acknowledge();
        assertThat(page(HOA, number))
                .contains(form, "<dd class=\"number\">1</dd>")
                .doesNotContain("late\" role=\"alert\"");
        assertThat(page(HOA, number, "text", SURE, "number", "2600000")).contains(form, "Gõ đúng số của yêu cầu", SURE);
        assertThat(count("switchboard_callback")).isEqualTo(1);
    }

    /** One that waits for its call. */
    private void survey() {
        office("KS-UBND");
        String dossier =
                "{\"unit\": \"KS-UBND\", \"procedure\": \"x\", \"field\": \"dat dai\", \"phone\": \"" + lan.local()
                        + "\", \"receivedAt\": \"2026-08-03T08:00:00+07:00\", \"dueAt\": \"2026-08-20T17:00:00+07:00\","
                        + " \"status\": \"RETURNED\", \"returnedAt\": \"2026-08-13T07:00:00+07:00\", \"stages\": []}";
        house.get(DossierRegister.class).put("H50.15-260803-0077", dossier.getBytes(StandardCharsets.UTF_8), false);
        house.ask(Consents.class, consents -> consents.optIn(lan, "SMS"));
        assertThat(house.ask(Surveys.class, surveys -> surveys.order(new DossierCode("H50.15-260803-0077")))
                        .refusal())
                .isEmpty();
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
        int said = house.tx(() -> house.get(OwnRows.class).count(lan).calls());
        assertThat(said).as("a recording and the three calls").isEqualTo(4);
        assertThat(erase(HOA, toErase())).isEmpty();
        List<String> erased = house.tx(() -> house.get(Sql.class)
                .rows("select recording_id as v from voice_recording where state = 'ERASED'", row -> row.text("v")));
        assertThat(erased).containsExactly(free.value());
    }
}
