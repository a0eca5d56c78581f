package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

/**
 * Whether an office may verify words about another (security R2, row 147): never the office itself or its successor, one
 * above it, one below it, or the one-stop unit under the same roof; while nobody is named, no office at all.
 */
@Singleton
class Conflicts {
    private static final int DEEPEST = 12;

    private final Units units;
    private final Accused accused;
    private final OfficesOfToday today;

    @Inject
    Conflicts(Units units, Accused accused, OfficesOfToday today) {
        this.units = units;
        this.accused = accused;
        this.today = today;
    }

    /** Why {@code receiver} may not get it, empty when it may: by the office a custodian named and by that of the dossier. */
    Optional<Reason> of(SealedCase held, UnitCode receiver) {
        if (held.accused().isEmpty()) {
            return conflict(
                    "unnamed",
                    "Chưa rõ đơn vị bị nêu nên chưa được chuyển cho đơn vị nào. / Nobody is named yet, so no office may get it.");
        }
        return Stream.concat(held.accused().stream(), accused.byDossier(held).stream())
                .distinct()
                .flatMap(office -> withSuccessor(office, receiver).stream())
                .findFirst();
    }

    /** Of the receiver there is none: an office of the past gets nothing ({@link OfficesOfToday#ended}). */
    private Optional<Reason> withSuccessor(UnitCode office, UnitCode receiver) {
        return between(office, receiver).or(() -> between(today.standsFor(office, ""), receiver));
    }

    private Optional<Reason> between(UnitCode accused, UnitCode receiver) {
        if (accused.equals(receiver)) {
            return conflict("accused", "Đây là đơn vị bị nêu. / This is the office it is about.");
        }
        List<UnitCode> aboveAccused = above(accused);
        List<UnitCode> aboveReceiver = above(receiver);
        if (isOneStop(receiver) && shareARoof(aboveAccused, aboveReceiver, accused)) {
            return conflict(
                    "one-stop",
                    "Đây là bộ phận một cửa của cùng cơ quan. / This is the one-stop unit of the same authority.");
        }
        if (aboveAccused.contains(receiver)) {
            return conflict("above", "Đây là cấp trên của đơn vị bị nêu. / This office is above the one it is about.");
        }
        return aboveReceiver.contains(accused)
                ? conflict(
                        "below", "Đây là đơn vị dưới quyền đơn vị bị nêu. / This office is below the one it is about.")
                : Optional.empty();
    }

    private boolean shareARoof(List<UnitCode> aboveAccused, List<UnitCode> aboveReceiver, UnitCode accused) {
        return aboveReceiver.contains(accused)
                || !aboveReceiver.isEmpty() && aboveAccused.contains(aboveReceiver.get(0));
    }

    private boolean isOneStop(UnitCode unit) {
        return units.find(unit)
                .filter(found -> found.kind() == UnitKind.ONE_STOP)
                .isPresent();
    }

    /** The offices above, the nearest first. */
    List<UnitCode> above(UnitCode unit) {
        List<UnitCode> above = new ArrayList<>();
        Optional<UnitCode> next = units.find(unit).flatMap(Unit::parent);
        while (next.isPresent() && above.size() < DEEPEST) {
            above.add(next.get());
            next = units.find(next.get()).flatMap(Unit::parent);
        }
        return above;
    }

    private static Optional<Reason> conflict(String code, String sentence) {
        return Optional.of(new Reason("sealed.conflict." + code, sentence));
    }
}
