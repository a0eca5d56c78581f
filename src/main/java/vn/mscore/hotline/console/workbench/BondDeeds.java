package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.mscore.hotline.complaint.Apologize;
import vn.mscore.hotline.complaint.CaseBonds;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.shared.TicketNumber;

/** The commands that tie cases together and those on their clocks. */
@Singleton
public class BondDeeds {
    private static final int MOST_DAYS = 365;
    private static final Decision NO_TICKET = Decision.refused("case.other", "không có phiếu này / no such ticket");
    private static final Decision NO_DAY = Decision.refused("case.days", "ngày không hợp lệ / no such day");

    private final Map<CaseCommand, BiFunction<Grip, Form, Decision>> table = new EnumMap<>(CaseCommand.class);

    /** Joined by CDI. */
    @Inject
    public BondDeeds(CaseBonds bonds, CaseTime time, Apologize apologies) {
        table.put(CaseCommand.SPLIT, (grip, form) -> bonds.split(grip, part(form)));
        table.put(CaseCommand.LINK, (grip, form) -> with(form, other -> bonds.link(grip, other)));
        table.put(CaseCommand.UNLINK, (grip, form) -> with(form, other -> bonds.unlink(grip, other)));
        table.put(CaseCommand.MERGE, (grip, form) -> with(form, other -> bonds.merge(grip, other)));
        table.put(CaseCommand.UNMERGE, (grip, form) -> bonds.unmerge(grip));
        table.put(CaseCommand.CLUSTER, (grip, form) -> with(form, other -> bonds.cluster(grip, other)));
        table.put(CaseCommand.UNCLUSTER, (grip, form) -> bonds.uncluster(grip));
        table.put(CaseCommand.PAUSE, (grip, form) -> time.pause(grip, Deeds.reason(form)));
        table.put(CaseCommand.RESUME, (grip, form) -> time.resume(grip));
        table.put(CaseCommand.EXTEND, (grip, form) -> time.extend(grip, days(form), Deeds.reason(form)));
        table.put(CaseCommand.EXPLAIN, (grip, form) -> time.explain(grip, Deeds.reason(form)));
        table.put(CaseCommand.JUDGE, (grip, form) -> time.judge(grip, number(form), Deeds.code(form, "outcome")));
        table.put(CaseCommand.APOLOGIZE, (grip, form) -> day(form)
                .map(day -> apologies.apologize(grip, day, Deeds.reason(form)))
                .orElse(NO_DAY));
    }

    Map<CaseCommand, BiFunction<Grip, Form, Decision>> table() {
        return table;
    }

    /** A command that names a second case. */
    private interface Second {
        Decision doIt(TicketNumber other);
    }

    private static Decision with(Form form, Second command) {
        Optional<TicketNumber> other = form.text("other", 20).flatMap(TicketNumber::parse);
        return other.map(command::doIt).orElse(NO_TICKET);
    }

    private static CaseBonds.Part part(Form form) {
        return new CaseBonds.Part(Deeds.kind(form), Deeds.reason(form));
    }

    private static int days(Form form) {
        return form.number("days", 0, MOST_DAYS).orElse(0L).intValue();
    }

    private static long number(Form form) {
        return form.number("explanation", 0, Long.MAX_VALUE).orElse(0L);
    }

    private static Optional<LocalDate> day(Form form) {
        try {
            return form.text("day", 10).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
