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
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseSearch;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.Unaccented;

/** Search over tickets, the blind index of numbers and {@code case_token}. */
@Singleton
public class SqlCaseSearch implements CaseSearch {
    private static final int LONGEST = 200;
    private static final int HASH_SHOWN = 6;

    private final Sights sights;
    private final SqlCaseRows rows;
    private final CaseTokens tokens;
    private final BlindIndex index;
    private final CodeReader codes;
    private final AuditTrail trail;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Filters by {@code sights}. */
    @Inject
    SqlCaseSearch(
            Sights sights,
            SqlCaseRows rows,
            CaseTokens tokens,
            BlindIndex index,
            CodeReader codes,
            AuditTrail trail,
            WorkCalendars calendars,
            Clock clock) {
        this.sights = sights;
        this.rows = rows;
        this.tokens = tokens;
        this.index = index;
        this.codes = codes;
        this.trail = trail;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public List<QueueItem> find(Viewer viewer, String typed) {
        String text = typed.strip();
        String wanted = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return wanted.isEmpty() ? List.of() : rows.within(sight(viewer, wanted), viewer, CaseList.PAGE);
    }

    private Sight sight(Viewer viewer, String wanted) {
        Sight all = sights.open(viewer);
        Optional<TicketNumber> ticket = TicketNumber.parse(wanted);
        if (ticket.isPresent()) {
            return all.and("c.ticket = ?", ticket.get().digits());
        }
        Optional<PhoneNumber> phone = PhoneNumber.parse(wanted);
        if (phone.isPresent()) {
            return ofNumber(viewer, all, phone.get());
        }
        Sight read = viewer.is(Role.DELEGATE) ? Sight.NONE : all;
        return code(wanted).map(code -> having(read, tokens.asked(code))).orElseGet(() -> words(read, wanted));
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

    private Sight words(Sight all, String wanted) {
        List<byte[]> asked = tokens.asked(wanted);
        Sight sight = asked.isEmpty() ? Sight.NONE : all;
        for (byte[] token : asked) {
            sight = having(sight, token);
        }
        return sight;
    }

    private static Sight having(Sight sight, byte[] token) {
        return sight.and("c.id in (select t.complaint_id from case_token t where t.token = ?)", (Object) token);
    }
}
