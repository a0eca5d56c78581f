package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** Offices of today whose name, short name or code holds what was typed: a field's suggestions. */
@Path("units")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE, Role.CUSTODIAN, Role.ADMINISTRATOR})
public class UnitChoice {
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    /** More than are shown: abolished ones are among them. */
    private static final int LOOKED_AT = 80;

    private final Units units;
    private final WorkCalendars calendars;
    private final Clock clock;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public UnitChoice(
            Units units, WorkCalendars calendars, Clock clock, Pages pages, Asked asked, InTransaction transaction) {
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** At most twenty options of a list, and whether there are more. */
    @GET
    public Response options(@QueryParam("unit") String typed) {
        String words = typed == null || typed.length() > LONGEST ? "" : typed.strip();
        LocalDate today = calendars.national().dayOf(clock.instant());
        List<Unit> found = transaction.call(() -> units.search(words, LOOKED_AT));
        List<Unit> there = found.stream().filter(unit -> unit.existsOn(today)).toList();
        boolean more = there.size() > MOST || found.size() == LOOKED_AT;
        return pages.page(
                "unit-options", Map.of("units", there.stream().limit(MOST).toList(), "more", more), asked);
    }
}
