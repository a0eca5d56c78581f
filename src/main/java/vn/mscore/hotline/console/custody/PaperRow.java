package vn.mscore.hotline.console.custody;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.complaint.SealedPapers.Noted;
import vn.mscore.hotline.console.Shown;

/** What was noted of a denunciation under its law; {@code step} is a key. */
@Vetoed
public record PaperRow(String step, String on, String words, String by) {
    static PaperRow of(Noted noted) {
        return new PaperRow(noted.step().name(), Shown.day(noted.on()), noted.words(), noted.by());
    }
}
