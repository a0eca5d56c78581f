package vn.mscore.hotline.report;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.platform.Settings;

/**
 * What figures obey.
 *
 * @param cell marks are told in groups of so many, {@code hotline.stat.minCell}, never fewer than {@link CellRule#SMALLEST}
 * @param finalDays days after which a mark cannot change any more, {@code hotline.score.change.days}
 */
@Vetoed
public record ReportRules(int cell, int finalDays) {
    /** Reads and checks them. */
    public static ReportRules from(Settings settings) {
        return new ReportRules(
                settings.number("hotline.stat.minCell", CellRule.SMALLEST, CellRule.SMALLEST, 1000),
                settings.number("hotline.score.change.days", 7, 0, 365));
    }
}
