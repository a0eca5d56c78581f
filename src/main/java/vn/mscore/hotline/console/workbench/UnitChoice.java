package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** Offices of today whose name, short name or code, or whose predecessor's, holds what was typed: a field's suggestions. */
@Path("units")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE, Role.CUSTODIAN, Role.ADMINISTRATOR})
public class UnitChoice {
    private static final int LONGEST = 100;
    private static final int MOST = 20;

    /** More than are shown: abolished ones that nobody follows are among them. */
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

    /** The options of a list. */
    @GET
    public Response options(@QueryParam("unit") String typed) {
        Found found = find(typed == null || typed.length() > LONGEST ? "" : typed.strip());
        return pages.page("unit-options", Map.of("units", found.units(), "more", found.more()), asked);
    }

    /** At most twenty of those that {@code words} find, and whether there are more. */
    public Found find(String words) {
        return transaction.call(() -> {
            List<Unit> found = units.search(words, LOOKED_AT);
            List<Choice> there =
                    found.stream().flatMap(unit -> choice(unit).stream()).toList();
            boolean more = there.size() > MOST || found.size() == LOOKED_AT;
            return new Found(there.stream().limit(MOST).toList(), more);
        });
    }

    /** The office that was typed: by its code, its name or a part of it, in either case; empty when it is none, or one of several. */
    public Optional<UnitCode> typed(String words) {
        String code = words.toUpperCase(Locale.ROOT);
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.empty();
        }
        if (UnitCode.isValid(code)
                && transaction.call(() -> units.find(new UnitCode(code))).isPresent()) {
            return Optional.of(new UnitCode(code));
        }
        Found found = find(words);
        List<String> named = codes(found.units().stream().filter(choice -> choice.isCalled(words)));
        List<String> all = found.more() ? List.of() : codes(found.units().stream());
        List<String> meant = named.isEmpty() ? all : named;
        return meant.size() == 1 ? Optional.of(new UnitCode(meant.get(0))) : Optional.empty();
    }

    private static List<String> codes(Stream<Choice> choices) {
        return choices.map(Choice::code).distinct().toList();
    }

    /** Who was abolished stands for who follows. */
    private Optional<Choice> choice(Unit unit) {
        LocalDate today = calendars.national().dayOf(clock.instant());
        return units.find(units.successor(unit.code(), "", today))
                .filter(now -> now.existsOn(today))
                .map(now -> new Choice(
                        now.code().value(), now.equals(unit) ? label(now) : label(now) + " ← " + label(unit)));
    }

    /** A browser offers an option whose code or label holds what was typed: so also the name without accents, and the short one. */
    private static String label(Unit unit) {
        String full = unit.name().full();
        return Stream.of(full, Unaccented.of(full), unit.name().ascii())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** What was found. */
    public record Found(List<Choice> units, boolean more) {}

    /** An option: the code of an office of today, and its names. */
    public record Choice(String code, String label) {
        boolean isCalled(String words) {
            return Stream.of(label.split(" · | ← ")).anyMatch(words::equalsIgnoreCase);
        }
    }
}
