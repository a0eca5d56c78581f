package vn.mscore.hotline.notice;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.platform.Settings;

/**
 * What is told unasked.
 *
 * @param dossiers whether applicants hear of their dossiers, {@code hotline.notice.dossiers}; off where the one-stop
 *     software texts them itself
 * @param surveys whether people are asked for scores, {@code hotline.survey.invite}
 * @param diacritics whether those who write with diacritics get them, {@code hotline.sms.diacritics}
 */
@Vetoed
public record NoticeSettings(boolean dossiers, boolean surveys, boolean diacritics) {
    /** Reads and checks them. */
    public static NoticeSettings from(Settings settings) {
        return new NoticeSettings(
                settings.flag("hotline.notice.dossiers", true),
                settings.flag("hotline.survey.invite", true),
                settings.flag("hotline.sms.diacritics", false));
    }
}
