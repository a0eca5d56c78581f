package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseSearch;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.Unaccented;

/** Search over tickets, the blind index of numbers and {@code case_token}. */
@Singleton
public class SqlCaseSearch implements CaseSearch {
    private static final int LONGEST = 200;
    private static final int HASH_SHOWN = 6;

    /** In so many cases a word is common: they are too many to be sought out and sorted while somebody waits. */
    private static final int COMMON = 5_000;

    private final Sql sql;
    private final Sights sights;
    private final SqlCaseRows rows;
    private final KeptOffRows keptOff;
    private final CaseTokens tokens;
    private final BlindIndex index;
    private final CodeReader codes;
    private final AuditTrail trail;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Filters by {@code sights}. */
    @Inject
    SqlCaseSearch(
            Sql sql,
            Sights sights,
            SqlCaseRows rows,
            KeptOffRows keptOff,
            CaseTokens tokens,
            BlindIndex index,
            CodeReader codes,
            AuditTrail trail,
            WorkCalendars calendars,
            Clock clock) {
        this.sql = sql;
        this.sights = sights;
        this.rows = rows;
        this.keptOff = keptOff;
        this.tokens = tokens;
        this.index = index;
        this.codes = codes;
        this.trail = trail;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public List<QueueItem> find(Viewer viewer, String typed, int most) {
        String text = typed.strip();
        String wanted = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return wanted.isEmpty() ? List.of() : found(viewer, wanted, most);
    }

    private List<QueueItem> found(Viewer viewer, String wanted, int most) {
        Sight all = sights.open(viewer);
        Optional<TicketNumber> ticket = TicketNumber.parse(wanted);
        if (ticket.isPresent()) {
            return some(all.and("c.ticket = ?", ticket.get().digits()), viewer, most);
        }
        return keptOff.without(told(viewer, wanted, all, 2 * most), viewer).stream()
                .limit(most)
                .toList();
    }

    /** By what is in a case: of one the viewer keeps off it would tell him whose it is, or what it says. */
    private List<QueueItem> told(Viewer viewer, String wanted, Sight all, int most) {
        Optional<PhoneNumber> phone = PhoneNumber.parse(wanted);
        if (phone.isPresent()) {
            return some(ofNumber(viewer, all, phone.get()), viewer, most);
        }
        Sight read = viewer.is(Role.DELEGATE) ? Sight.NONE : all;
        Optional<DossierCode> code = code(wanted);
        return code.isPresent()
                ? some(having(read, tokens.asked(code.get())), viewer, most)
                : words(read, tokens.asked(wanted), viewer, most);
    }

    private List<QueueItem> some(Sight sight, Viewer viewer, int most) {
        return rows.within(sight, viewer, most);
    }

    /** Others than operators ask for something that no row has: the same work, nothing found. */
    private Sight ofNumber(Viewer viewer, Sight all, PhoneNumber phone) {
        byte[] hash = index.of(BlindIndex.Purpose.LIMIT, phone.e164());
        trail.note(viewer, "phone.searched", "#" + HexFormat.of().formatHex(hash, 0, HASH_SHOWN), "");
        String asked = viewer.is(Role.OPERATOR) ? phone.e164() : "nobody";
        return all.and("c.phone_index = ?", (Object) index.of(BlindIndex.Purpose.PHONE, asked));
    }

    private Optional<DossierCode> code(String wanted) {
        String plain = Unaccented.of(wanted).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        return codes.readPrefix(plain, calendar.dayOf(clock.instant())).flatMap(CodeReading::code);
    }

    private List<QueueItem> words(Sight all, List<byte[]> asked, Viewer viewer, int most) {
        Sight sight = asked.isEmpty() ? Sight.NONE : all;
        // Only who sees all open cases meets some soon on the way along the queue.
        if (viewer.is(Role.OPERATOR) && !asked.isEmpty() && asked.stream().allMatch(this::isCommon)) {
            for (byte[] token : asked) {
                sight = sight.and(
                        "exists (select 1 from case_token t where t.token = ? and t.complaint_id = c.id)",
                        (Object) token);
            }
            return rows.first(sight, viewer, most);
        }
        for (byte[] token : asked) {
            sight = having(sight, token);
        }
        return some(sight, viewer, most);
    }

    private boolean isCommon(byte[] token) {
        return sql.count(
                        "select count(*) as n from (select 1 from case_token where token = ? limit " + COMMON + ") t",
                        token)
                == COMMON;
    }

    private static Sight having(Sight sight, byte[] token) {
        return sight.and("c.id in (select t.complaint_id from case_token t where t.token = ?)", (Object) token);
    }
}
