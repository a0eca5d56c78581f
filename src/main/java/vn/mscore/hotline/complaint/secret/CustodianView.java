package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.secret.CoveredCodes.Covered;
import vn.mscore.hotline.complaint.secret.SqlHandOvers.HandOver;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** What custodians read; each look leaves a trace. */
@Singleton
public class CustodianView implements SealedCases {
    private static final int PAGE = 50;

    private final Custody custody;
    private final SqlSealedCases cases;
    private final SqlSealedWords words;
    private final SqlSealedSigns signs;
    private final SqlOpenings openings;
    private final SealedSearch search;
    private final SqlHandOvers handOvers;
    private final Reopenings reopenings;
    private final SqlReopenings reopened;
    private final SqlLooks looks;
    private final Complaints complaints;
    private final Accused accused;
    private final AroundAccused around;
    private final CoveredCodes covered;
    private final Units units;

    /** Joined by CDI. */
    @Inject
    CustodianView(
            Custody custody,
            SqlSealedCases cases,
            SqlSealedWords words,
            SqlSealedSigns signs,
            SqlOpenings openings,
            SealedSearch search,
            SqlHandOvers handOvers,
            Reopenings reopenings,
            SqlReopenings reopened,
            SqlLooks looks,
            Complaints complaints,
            Accused accused,
            AroundAccused around,
            CoveredCodes covered,
            Units units) {
        this.custody = custody;
        this.cases = cases;
        this.words = words;
        this.signs = signs;
        this.openings = openings;
        this.search = search;
        this.handOvers = handOvers;
        this.reopenings = reopenings;
        this.reopened = reopened;
        this.looks = looks;
        this.complaints = complaints;
        this.accused = accused;
        this.around = around;
        this.covered = covered;
        this.units = units;
    }

    @Override
    public Listed list(Viewer viewer, int page) {
        if (!viewer.is(Role.CUSTODIAN)) {
            return new Listed(List.of(), false);
        }
        List<SealedCase> found = cases.inOrder((page - 1L) * PAGE, PAGE + 1);
        List<Cover> covers =
                found.stream().limit(PAGE).map(held -> cover(viewer, held)).toList();
        return new Listed(covers, found.size() > PAGE);
    }

    @Override
    public List<Cover> find(Viewer viewer, String typed) {
        return search.find(viewer, typed).stream()
                .map(held -> cover(viewer, held))
                .toList();
    }

    @Override
    public Optional<Cover> cover(Viewer viewer, Pseudonym pseudonym) {
        return custody.find(viewer, pseudonym).map(held -> cover(viewer, held));
    }

    private Cover cover(Viewer viewer, SealedCase held) {
        return new Cover(
                held.pseudonym(), held.received(), held.stage(), custody.opening(viewer, held), signs.of(held));
    }

    @Override
    public Optional<Opened> look(Viewer viewer, Pseudonym pseudonym) {
        return custody.opened(viewer, pseudonym).map(held -> {
            looks.note(viewer, held, "read", "");
            Opened opened = opened(viewer, held);
            signs.shown(held, opened.words().stream().filter(Said::byCitizen).count());
            return opened;
        });
    }

    @Override
    public Optional<UnitCode> around(Viewer viewer, Pseudonym pseudonym) {
        return custody.opened(viewer, pseudonym).flatMap(around::of);
    }

    /** All of it, without a trace: whoever shows it leaves one. */
    Opened opened(Viewer viewer, SealedCase held) {
        Complaint complaint = complaint(held);
        List<Said> said = words.of(held);
        return new Opened(
                cover(viewer, held),
                complaint.ticket().digits(),
                said.stream().map(one -> covered(one, complaint)).toList(),
                codes(complaint, said).map(Covered::shown).distinct().reduce(CustodianView::listed),
                complaint.phone().isPresent(),
                numbers(said).map(Covered::shown).distinct().reduce(CustodianView::listed),
                held.summary(),
                accused(held),
                held.written().mark(),
                handOvers.of(held.id()).stream().map(one -> shown(viewer, one)).toList(),
                held.ending(),
                reopenings.waitingFor(viewer, held),
                reopened.of(held),
                openings.of(held.id()).map(SqlOpenings.Current::reason).orElse(""),
                held.hasReceipt());
    }

