package vn.mscore.hotline.complaint.jpa;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.NumberLines;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Gathers what all rooms know of a number and leaves out what is sealed. */
@Singleton
public class SqlTimeline implements Timeline {
    static final Comparator<TimelineLine> NEWEST_FIRST =
            Comparator.comparing(TimelineLine::at).reversed();
    private static final int MOST_DOSSIERS = 20;
    private static final Page NOTHING = new Page(List.of(), false);

    /** Words of a citizen. */
    private static final Set<TimelineLine.Kind> THEIRS = EnumSet.of(TimelineLine.Kind.SMS_IN, TimelineLine.Kind.SCORE);

    private final Sql sql;
    private final BlindIndex index;
    private final SqlCaseFile file;
    private final SealedLines sealed;
    private final DossierLookup dossiers;
    private final CaseNotes notes;
    private final AuditTrail trail;
    private final Instance<NumberLines> rooms;

    /** Asks {@code rooms}. */
    @Inject
    SqlTimeline(
            Sql sql,
            BlindIndex index,
            SqlCaseFile file,
            SealedLines sealed,
            DossierLookup dossiers,
            CaseNotes notes,
            AuditTrail trail,
            @Any Instance<NumberLines> rooms) {
        this.sql = sql;
        this.index = index;
        this.file = file;
        this.sealed = sealed;
        this.dossiers = dossiers;
        this.notes = notes;
        this.trail = trail;
        this.rooms = rooms;
    }

    @Override
    public List<TimelineLine> of(Viewer viewer, TicketNumber ticket) {
        return page(viewer, ticket, 0).lines();
    }

    @Override
    public Page page(Viewer viewer, TicketNumber ticket, int page) {
        return number(viewer, ticket).map(phone -> part(viewer, phone, page)).orElse(NOTHING);
    }

    private Page part(Viewer viewer, PhoneNumber phone, int page) {
        Page all = Page.of(lines(phone, (page + 1) * PAGE + 1), page);
        return new Page(covered(unbiased(viewer, all.lines())), all.more());
    }

    @Override
    public Page ofNumber(Viewer viewer, PhoneNumber phone) {
        return viewer.is(Role.OPERATOR) ? part(viewer, phone, 0) : NOTHING;
    }

    // From the words as they came: a sign that is made to be seen would keep a number around it from being found.
    private static List<TimelineLine> covered(List<TimelineLine> lines) {
        return shown(
                lines, line -> THEIRS.contains(line.kind()) ? Shown.masked(line.text()) : Shown.words(line.text()));
    }

    static List<TimelineLine> shown(List<TimelineLine> lines, Function<TimelineLine, String> text) {
        return lines.stream()
                .map(line -> new TimelineLine(
                        line.kind(), line.at(), line.source(), text.apply(line), line.detail(), line.ticket()))
                .toList();
    }

    @Override
    public Set<String> revealSpoken(Viewer viewer, TicketNumber ticket) {
        if (!viewer.is(Role.OPERATOR) || !file.isOpenTo(viewer, ticket, "reveal")) {
            return Set.of();
        }
        Set<String> numbers = new LinkedHashSet<>(file.numbersSaid(viewer, ticket));
        numbers.addAll(notes.numbers(ticket));
        number(viewer, ticket).stream()
                .flatMap(phone -> unbiased(viewer, lines(phone, PAGE)).stream())
                .filter(line -> THEIRS.contains(line.kind()))
                .flatMap(line -> Shown.numbers(line.text()).stream())
                .forEach(numbers::add);
        if (!numbers.isEmpty()) {
            trail.note(viewer, "phone.spoken-revealed", ticket.digits(), "");
        }
        return numbers;
    }

    /** Without the cases this viewer keeps off and what was said in them. */
    private List<TimelineLine> unbiased(Viewer viewer, List<TimelineLine> lines) {
        Set<TicketNumber> closed = lines.stream()
                .flatMap(line -> line.ticket().stream())
                .distinct()
                .filter(ticket -> !file.isOpenTo(viewer, ticket, "timeline"))
                .collect(Collectors.toSet());
        Set<String> theirs =
                closed.stream().flatMap(ticket -> sourcesOf(ticket).stream()).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> line.ticket().filter(closed::contains).isEmpty())
                .filter(line -> closed.stream().noneMatch(ticket -> line.text().contains(ticket.digits())))
                .filter(line -> line.source().isEmpty()
                        || theirs.stream()
                                .noneMatch(one -> one.equals(line.source()) || one.startsWith(line.source() + ":")))
                .toList();
    }

    private List<String> sourcesOf(TicketNumber ticket) {
        return sql.rows(
                "select w.source from complaint_words w join complaint c on c.id = w.complaint_id where c.ticket = ?",
                row -> row.text("source"),
                ticket.digits());
    }

    @Override
    public Set<String> sources(PhoneNumber phone) {
        return Set.copyOf(sql.rows(
                "select distinct w.source from complaint_words w join complaint c on c.id = w.complaint_id"
                        + " where c.phone_index = ? and c.secret = 0",
                row -> row.text("source"),
                index.of(BlindIndex.Purpose.PHONE, phone)));
    }

    @Override
    public List<Standing> dossiers(Viewer viewer, TicketNumber ticket) {
        return number(viewer, ticket)
                .map(phone -> dossiersOfNumber(viewer, phone))
                .orElse(List.of());
    }

    @Override
    public List<Standing> dossiersOfNumber(Viewer viewer, PhoneNumber phone) {
        return viewer.is(Role.OPERATOR) ? dossiers.ofPhone(phone, MOST_DOSSIERS) : List.of();
    }

    private Optional<PhoneNumber> number(Viewer viewer, TicketNumber ticket) {
        return viewer.is(Role.OPERATOR) ? file.number(viewer, ticket) : Optional.empty();
    }

    private List<TimelineLine> lines(PhoneNumber phone, int most) {
        // What is left out must not make the others fewer than there are: then older ones are gathered too.
        for (int gather = most; ; gather *= 2) {
            List<TimelineLine> all =
                    gathered(phone, gather).sorted(NEWEST_FIRST).limit(gather).toList();
            List<TimelineLine> open = sealed.without(all);
            if (open.size() >= most || all.size() < gather) {
                return open.stream().limit(most).toList();
            }
        }
    }

    /** What all rooms know, in no order and with what is sealed: only for who takes that out. */
    Stream<TimelineLine> gathered(PhoneNumber phone, int most) {
        Stream<TimelineLine> others = rooms.stream().flatMap(room -> room.of(phone, most).stream());
        return Stream.concat(cases(phone, most).stream(), others);
    }

    private List<TimelineLine> cases(PhoneNumber phone, int most) {
        return sql.rows(
                "select c.ticket, c.state, c.registered_at from complaint c where c.phone_index = ? and c.secret = 0"
                        + " order by c.registered_at desc, c.id desc limit ?",
                SqlTimeline::line,
                index.of(BlindIndex.Purpose.PHONE, phone),
                most);
    }

    private static TimelineLine line(Sql.Row row) throws SQLException {
        TicketNumber ticket = new TicketNumber(row.text("ticket"));
        return new TimelineLine(
                TimelineLine.Kind.CASE, row.instant("registered_at"), "", "", row.text("state"), Optional.of(ticket));
    }
}
