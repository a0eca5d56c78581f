package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.life.Table;
import vn.mscore.hotline.platform.Settings;

/** The table {@code complaint/clocks.tsv}: how long each step may take. */
@Singleton
public class ClockTable {
    private static final String ANY = "*";
    private static final String REPEAT = "repeat";
    private static final List<String> URGENT = List.of(ANY, "yes", "no", REPEAT);
    private static final String OF_CATEGORY = "category";
    private static final String OR = "/";
    private static final String NUMBER = "[1-9][0-9]{0,2}";
    private static final List<Step> STEPS =
            Stream.of(Step.values()).filter(step -> !step.ofAPetition()).toList();

    private final List<Line> lines;
    private final Categories categories;

    /** How long. */
    public record Amount(int number, boolean hours) {}

    private record Line(String kind, String category, String urgent, Step step, String amount, boolean hours) {
        boolean fits(ComplaintKind of, String code, boolean isUrgent) {
            return fits(of, code) && !isRepeat() && (urgent.equals(ANY) || urgent.equals("yes") == isUrgent);
        }

        boolean fits(ComplaintKind of, String code) {
            return (kind.equals(ANY) || kind.equals(of.name())) && (category.equals(ANY) || category.equals(code));
        }

        boolean isRepeat() {
            return urgent.equals(REPEAT);
        }

        int weight() {
            return (category.equals(ANY) ? 0 : 4) + (kind.equals(ANY) ? 0 : 2) + (urgent.equals(ANY) ? 0 : 1);
        }
    }

    /** Reads it; refuses the start when a row is wrong or a step has no row for every case. */
    @Inject
    public ClockTable(Settings settings, Categories categories) {
        this.categories = categories;
        Table table = Table.read(settings, "clocks.tsv", 7);
        this.lines = table.rows().stream().map(row -> line(table, row)).toList();
        for (Step step : STEPS) {
            table.check(
                    lines.stream().anyMatch(line -> line.step() == step && line.weight() == 0),
                    new String[] {"no row for every case of the step", code(step)});
        }
    }

    private static String code(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every category says how long its answer takes; of the days to forward those that say nothing need a number. */
    private static boolean isOfCategory(String step, String amount) {
        return step.equals(code(Step.FORWARD)) ? amount.matches(OF_CATEGORY + OR + NUMBER) : amount.equals(OF_CATEGORY);
    }

    private Line line(Table table, String[] row) {
        boolean known = List.of("h", "d").contains(row[5])
                && (row[4].matches(NUMBER) || row[5].equals("d") && isOfCategory(row[3], row[4]))
                && URGENT.contains(row[2])
                && (!row[2].equals(REPEAT) || row[3].equals(code(Step.ANSWER)) && row[5].equals("d"))
                && (row[0].equals(ANY)
                        || List.of(ComplaintKind.values()).stream()
                                .anyMatch(k -> k.name().equals(row[0])))
                && (row[1].equals(ANY) || categories.byCode(row[1]).isPresent());
        table.check(known, row);
        Step step = STEPS.stream()
                .filter(each -> code(each).equals(row[3]))
                .findFirst()
                .orElse(null);
        table.check(step != null, row);
        return new Line(row[0], row[1], row[2], step, row[4], row[5].equals("h"));
    }

    /** How long {@code step} may take. */
    public Amount of(Step step, ComplaintKind kind, String category, boolean urgent) {
        Line best = lines.stream()
                .filter(line -> line.step() == step && line.fits(kind, category, urgent))
                .max(Comparator.comparingInt(Line::weight))
                .orElseThrow();
        return new Amount(number(best.amount(), category), best.hours());
    }

    /** How long the answer may take when the same dossier is complained about again; empty where that has no row. */
    public Optional<Amount> ofRepeat(ComplaintKind kind, String category) {
        return lines.stream()
                .filter(line -> line.isRepeat() && line.fits(kind, category))
                .max(Comparator.comparingInt(Line::weight))
                .map(line -> new Amount(number(line.amount(), category), line.hours()));
    }

    private int number(String amount, String code) {
        if (!amount.startsWith(OF_CATEGORY)) {
            return Integer.parseInt(amount);
        }
        Category category = categories.byCode(code).orElseGet(categories::other);
        return amount.equals(OF_CATEGORY)
                ? category.answerDays()
                : category.forwardDays().orElseGet(() -> Integer.parseInt(amount.substring(amount.indexOf(OR) + 1)));
    }
}
