package vn.mscore.hotline.score;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.platform.Settings;

/**
 * The rules of marking.
 *
 * @param scale the best mark, {@code hotline.score.scale}: 10 (M-Score) or 5 (SIPAS)
 * @param aDay most dossiers a number may mark within 24 hours, {@code hotline.score.perPhone.day}
 * @param changeDays days within which a mark may be replaced, {@code hotline.score.change.days}
 * @param returnedDays days after the return of a result within which a mark counts, {@code hotline.score.returned.days}
 */
@Vetoed
public record ScoreSettings(int scale, int aDay, int changeDays, int returnedDays) {
    /** Reads and checks them. */
    public static ScoreSettings from(Settings settings) {
        return new ScoreSettings(
                settings.number("hotline.score.scale", 10, 2, 10),
                settings.number("hotline.score.perPhone.day", 5, 1, 1000),
                settings.number("hotline.score.change.days", 7, 0, 365),
                settings.number("hotline.score.returned.days", 30, 1, 365));
    }
}
