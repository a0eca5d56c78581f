package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Channel;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** The queue over the table {@code complaint} and its index of working order. */
@Singleton
public class SqlCaseList implements CaseList {
    /** Each part says all that stands before it in the index: else what lies before the place is read again for every page. */
    private static final String AFTER = "(c.queue_rank > ? or c.queue_rank = ? and c.queue_due > ?"
            + " or c.queue_rank = ? and c.queue_due = ? and c.ticket > ?)";

    private final Sql sql;
    private final Sights sights;
    private final SqlCaseRows rows;
    private final KeptOffRows keptOff;
    private final CaseTokens tokens;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Filters by {@code sights}. */
    @Inject
    SqlCaseList(
            Sql sql,
            Sights sights,
            SqlCaseRows rows,
            KeptOffRows keptOff,
            CaseTokens tokens,
            WorkCalendars calendars,
            Clock clock) {
        this.sql = sql;
        this.sights = sights;
        this.rows = rows;
        this.keptOff = keptOff;
        this.tokens = tokens;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public Page page(Viewer viewer, CaseFilter filter, CaseCursor cursor) {
        Sight after = group(wished(viewer, filter), viewer, filter.group())
                .and(AFTER, cursor.rank(), cursor.rank(), cursor.due(), cursor.rank(), cursor.due(), cursor.key());
        List<QueueItem> found = rows.within(after, viewer, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<QueueItem> page = more ? found.subList(0, PAGE) : found;
        return new Page(
                filter.text().isBlank() ? page : keptOff.without(page, viewer),
                more ? Optional.of(page.get(PAGE - 1).place()) : Optional.empty());
    }

    @Override
    public Optional<QueueItem> row(Viewer viewer, TicketNumber ticket) {
        Sight one = sights.open(viewer).and("c.ticket = ?", ticket.digits());
        return rows.within(one, viewer, 1).stream().findFirst();
    }

    @Override
    public Optional<TicketNumber> free(Viewer viewer, Group group, Set<TicketNumber> but) {
        Sight free =
                group(sights.open(viewer), viewer, group).and("(c.holder is null or c.holder = ?)", viewer.login());
        return keptOff.first(free, viewer, but);
    }

    @Override
    public List<TicketNumber> there(Viewer viewer, List<TicketNumber> tickets) {
        Sight some = sights.open(viewer)
                .andIn("c.ticket", tickets.stream().map(TicketNumber::digits).toList());
        return sql.rows(
                "select c.ticket from complaint c where " + some.sql(),
                row -> new TicketNumber(row.text("ticket")),
                some.with());
    }

    private Sight wished(Viewer viewer, CaseFilter filter) {
        boolean blind = viewer.is(Role.DELEGATE) && !filter.text().isBlank();
        List<byte[]> asked = tokens.asked(filter.text());
        boolean wordless = !filter.text().isBlank() && asked.isEmpty();
        Sight sight = blind || wordless ? Sight.NONE : sights.open(viewer);
        sight = filter.kind().isEmpty()
                ? sight
                : sight.and("c.kind = ?", filter.kind().get().name());
        sight = filter.unit().isEmpty()
                ? sight
                : sight.and("c.unit = ?", filter.unit().get().value());
        sight = filter.channel().isEmpty()
                ? sight
                : sight.and(channel(filter.channel().get()));
        for (byte[] token : asked) {
            sight = sight.and("c.id in (select t.complaint_id from case_token t where t.token = ?)", (Object) token);
        }
        return sight;
    }

    private static String channel(Channel channel) {
        String text = "c.source like 'sms:%'";
        String spoken = "(c.source like 'call:%' or c.source like 'recording:%')";
        return switch (channel) {
            case SMS -> text;
            case CALL -> spoken;
            case DESK -> "not " + text + " and not " + spoken;
        };
    }

    private Sight group(Sight sight, Viewer viewer, Group group) {
        LocalDate today = calendar.dayOf(clock.instant());
        return switch (group) {
            case OPEN -> sight.and("c.queue_rank < 2");
            case UNCLASSIFIED -> sight.and("c.queue_rank < 2 and c.classified = 0");
            case MINE -> sight.and("c.queue_rank < 9 and c.holder = ?", viewer.login());
            case DUE_SOON ->
                sight.and(
                        "c.queue_rank < 2 and c.queue_due >= ? and (c.queue_due = ? or c.step_warn <= ?)",
                        today,
                        today,
                        clock.instant());
            case OVERDUE -> sight.and("c.queue_rank < 2 and c.queue_due < ?", today);
            case WAITING -> sight.and("c.queue_rank = 2");
            case ALL -> sight;
        };
    }

    @Override
    public Map<Group, Integer> counts(Viewer viewer, CaseFilter filter) {
        Sight wished = wished(viewer, filter);
        Sight sight = filter.text().isBlank() ? wished : keptOff.without(wished, viewer, COUNTED);
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            if (group != Group.ALL) {
                counts.put(group, count(group(sight, viewer, group)));
            }
        }
        return counts;
    }

    private int count(Sight sight) {
        return sql.count(
                "select count(*) as n from (select 1 from complaint c where " + sight.sql() + " limit ?) as some",
                sight.with(COUNTED));
    }
}
