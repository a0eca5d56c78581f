package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Suggestions.Why;
import vn.mscore.hotline.complaint.triage.PlainWords;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

/**
 * Of which commune a case speaks: the one its words name, also by a name of before July 2025, else the one that the earlier
 * cases of its number went to. Only one that is alone: no commune is guessed.
 */
@Singleton
class Places {
    private static final Set<UnitKind> COMMUNES = EnumSet.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    /** What says that a name is one: bare, without accents, it may be any words ({@code con tien}, {@code ba long}). */
    private static final List<String> SAID = List.of("xa", "x", "phuong", "p", "thi tran", "tt", "dac khu", "ubnd");

    private static final Duration EARLIER = Duration.ofDays(365);
    private static final int HIGHEST = 12;

    private final Units units;
    private final Neighbours neighbours;
    private final Complaints complaints;
    private final Clock clock;

    @Inject
    Places(Units units, Neighbours neighbours, Complaints complaints, Clock clock) {
        this.units = units;
        this.neighbours = neighbours;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** A commune, perhaps abolished, and what tells it. */
    record Place(UnitCode unit, Why why) {}

    /** Every commune that {@code words} name; where they name none, those of the number's earlier cases. */
    List<Place> of(Complaint complaint, List<String> words) {
        List<Place> named = named(PlainWords.of(String.join("\n", words)));
        return named.isEmpty() ? earlier(complaint) : named;
    }

    /** A thị xã was a district. */
    private List<Place> named(String plain) {
        String text = plain.replace(" thi xa ", " thixa ");
        return units.named(COMMUNES).entrySet().stream()
                .filter(unit -> isSaid(text, bare(unit.getValue())))
                .map(unit -> new Place(unit.getKey(), new Why("suggest.named-place", unit.getValue())))
                .toList();
    }

    private static boolean isSaid(String text, String bare) {
        return SAID.stream().anyMatch(kind -> PlainWords.holds(text, kind + " " + bare));
    }

    /** {@code trieu an} of "Xã Triệu An (cũ)". */
    private static String bare(String name) {
        return PlainWords.of(name.split("\\(")[0]).strip().replaceFirst("^(xa|phuong|thi tran|dac khu) ", "");
    }

    private List<Place> earlier(Complaint complaint) {
        return neighbours.sameNumber(complaint, clock.instant().minus(EARLIER)).stream()
                .flatMap(ticket -> complaints.see(ticket).flatMap(Complaint::unit).flatMap(this::commune).stream())
                .map(unit -> new Place(
                        unit.code(),
                        new Why("suggest.earlier-place", unit.name().full())))
                .distinct()
                .toList();
    }

    private Optional<Unit> commune(UnitCode unit) {
        return Stream.iterate(units.find(unit), Optional::isPresent, at -> at.flatMap(Unit::parent)
                        .flatMap(units::find))
                .limit(HIGHEST)
                .flatMap(Optional::stream)
                .filter(at -> COMMUNES.contains(at.kind()))
                .findFirst();
    }
}
