package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.PendingDeeds;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** How the offices that stand in a case by their codes are called. Reads need a transaction. */
@Singleton
public class OfficeNames {
    private final Units units;

    /** Joined by CDI. */
    @Inject
    public OfficeNames(Units units) {
        this.units = units;
    }

    Names of(CaseView view) {
        return named(Stream.concat(
                view.steps().stream().flatMap(step -> step.unit().stream()).map(UnitCode::new),
                view.pending().flatMap(PendingDeeds.Pending::unit).stream()));
    }

    Names of(CaseView.Past past) {
        return named(past.steps().stream().flatMap(step -> step.unit().stream()).map(UnitCode::new));
    }

    Names of(Collection<CaseLog.Entry> entries) {
        return named(
                entries.stream().flatMap(entry -> Stream.concat(entry.fromUnit().stream(), entry.toUnit().stream())));
    }

    private Names named(Stream<UnitCode> codes) {
        return new Names(codes.distinct().collect(Collectors.toMap(UnitCode::value, code -> units.name(code)
                .full())));
    }

    /** Names by code. Templates call it. */
    public record Names(Map<String, String> byCode) {
        /** The name, or the code of an office nobody knows. */
        public String name(Object code) {
            String text = String.valueOf(code);
            return byCode.getOrDefault(text, text);
        }
    }
}
