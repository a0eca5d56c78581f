package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.LAN;
import static vn.mscore.hotline.complaint.Custodians.NAMED;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedCases.Said;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.complaint.SealedDeeds.Typed;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** Row 140 in the sealed lane: who may hear a recording of which case, how long, and what is written down. */
class SealedRecordingIT {
    private static final String MINE = "0b6c0f0e-3a43-4a6e-9a9e-000000000001";
    private static final String OTHER = "0b6c0f0e-3a43-4a6e-9a9e-000000000002";

    private CaseHouse house;
    private Pseudonym pseudonym;

    @BeforeEach
    void open() {
        house = Custodians.house();
        report(MINE, "");
        List<SealedCases.Cover> covers =
                house.tx(SealedCases.class, all -> all.list(AN, 1).covers());
        pseudonym = covers.get(0).pseudonym();
        report(OTHER, "ông ấy đòi tiền lần hai");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void report(String recording, String words) {
        house.tx(
                RegisterComplaint.class,
                all -> all.register(new NewComplaint(
                        ComplaintKind.DENUNCIATION,
                        Optional.of(LAN),
                        words,
                        Optional.empty(),
                        "recording:" + recording,
                        false)));
    }

    private void done(Function<SealedDeeds, Optional<Reason>> deed) {
        Optional<Reason> refused = house.tx(SealedDeeds.class, deed);
        assertThat(refused).isEmpty();
    }

    private void openTogether() {
        done(d -> d.askToOpen(AN, pseudonym, WHY));
        done(d -> d.confirmOpening(BINH, pseudonym));
    }

    private boolean mayHear(Viewer viewer, String recording) {
        return house.tx(SpokenWords.class, words -> words.heardBy(viewer, pseudonym, recording));
    }

    private long heardLines() {
        return house.count("audit_line where deed = 'sealed.heard'");
    }

    @Test
    void onlyTheTwoWhoOpenedItShouldHearAndOnlyItsOwnRecording() {
        assertThat(mayHear(AN, MINE)).as("nobody opened it").isFalse();
        openTogether();
        assertThat(mayHear(AN, MINE)).isTrue();
        assertThat(mayHear(BINH, MINE)).isTrue();
        assertThat(mayHear(AN, OTHER)).as("of another case").isFalse();
        assertThat(mayHear(CHI, MINE)).as("a third custodian").isFalse();
        assertThat(mayHear(Custodians.stale(1), MINE)).as("no fresh code").isFalse();
        for (Role role : List.of(Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR)) {
            assertThat(mayHear(CaseHouse.viewer("khac", role, Optional.empty()), MINE))
                    .as(role.name())
                    .isFalse();
        }
    }

    @Test
    void theSoundShouldEndWithTheOpening() {
        openTogether();
        house.clock().advance(Duration.ofMinutes(59));
        assertThat(mayHear(AN, MINE)).isTrue();
        house.clock().advance(Duration.ofMinutes(1));
        assertThat(mayHear(AN, MINE)).as("after an hour").isFalse();
        openTogether();
        done(d -> d.close(BINH, pseudonym));
        assertThat(mayHear(AN, MINE)).as("closed early").isFalse();
    }

    @Test
    void hearingShouldLeaveItsLineForTheAuditorAndTheOthersAndNoneWhenItIsNotAllowed() {
        note(AN);
        assertThat(heardLines()).as("not open").isZero();
        openTogether();
        note(CHI);
        assertThat(heardLines()).as("not open to her").isZero();
        note(AN);
        assertThat(heardLines()).isEqualTo(1);
        List<Look> looks = house.tx(
                SealedCases.class, cases -> cases.looksOfOthers(BINH, 1).looks());
        assertThat(looks).extracting(Look::what).startsWith("heard");
    }

    private void note(Viewer viewer) {
        house.tx(SpokenWords.class, words -> {
            words.note(viewer, pseudonym);
            return true;
        });
    }

    private Optional<String> refusal(Function<SealedDeeds, Optional<Reason>> deed) {
        return house.tx(SealedDeeds.class, deed).map(Reason::code);
    }

    private Said said() {
        Optional<Opened> opened = house.tx(SealedCases.class, all -> all.look(BINH, pseudonym));
        return opened.orElseThrow().words().get(0);
    }

    private List<Pseudonym> find(String typed) {
        return house.tx(SealedCases.class, all -> all.find(BINH, typed)).stream()
                .map(SealedCases.Cover::pseudonym)
                .toList();
    }

    @Test
    void whatWasHeardShouldBeTypedAndReadByThoseItIsOpenToAlone() {
        Typed heard = new Typed(MINE, "ông ấy đòi năm triệu mới chịu làm");
        assertThat(refusal(d -> d.type(AN, pseudonym, heard))).contains("sealed.not-open");
        openTogether();
        assertThat(said().text()).isEmpty();
        assertThat(refusal(d -> d.type(CHI, pseudonym, heard))).contains("sealed.not-open");
        assertThat(refusal(d -> d.type(Custodians.stale(1), pseudonym, heard))).contains("sealed.step-up");
        assertThat(refusal(d -> d.type(AN, pseudonym, new Typed(OTHER, "của hồ sơ khác"))))
                .contains("sealed.recording");
        assertThat(refusal(d -> d.type(AN, pseudonym, new Typed(MINE, " ")))).contains("sealed.words");
        done(d -> d.type(AN, pseudonym, heard));
        assertThat(find("nam trieu")).containsExactly(pseudonym);
        done(d -> d.type(BINH, pseudonym, new Typed(MINE, "1:05 có vợ ông ấy ngồi đó")));
        assertThat(said().text()).isEqualTo("ông ấy đòi năm triệu mới chịu làm\n\n1:05 có vợ ông ấy ngồi đó");
        assertThat(said().typedBy()).contains("Giữ khóa 1, Giữ khóa 2");
        assertThat(house.count("audit_line where deed = 'sealed.transcribed'")).isEqualTo(2);
        assertThat(house.count("sealed_look where what = 'transcribed'")).isEqualTo(2);
    }

    @Test
    void whatWasTypedShouldNotLeaveInASummaryWrittenBeforeOrAfter() {
        house.unit(new UnitCode("KS-PKT"), Optional.empty());
        house.unit(new UnitCode("LB"), Optional.empty());
        openTogether();
        done(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), NAMED));
        done(d -> d.type(BINH, pseudonym, new Typed(MINE, "một cán bộ yêu cầu khoản tiền ngoài quy định")));
        Proposal proposal = new Proposal(new UnitCode("LB"), Optional.empty());
        assertThat(refusal(d -> d.propose(AN, pseudonym, NAMED.mark(), proposal)))
                .contains("sealed.summary-quotes");
        Summary other = new Summary("Có một cán bộ yêu cầu khoản tiền ngoài phí.", NAMED.accused());
        assertThat(refusal(d -> d.summarise(AN, pseudonym, NAMED.mark(), other)))
                .contains("sealed.summary-quotes");
    }

    private final Typed quoted = new Typed(MINE, "một cán bộ yêu cầu khoản tiền ngoài quy định");

    private Optional<String> confirmed() {
        Optional<Opened> opened = house.tx(SealedCases.class, all -> all.look(AN, pseudonym));
        String read = opened.orElseThrow().handedOver().get(0).mark();
        return refusal(d -> d.confirmHandOver(BINH, pseudonym, read, Optional.of(WHY)));
    }

    @Test
    void whatWasTypedAfterwardsShouldKeepAProposalAndThenALetterBack() {
        house.unit(new UnitCode("KS-PKT"), Optional.empty());
        house.unit(new UnitCode("LB"), Optional.empty());
        openTogether();
        done(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), NAMED));
        done(d -> d.propose(AN, pseudonym, NAMED.mark(), new Proposal(new UnitCode("LB"), Optional.empty())));
        done(d -> d.type(BINH, pseudonym, quoted));
        assertThat(confirmed()).contains("sealed.summary-quotes");
    }

    @Test
    void whatWasTypedWhileALetterWaitsShouldKeepItBack() {
        house.unit(new UnitCode("KS-PKT"), Optional.empty());
        house.unit(new UnitCode("LB"), Optional.empty());
        openTogether();
        done(d -> d.summarise(AN, pseudonym, Summary.NONE.mark(), NAMED));
        done(d -> d.propose(AN, pseudonym, NAMED.mark(), new Proposal(new UnitCode("LB"), Optional.empty())));
        assertThat(confirmed()).isEmpty();
        done(d -> d.type(BINH, pseudonym, quoted));
        house.clock().advance(Duration.ofDays(7));
        List<SealedDeeds.Letter> letters = house.tx(SealedDeeds.class, d -> d.letters(AN));
        assertThat(letters.get(0).kept()).isPresent();
        assertThat(refusal(d -> d.sent(AN, letters.get(0).id()))).contains("sealed.summary-quotes");
    }
}
