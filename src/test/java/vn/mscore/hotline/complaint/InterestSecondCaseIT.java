package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.workbench.AnothersCase;
import vn.mscore.hotline.console.workbench.CallbackItems;
import vn.mscore.hotline.console.workbench.CaseModels;
import vn.mscore.hotline.console.workbench.CasePage;
import vn.mscore.hotline.console.workbench.Onward;
import vn.mscore.hotline.console.workbench.live.Presence;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.switchboard.Readout;
import vn.mscore.hotline.switchboard.Readouts;

/**
 * R12: who is related with an office, or is named, reaches no case about it through another one; R7: nor does an office answer
 * again so what it answered before.
 */
class InterestSecondCaseIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84912345679");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final UnitCode OTHER = new UnitCode("GL-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer NAMED = new Viewer(71, "hoa", "Nguyễn Thị Hòa", Role.OPERATOR, Optional.empty(), false);
    private static final String RECORDING = "00000000-0000-4000-8000-000000000002";
    private static final Viewer TUAN = CaseHouse.viewer("tuan", Role.OPERATOR, Optional.empty());

    private CaseHouse house;
    private TicketNumber free;
    private TicketNumber related;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        house.unit(COMMUNE, Optional.empty());
        house.unit(OTHER, Optional.empty());
        free = house.feedback(LAN, "duong o ga");
        related = house.feedback(MINH, "nuoc may bi duc");
        house.sql("update complaint set classified = true, category = 'GTDB', state = 'DANG_XU_LY', unit = 'GL-UBND',"
                + " unit_name = 'x', unit_ascii = 'x'");
        house.sql("update complaint set unit = 'KS-UBND' where ticket = '" + related.digits() + "'");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void relate() {
        Optional<Reason> refused = house.tx(Interests.class, all -> all.declare(HOA, COMMUNE));
        assertThat(refused).isEmpty();
    }

    private CaseBonds bonds() {
        return house.house().get(CaseBonds.class);
    }

    private static String code(Decision decision) {
        return decision.refusal().map(Reason::code).orElse("done");
    }

    private String answer(Viewer viewer) {
        return code(house.house()
                .get(WorkCases.class)
                .answer(house.grip(viewer, free), new WorkCases.Answer("Da sua xong", false)));
    }

    private void leave() {
        house.clock().advance(Duration.ofMinutes(11));
        house.run("complaint.release");
    }

    @Test
    void nothingShouldBeTiedToACaseAboutThatOffice() {
        relate();
        assertThat(code(bonds().cluster(house.grip(HOA, free), related))).isEqualTo("case.tied-interest");
        assertThat(code(bonds().merge(house.grip(HOA, free), related))).isEqualTo("case.tied-interest");
        assertThat(code(bonds().link(house.grip(HOA, free), related))).isEqualTo("case.tied-interest");
        assertThat(code(bonds().cluster(house.grip(HOA, related), free))).isEqualTo("case.own-interest");
        assertThat(house.count("audit_line where deed = 'case.blocked'")).isEqualTo(4);
        assertThat(code(bonds().cluster(house.grip(TUAN, free), related))).isEqualTo("done");
    }

    @Test
    void answerShouldBeRefusedWhereItWouldAnswerACaseAboutThatOfficeToo() {
        relate();
        assertThat(code(bonds().cluster(house.grip(TUAN, free), related))).isEqualTo("done");
        assertThat(answer(HOA)).isEqualTo("case.tied-interest");
        assertThat(answer(TUAN)).isEqualTo("done");
        leave();
        assertThat(house.state(free)).isEqualTo(State.DA_TRA_LOI);
        assertThat(house.state(related)).isEqualTo(State.DA_TRA_LOI);
    }

    @Test
    void answerShouldBeRefusedWhereACaseAboutThatOfficeIsMergedIntoIt() {
        relate();
        assertThat(code(bonds().merge(house.grip(TUAN, related), free))).isEqualTo("done");
        assertThat(answer(HOA)).isEqualTo("case.tied-interest");
    }

    @Test
    void whatAColleagueClustersWhileTheAnswerWaitsShouldNotBeAnswered() {
        relate();
        assertThat(answer(HOA)).isEqualTo("done");
        assertThat(code(bonds().cluster(house.grip(TUAN, related), free))).isEqualTo("done");
        leave();
        assertThat(house.state(free)).isEqualTo(State.DA_TRA_LOI);
        assertThat(house.state(related)).isEqualTo(State.DANG_XU_LY);
    }

    @Test
    void answerShouldBeDroppedWhenAColleagueMergesSuchACaseWhileItWaits() {
        relate();
        assertThat(answer(HOA)).isEqualTo("done");
        assertThat(code(bonds().merge(house.grip(TUAN, related), free))).isEqualTo("done");
        leave();
        assertThat(house.state(free)).isEqualTo(State.DANG_XU_LY);
        assertThat(house.count("complaint_event where deed = 'dropped'")).isEqualTo(1);
        assertThat(house.count("complaint_words where author = 'OFFICE'")).isZero();
    }

    @Test
    void onlyTheOwnDecisionAboutThatOfficeShouldBeTakenBack() {
        SortCases desk = house.house().get(SortCases.class);
        house.sql("update complaint set state = 'PHAN_LOAI'");
        assertThat(code(desk.route(house.grip(TUAN, related), COMMUNE))).isEqualTo("done");
        relate();
        assertThat(code(desk.undo(house.grip(HOA, related)))).isEqualTo("case.own-interest");
        assertThat(code(desk.undo(house.grip(TUAN, related)))).isEqualTo("done");
        Optional<Reason> ended = house.tx(Interests.class, all -> all.end(HOA, COMMUNE));
        assertThat(ended).isEmpty();
        assertThat(code(desk.route(house.grip(HOA, related), COMMUNE))).isEqualTo("done");
        relate();
        assertThat(code(desk.undo(house.grip(HOA, related)))).as("his own").isEqualTo("done");
    }

    @Test
    void whoIsNamedInFullByTheCitizenReadsAndDecidesNothingAboutIt() {
        TicketNumber ticket = house.feedback(LAN, "chị NGUYEN thi Hoà không nghe điện thoại");
        TicketNumber other = house.feedback(MINH, "chị Hoa nói to quá");
        SortCases desk = house.house().get(SortCases.class);
        String tried = "audit_line where deed = 'case.blocked' and subject = '" + ticket.digits() + "'";
        assertThat(code(desk.take(house.grip(NAMED, ticket)))).isEqualTo("case.own-name");
        assertThat(house.count(tried)).as("written down").isEqualTo(1);
        Optional<CaseView> read = house.tx(CaseFile.class, file -> file.of(NAMED, ticket));
        assertThat(read).as("nor reads it").isEmpty();
        Optional<QueueItem> row = house.tx(CaseList.class, list -> list.row(NAMED, ticket));
        assertThat(row.map(QueueItem::title)).contains(Shown.WITHHELD);
        assertThat(code(desk.take(house.grip(NAMED, other)))).isEqualTo("done");
        assertThat(code(bonds().merge(house.grip(NAMED, other), ticket))).isEqualTo("case.tied-interest");
        assertThat(code(desk.take(house.grip(HOA, ticket)))).isEqualTo("done");
    }

    private void names(TicketNumber ticket, PhoneNumber phone) {
        boolean added = house.tx(
                RegisterComplaint.class,
                all -> all.addText(ticket, phone, "chị NGUYEN thi Hoà hứa rồi quên", "sms:2:modem"));
        assertThat(added).isTrue();
    }

    /** What opening a case gives: its words, older ones, the number, numbers said, its line among those of the number, the voice. */
    private List<Boolean> opens(Viewer viewer, TicketNumber ticket) {
        Optional<CaseView> read = house.tx(CaseFile.class, file -> file.of(viewer, ticket));
        Optional<CaseView.Past> past = house.tx(CaseFile.class, file -> file.earlier(viewer, ticket, 1));
        Optional<PhoneNumber> number = house.tx(CaseFile.class, file -> file.reveal(viewer, ticket));
        Set<String> said = house.tx(Timeline.class, line -> line.revealSpoken(viewer, ticket));
        Timeline.Page line = house.tx(Timeline.class, all -> all.ofNumber(viewer, LAN));
        Optional<TicketNumber> heard = house.tx(SpokenWords.class, words -> words.heardBy(viewer, RECORDING));
        return List.of(
                read.isPresent(),
                past.isPresent(),
                number.isPresent(),
                !said.isEmpty(),
                line.lines().stream().anyMatch(one -> one.ticket().equals(Optional.of(ticket))),
                heard.isPresent());
    }

    @Test
    void whoIsNamedByLaterWordsOpensNothingOfTheCaseFromThen() {
        TicketNumber ticket = house.tx(
                        RegisterComplaint.class,
                        all -> all.register(new RegisterComplaint.NewComplaint(
                                ComplaintKind.FEEDBACK,
                                Optional.of(LAN),
                                "",
                                Optional.empty(),
                                "recording:" + RECORDING,
                                false)))
                .ticket();
        house.tx(RegisterComplaint.class, all -> all.addText(ticket, LAN, "goi lai so 0912000111", "sms:3:modem"));
        assertThat(opens(NAMED, ticket)).as("before").doesNotContain(false);
        names(ticket, LAN);
        assertThat(opens(NAMED, ticket)).as("from then").doesNotContain(true);
        assertThat(opens(HOA, ticket)).as("a colleague").doesNotContain(false);
        String tried = "audit_line where deed = 'case.blocked' and subject = '" + ticket.digits() + "'";
        assertThat(house.count(tried)).as("each try").isEqualTo(6);
    }

    @Test
    void answerShouldBeRefusedWhereItWouldAnswerACaseThatNamesTheOneWhoAnswers() {
        names(related, MINH);
        assertThat(code(bonds().cluster(house.grip(TUAN, free), related))).isEqualTo("done");
        assertThat(answer(NAMED)).isEqualTo("case.tied-interest");
        assertThat(answer(TUAN)).isEqualTo("done");
    }

    private List<TicketNumber> found(Viewer viewer, String typed) {
        return house.tx(CaseSearch.class, search -> search.find(viewer, typed, CaseList.PAGE)).stream()
                .flatMap(item -> item.ticket().stream())
                .toList();
    }

    /** How many rows the queue shows under these words, and how many it says are open. */
    private List<Integer> queued(Viewer viewer, String words) {
        CaseFilter filter = new CaseFilter(Group.ALL, Optional.empty(), Optional.empty(), Optional.empty(), words);
        CaseList.Page page = house.tx(CaseList.class, list -> list.page(viewer, filter, CaseCursor.START));
        int open = house.tx(CaseList.class, list -> list.counts(viewer, filter).get(Group.OPEN));
        return List.of(page.items().size(), open);
    }

    @Test
    void whoIsNamedFindsTheCaseByItsTicketAlone() {
        names(free, LAN);
        for (String typed : List.of("0912345678", "hua roi quen")) {
            assertThat(found(NAMED, typed)).as(typed).isEmpty();
            assertThat(found(HOA, typed)).as(typed).containsExactly(free);
        }
        assertThat(found(NAMED, free.digits())).containsExactly(free);
        assertThat(queued(NAMED, "hua roi quen")).containsExactly(0, 0);
        assertThat(queued(HOA, "hua roi quen")).containsExactly(1, 1);
        assertThat(queued(NAMED, "nuoc may")).as("another case").containsExactly(1, 1);
        assertThat(house.count("audit_line where deed = 'case.blocked'"))
                .as("nothing was tried")
                .isZero();
    }

    @Test
    void whoIsNamedIsToldNothingByTheRowOfTheAnswerThatIsReadOut() {
        names(free, LAN);
        PhoneNumber landline = new PhoneNumber("+842333123456");
        house.house()
                .get(InTransaction.class)
                .run(() -> house.house().get(Readouts.class).book(landline, new Readout(Readout.Kind.ANSWER, free)));
        for (Viewer viewer : List.of(NAMED, HOA)) {
            List<QueueItem> rows = house.tx(CallbackItems.class, items -> items.after(viewer, CaseCursor.START, 5));
            assertThat(rows).extracting(QueueItem::withheld).containsExactly(viewer.equals(NAMED));
        }
    }

    private String page(Viewer viewer) {
        DrawnPages.Kept pages = new DrawnPages.Kept();
        new CasePage(
                        house.get(CaseModels.class),
                        house.get(AnothersCase.class),
                        house.get(CaseFile.class),
                        house.get(Timeline.class),
                        house.get(CaseList.class),
                        house.get(Presence.class),
                        house.get(ToldUpward.class),
                        house.get(Onward.class),
                        pages,
                        Asked.by(viewer, Language.VI),
                        house.get(InTransaction.class))
                .page(free.digits(), null, null);
        return pages.drawn();
    }

    @Test
    void whoIsNamedGivesTheCaseAwayAndDoesNothingElseWithIt() {
        names(free, LAN);
        Viewer officer = new Viewer(72, "gl", NAMED.name(), Role.OFFICER, Optional.of(OTHER), false);
        assertThat(answer(officer)).isEqualTo("case.own-name");
        assertThat(page(officer))
                .contains("Phiếu do đồng nghiệp khác xử lý", free.digits(), "/do/hand-back")
                .doesNotContain("hứa rồi quên", "duong o ga", "presence");
        assertThat(page(NAMED)).contains("Phiếu do đồng nghiệp khác xử lý").doesNotContain("/do/");
        house.sql("update complaint set state = 'PHAN_LOAI', holder = '" + NAMED.login() + "', holder_name = '"
                + NAMED.name() + "' where ticket = '" + free.digits() + "'");
        assertThat(page(NAMED)).as("what he has taken he gives away").contains("/do/release");
        assertThat(code(house.house().get(SortCases.class).take(new Grip(NAMED, free, 0), false)))
                .as("nothing of what happened since")
                .isEqualTo("case.own-name");
        house.sql("update complaint set state = 'DANG_XU_LY' where ticket = '" + free.digits() + "'");
        WorkCases work = house.house().get(WorkCases.class);
        assertThat(code(work.handBack(house.grip(officer, free), "Nêu tên tôi")))
                .isEqualTo("done");
        assertThat(house.state(free)).isEqualTo(State.PHAN_LOAI);
    }

    @Test
    void refusalShouldEndNoCaseAboutAnOfficeOfTheOneWhoRefuses() {
        house.sql("update complaint set state = 'PHAN_LOAI'");
        relate();
        assertThat(code(bonds().merge(house.grip(TUAN, related), free))).isEqualTo("done");
        Grip grip = house.grip(HOA, free);
        assertThat(code(house.house().get(EndCases.class).refuse(grip, "Đường của công ty")))
                .isEqualTo("done");
        leave();
        assertThat(house.state(free)).isEqualTo(State.TU_CHOI);
        assertThat(house.state(related)).as("by itself").isEqualTo(State.PHAN_LOAI);
    }

    @Test
    void nobodyShouldAnswerAgainThroughAnotherCaseWhatTheCitizenWasNotContentWith() {
        house.sql("update complaint set unit = 'KS-UBND'");
        Viewer first = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));
        WorkCases work = house.house().get(WorkCases.class);
        assertThat(code(work.answer(house.grip(first, related), new WorkCases.Answer("Da sua xong", false))))
                .isEqualTo("done");
        leave();
        house.tx(ComplaintStatus.class, status -> status.satisfied(related, MINH, false));
        SortCases desk = house.house().get(SortCases.class);
        assertThat(code(desk.route(house.grip(TUAN, related), COMMUNE))).isEqualTo("case.rejected-office");
        assertThat(code(desk.route(house.grip(TUAN, related), OTHER))).isEqualTo("done");
        leave();
        house.sql("update complaint set unit = 'GL-UBND'");
        assertThat(code(bonds().cluster(house.grip(TUAN, free), related))).isEqualTo("done");
        assertThat(answer(CaseHouse.viewer("ks", Role.OFFICER, Optional.of(OTHER))))
                .as("he works for the other office now")
                .isEqualTo("done");
        leave();
        assertThat(house.state(free)).isEqualTo(State.DA_TRA_LOI);
        assertThat(house.state(related)).as("somebody else answers it").isEqualTo(State.DA_CHUYEN);
    }
}