    private Said covered(Said said, Complaint complaint) {
        return new Said(
                said.on(),
                said.byCitizen(),
                covered.in(said.text(), complaint.about()),
                said.recording(),
                said.typedBy());
    }

    /** The code of the case and what else is covered in its words, each once; ten digits that end a code are that code. */
    private Stream<Covered> codes(Complaint complaint, List<Said> said) {
        Set<Covered> all = Stream.concat(complaint.about().map(Covered::of).stream(), hidden(said))
                .filter(one -> !one.phone())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return all.stream().filter(one -> all.stream().noneMatch(one::ends));
    }

    /** The telephone numbers in the words, each once. */
    private Stream<Covered> numbers(List<Said> said) {
        return hidden(said).filter(Covered::phone).distinct();
    }

    private Stream<Covered> hidden(List<Said> said) {
        return said.stream().map(Said::text).flatMap(covered::hidden);
    }

    private static String listed(String one, String more) {
        return one + ", " + more;
    }

    private Complaint complaint(SealedCase held) {
        return complaints.find(cases.ticket(held)).orElseThrow();
    }

    private Optional<UnitCode> accused(SealedCase held) {
        return held.accused().or(() -> accused.byDossier(held));
    }

    private HandedOver shown(Viewer viewer, HandOver one) {
        return new HandedOver(
                one.id(),
                one.unit(),
                units.name(one.unit()).full(),
                one.words(),
                one.proposedName(),
                one.proposedBy() == viewer.account(),
                one.confirmedName(),
                one.leaves(),
                one.sent(),
                one.conflict(),
                one.withdrawn());
    }

    @Override
    public Revealed reveal(Viewer viewer, Pseudonym pseudonym, Hidden what) {
        Optional<Reason> refused = custody.open(viewer, pseudonym, held -> Optional.empty());
        if (refused.isPresent()) {
            return new Revealed(Optional.empty(), refused);
        }
        SealedCase held = custody.opened(viewer, pseudonym).orElseThrow();
        looks.note(viewer, held, what.name().toLowerCase(Locale.ROOT) + "-revealed", "");
        return new Revealed(hidden(held, what), Optional.empty());
    }

    private Optional<String> hidden(SealedCase held, Hidden what) {
        Complaint complaint = complaint(held);
        return switch (what) {
            case PHONE -> complaint.phone().map(PhoneNumber::local);
            case DOSSIER ->
                codes(complaint, words.of(held)).map(Covered::hidden).reduce(CustodianView::listed);
            case NUMBERS -> numbers(words.of(held)).map(Covered::hidden).reduce(CustodianView::listed);
        };
    }

    @Override
    public boolean hasRecording(Viewer viewer, Pseudonym pseudonym, String recording) {
        return custody.opened(viewer, pseudonym)
                .filter(held -> words.has(held, recording))
                .isPresent();
    }

    @Override
    public void heard(Viewer viewer, Pseudonym pseudonym) {
        custody.opened(viewer, pseudonym).ifPresent(held -> looks.note(viewer, held, "heard", ""));
    }

    @Override
    public Looks looksOfOthers(Viewer viewer, int page) {
        return viewer.is(Role.CUSTODIAN) ? looks.ofOthers(viewer, page) : new Looks(List.of(), 1, false, 0);
    }

    @Override
    public void seen(Viewer viewer, long newest, int shown) {
        if (viewer.is(Role.CUSTODIAN)) {
            looks.seen(viewer, newest, shown);
        }
    }

    @Override
    public int unseen(Viewer viewer) {
        return viewer.is(Role.CUSTODIAN) ? looks.unseen(viewer) : 0;
    }
}
