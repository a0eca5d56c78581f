package vn.mscore.hotline.console.leader;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ToldUpward;
import vn.mscore.hotline.complaint.ToldUpward.Told;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.platform.InTransaction;

/** The list "told upward" of whoever asks. */
@Singleton
public class ToldRows {
    private final ToldUpward told;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public ToldRows(ToldUpward told, InTransaction transaction) {
        this.told = told;
        this.transaction = transaction;
    }

    /** What he has not looked at yet first. */
    public Rows of(Asked asked) {
        Viewer viewer = asked.viewer();
        Figures figures = new Figures(asked.language());
        return new Rows(transaction.call(() -> told.of(viewer)).stream()
                .map(one -> new Row(
                        one,
                        Shown.ticket(one.ticket().digits()),
                        figures.day(one.due()),
                        figures.time(one.at()),
                        !viewer.is(Role.DELEGATE)))
                .toList());
    }

    /** The list. */
    public record Rows(List<Row> all) {
        /** How many of them he has not looked at yet. */
        public long unseen() {
            return all.stream().filter(row -> row.told().unseen()).count();
        }

        /** That number, with a plus where the list is full of such and may have been cut off. */
        public String count() {
            return unseen() < ToldUpward.LISTED ? Long.toString(unseen()) : ToldUpward.LISTED + "+";
        }
    }

    /** A row; which step is late is not for delegates, who know the day only. */
    public record Row(Told told, String pairs, String due, String at, boolean withStep) {}
}
