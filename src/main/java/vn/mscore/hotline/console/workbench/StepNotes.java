package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** What a step of a case changed, from what to what, in words: the log keeps codes. Reads need a transaction. */
@Singleton
public class StepNotes {
    private final Categories categories;
    private final CaseTime time;
    private final Units units;

    /** Names come from these. */
    @Inject
    public StepNotes(Categories categories, CaseTime time, Units units) {
        this.categories = categories;
        this.time = time;
        this.units = units;
    }

    private record Noted(String deed, String note) {}

    Said of(Reading say, List<CaseView.Step> steps) {
        return said(say, steps.stream().map(step -> new Noted(step.deed(), step.note())));
    }

    Said ofEntries(Reading say, List<CaseLog.Entry> entries) {
        return said(say, entries.stream().map(entry -> new Noted(entry.deed(), entry.note())));
    }

    private Said said(Reading say, Stream<Noted> noted) {
        return new Said(noted.filter(one -> !one.note().isEmpty())
                .distinct()
                .collect(Collectors.toMap(one -> key(one.deed(), one.note()), one -> words(say, one))));
    }

    private static String key(Object deed, Object note) {
        return deed + " " + note;
    }

    private String words(Reading say, Noted noted) {
        return Arrays.stream(noted.note().split(CaseLog.TO, 2))
                .map(part -> part(say, noted.deed(), part))
                .collect(Collectors.joining(" → "));
    }

    private String part(Reading say, String deed, String part) {
        return switch (deed) {
            case "classify" -> sorted(say, part);
            case "accused", "route-planned" -> office(say, part);
            case "extend" -> part.startsWith("+") ? days(say, part) : say.day(LocalDate.parse(part));
            case "extend-planned" -> days(say, "+" + part);
            case "judge" -> outcome(part.substring(part.indexOf(' ') + 1));
            default -> Shown.words(part);
        };
    }

    private String sorted(Reading say, String part) {
        String kind = part.substring(0, part.indexOf(' '));
        String code = part.substring(kind.length() + 1);
        return say.word("kind." + kind, kind) + " · "
                + categories.byCode(code).map(Category::name).orElse(code);
    }

    private static String days(Reading say, String more) {
        return more + " " + say.word("history.days", "");
    }

    private String office(Reading say, String code) {
        return code.equals(Accused.NOBODY_KNOWS)
                ? say.word("case.accused.unknown", code)
                : units.name(new UnitCode(code)).full();
    }

    private String outcome(String code) {
        return time.outcomes().stream()
                .filter(one -> one.code().equals(code))
                .map(CaseTime.Outcome::name)
                .findFirst()
                .orElse(code);
    }

    /** The words by the step. Templates call it. */
    public record Said(Map<String, String> byStep) {
        /** Empty text where a step says no more than its deed. */
        public String of(Object deed, Object note) {
            return byStep.getOrDefault(key(deed, note), "");
        }
    }
}
