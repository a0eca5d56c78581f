package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Finds sealed cases for custodians and for nobody else. Pseudonyms anybody of them reads on the list; what the outside does
 * not tell is looked for after a fresh second factor only, not in cases that concern the reader himself, words only in
 * cases that are open to him. Each search is written down, each case it told more of is shown to the others.
 */
@Singleton
class SealedSearch {
    private static final int LONGEST = 200;
    private static final int MOST = 50;
    private static final String BEGINNING = "[0-9a-f]{4,32}";
    private static final String EIGHT_DIGITS = "[0-9]{8}";

    private final Sql sql;
    private final SqlSealedCases cases;
    private final OpenWords words;
    private final Receipts receipts;
    private final Custody custody;
    private final SqlLooks looks;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    SealedSearch(
            Sql sql,
            SqlSealedCases cases,
            OpenWords words,
            Receipts receipts,
            Custody custody,
            SqlLooks looks,
            AuditTrail audit,
            Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.words = words;
        this.receipts = receipts;
        this.custody = custody;
        this.looks = looks;
        this.audit = audit;
        this.clock = clock;
    }

    List<SealedCase> find(Viewer viewer, String typed) {
        String wanted = typed.strip();
        if (!viewer.is(Role.CUSTODIAN) || wanted.isEmpty() || wanted.length() > LONGEST) {
            return List.of();
        }
        audit.note(viewer, "sealed.searched", "", "");
        Set<Long> told = new LinkedHashSet<>();
        if (viewer.stepUpFresh()) {
            told.addAll(behind(viewer, wanted));
        }
        Set<Long> outside = new LinkedHashSet<>(byPseudonym(wanted));
        List<SealedCase> inside =
                held(told).filter(one -> !custody.keepsOff(viewer, one)).toList();
        inside.forEach(one -> looks.note(viewer, one, "found", ""));
        inside.forEach(one -> outside.remove(one.id()));
        return Stream.concat(held(outside), inside.stream()).limit(MOST).toList();
    }

    private Stream<SealedCase> held(Set<Long> ids) {
        return ids.stream().flatMap(id -> cases.byId(id).stream());
    }

    private List<Long> byPseudonym(String wanted) {
        String hex = wanted.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return hex.matches(BEGINNING)
                ? sql.ids(
                        "select complaint_id as id from sealed_case where pseudonym like ? order by pseudonym limit ?",
                        hex + "%",
                        MOST)
                : List.of();
    }

    private List<Long> behind(Viewer viewer, String wanted) {
        String digits = wanted.replaceAll("[\\s.-]", "");
        return Stream.of(
                        byTicket(wanted),
                        digits.matches(EIGHT_DIGITS) ? receipts.having(digits) : List.<Long>of(),
                        byWords(viewer, wanted))
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private List<Long> byTicket(String wanted) {
        Optional<TicketNumber> ticket = TicketNumber.parse(wanted);
        return ticket.isEmpty()
                ? List.of()
                : sql.ids(
                        "select s.complaint_id as id from sealed_case s join complaint c on c.id = s.complaint_id"
                                + " where c.ticket = ? and c.secret",
                        ticket.get().digits());
    }

    private List<Long> byWords(Viewer viewer, String wanted) {
        return sql
                .ids(
                        "select distinct complaint_id as id from sealed_opening where not closed and confirmed_by is not null"
                                + " and open_until > ?",
                        clock.instant())
                .stream()
                .flatMap(id -> cases.byId(id).stream())
                .filter(held -> custody.isOpen(viewer, held))
                .filter(held -> words.hold(held, wanted))
                .map(SealedCase::id)
                .toList();
    }
}
