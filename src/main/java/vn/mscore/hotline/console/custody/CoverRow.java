package vn.mscore.hotline.console.custody;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Due;
import vn.mscore.hotline.complaint.SealedCases.Opening;
import vn.mscore.hotline.complaint.SealedCases.Signs;
import vn.mscore.hotline.console.Shown;

/**
 * A sealed case on the list.
 *
 * @param state key of the opening, such as {@code ASKED_BY_OTHER}
 * @param until hour of the end of the request or opening, empty when closed
 * @param reason why another asked, once a fresh code was given
 * @param step key of what custodians owe by the day {@code due}, both empty when nothing
 * @param pressing whether it is urgent and waits for custodians
 */
@Vetoed
public record CoverRow(
        String path,
        String name,
        String received,
        String stage,
        String state,
        String by,
        String until,
        String reason,
        Signs signs,
        String step,
        String due,
        boolean late,
        boolean pressing) {
    static CoverRow of(Cover cover) {
        Opening opening = cover.opening();
        return new CoverRow(
                "/console/sealed/" + cover.pseudonym().hex(),
                cover.pseudonym().spoken(),
                Shown.day(cover.received()),
                cover.stage().name(),
                opening.state().name(),
                opening.by(),
                opening.until().map(Shown::time).orElse(""),
                opening.reason(),
                cover.signs(),
                cover.signs().due().map(due -> due.step().name()).orElse(""),
                cover.signs().due().map(due -> Shown.day(due.day())).orElse(""),
                cover.signs().due().filter(Due::late).isPresent(),
                cover.signs().urgent() && cover.unfinished());
    }
}
