package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.complaint.Custodians.AN;
import static vn.mscore.hotline.complaint.Custodians.BINH;
import static vn.mscore.hotline.complaint.Custodians.CHI;
import static vn.mscore.hotline.complaint.Custodians.LAN;
import static vn.mscore.hotline.complaint.Custodians.WHY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** Custodians find a sealed case by what they may know of it; nobody else finds any. */
class SealedSearchIT {
    private static final Viewer STALE = Custodians.stale(1);

    private CaseHouse house;
    private Pseudonym one;

    @BeforeEach
    void open() {
        house = Custodians.house();
        one = Custodians.secret(house, AN);
        house.register(LAN, ComplaintKind.DENUNCIATION, "chủ tịch xã nhận quà của nhà thầu");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Pseudonym> find(Viewer viewer, String typed) {
        List<Cover> found = house.tx(SealedCases.class, cases -> cases.find(viewer, typed));
        return found.stream().map(Cover::pseudonym).toList();
    }

    private String ticket() {
        return house.tx(SealedCases.class, cases -> cases.look(AN, one))
                .orElseThrow()
                .ticket();
    }

    private void done(Function<SealedDeeds, Optional<Reason>> deed) {
        Optional<Reason> refused = house.tx(SealedDeeds.class, deed);
        assertThat(refused).isEmpty();
    }

    private void openTogether() {
        done(d -> d.askToOpen(AN, one, WHY));
        done(d -> d.confirmOpening(BINH, one));
    }

    @Test
    void aPseudonymShouldBeFoundByItsBeginningAsItIsSaid() {
        assertThat(find(STALE, one.spoken())).containsExactly(one);
        assertThat(find(STALE, one.spoken().toUpperCase(java.util.Locale.ROOT))).containsExactly(one);
        assertThat(find(STALE, one.hex().substring(0, 3))).as("too short").isEmpty();
        assertThat(house.count("sealed_look where what = 'found'"))
                .as("it told nothing the list does not tell")
                .isZero();
    }

    @Test
    void aTicketOrReceiptCodeShouldNeedAFreshCodeAndBeShownToTheOthers() {
        openTogether();
        String ticket = ticket();
        String code = house.tx(SealedDeeds.class, d -> d.newReceipt(AN, one)).orElseThrow();
        done(d -> d.close(AN, one));
        for (String typed : List.of(ticket, code, code.substring(0, 4) + " " + code.substring(4))) {
            assertThat(find(CHI, typed)).as("with a fresh code").contains(one);
            assertThat(find(STALE, typed)).as("without").doesNotContain(one);
        }
        List<Look> looks =
                house.tx(SealedCases.class, cases -> cases.looksOfOthers(AN, 1).looks());
        assertThat(looks).extracting(Look::what).filteredOn("found"::equals).hasSize(3);
        assertThat(house.count("audit_line where deed = 'sealed.searched' and subject = ''"))
                .isEqualTo(6);
    }

    @Test
    void wordsShouldBeFoundInCasesThatAreOpenToTheReaderOnly() {
        assertThat(find(AN, "so do")).isEmpty();
        openTogether();
        assertThat(find(AN, "sổ đỏ")).containsExactly(one);
        assertThat(find(BINH, "lam SO DO")).containsExactly(one);
        assertThat(find(AN, "so do nha thau")).as("all of them").isEmpty();
        assertThat(find(CHI, "so do")).isEmpty();
        assertThat(find(STALE, "so do")).isEmpty();
        done(d -> d.close(AN, one));
        assertThat(find(AN, "so do")).isEmpty();
    }

    @Test
    void whomACaseConcernsHimselfShouldNotLearnItByItsTicket() {
        openTogether();
        String ticket = ticket();
        Optional<Reason> declared = house.tx(OwnNumbers.class, numbers -> numbers.declare(CHI, LAN));
        assertThat(declared).isEmpty();
        assertThat(find(CHI, ticket)).isEmpty();
        assertThat(find(CHI, one.spoken())).as("as on the list").containsExactly(one);
    }

    @Test
    void nobodyElseShouldFindAnythingInAnySearch() {
        openTogether();
        String ticket = ticket();
        for (Role role : Role.values()) {
            Viewer viewer = new Viewer(9, "x", "x", role, Optional.of(new UnitCode("H50")), true);
            for (String typed : Arrays.asList(ticket, one.hex(), one.spoken(), "so do")) {
                if (role != Role.CUSTODIAN) {
                    assertThat(find(viewer, typed)).as("%s %s", role, typed).isEmpty();
                }
                List<QueueItem> others =
                        house.tx(CaseSearch.class, search -> search.find(viewer, typed, CaseList.PAGE));
                assertThat(others).as("%s %s", role, typed).isEmpty();
            }
        }
    }
}
