package vn.mscore.hotline.console.custody;

import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.console.Shown;

/**
 * A look of somebody else, or one after the other of the same person at the same case within minutes: a page loaded again.
 *
 * @param number of the newest of them
 * @param at hour of the newest
 * @param times how many
 */
@Vetoed
public record LookRow(
        long number, String path, String name, String by, String what, String at, boolean fresh, int times) {
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    static List<LookRow> of(List<Look> looks) {
        List<List<Look>> runs = new ArrayList<>();
        for (Look look : looks) {
            List<Look> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && again(last.get(0), look)) {
                last.add(look);
            } else {
                runs.add(new ArrayList<>(List.of(look)));
            }
        }
        return runs.stream().map(run -> of(run.get(0), run.size())).toList();
    }

    private static boolean again(Look newer, Look look) {
        return look.what().equals("read")
                && newer.what().equals("read")
                && newer.name().equals(look.name())
                && newer.pseudonym().equals(look.pseudonym())
                && newer.fresh() == look.fresh()
                && Duration.between(look.at(), newer.at()).compareTo(TOGETHER) <= 0;
    }

    private static LookRow of(Look look, int times) {
        return new LookRow(
                look.number(),
                "/console/sealed/" + look.pseudonym().hex(),
                look.pseudonym().spoken(),
                look.name(),
                look.what(),
                Shown.time(look.at()),
                look.fresh(),
                times);
    }
}
