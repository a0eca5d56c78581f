package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.score.LowScores;

/** Bad marks as rows of the queue: somebody should look at one within two working days, and it waits until then. */
@Singleton
public class LowScoreItems implements DeskItems {
    /** What keys of these rows begin with. */
    static final String PREFIX = "mark-";

    private static final int WORKING_DAYS = 2;

    private final LowScores scores;
    private final Triage triage;
    private final WorkCalendar calendar;

    /** Comments that {@code triage} takes for something sealed are not shown. */
    @Inject
    public LowScoreItems(LowScores scores, Triage triage, WorkCalendars calendars) {
        this.scores = scores;
        this.triage = triage;
        this.calendar = calendars.national();
    }

    /** Days whose marks are due on the same day: a Friday and the weekend after it. */
    private record Days(LocalDate first, LocalDate last) {
        private Days with(Days later) {
            return new Days(first, later.last);
        }
    }

    @Override
    public List<QueueItem> after(Viewer viewer, CaseCursor cursor, int limit) {
        ItemPlace place = ItemPlace.after(cursor, PREFIX);
        List<QueueItem> items = new ArrayList<>();
        for (Map.Entry<LocalDate, Days> due : byDue().tailMap(place.day(), true).entrySet()) {
            if (items.size() == limit) {
                break;
            }
            long id = due.getKey().equals(place.day()) ? place.id() : -1;
            Days days = due.getValue();
            scores.waiting(days.first(), days.last(), id, limit - items.size()).stream()
                    .map(mark -> item(due.getKey(), mark))
                    .forEach(items::add);
        }
        return items;
    }

    private NavigableMap<LocalDate, Days> byDue() {
        NavigableMap<LocalDate, Days> days = new TreeMap<>();
        scores.days()
                .forEach(
                        day -> days.merge(calendar.plusWorkingDays(day, WORKING_DAYS), new Days(day, day), Days::with));
        return days;
    }

    private QueueItem item(LocalDate due, LowScores.Mark mark) {
        CaseCursor place = ItemPlace.of(due, PREFIX, mark.id());
        String comment = mark.comment()
                .filter(words -> !triage.suggest(words).secret())
                .map(words -> " · " + Shown.masked(words))
                .orElse("");
        String title = mark.points() + "/" + mark.scale() + " · " + mark.unit().full() + comment;
        return new QueueItem(QueueItem.Kind.LOW_SCORE, place, Shown.title(title), Optional.empty());
    }

    @Override
    public int count(int limit) {
        return scores.count(limit);
    }
}
