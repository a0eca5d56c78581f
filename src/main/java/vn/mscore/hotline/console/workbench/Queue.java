package vn.mscore.hotline.console.workbench;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.QueueItem;

/** The one queue: cases, and for operators what else the desk has to do, in one order. Needs a transaction. */
@Singleton
public class Queue {
    private static final Set<Group> WITH_DESK = EnumSet.of(Group.OPEN, Group.UNCLASSIFIED, Group.ALL);

    private final CaseList cases;
    private final Instance<DeskItems> desk;

    /** Joins them. */
    @Inject
    public Queue(CaseList cases, @Any Instance<DeskItems> desk) {
        this.cases = cases;
        this.desk = desk;
    }

    /** At most {@link CaseList#PAGE} items after {@code cursor}. */
    public CaseList.Page page(Viewer viewer, CaseFilter filter, CaseCursor cursor) {
        CaseList.Page page = cases.page(viewer, filter, cursor);
        if (!withDesk(viewer, filter)) {
            return page;
        }
        List<QueueItem> all = new ArrayList<>(page.items());
        desk.forEach(items -> all.addAll(items.after(viewer, cursor, CaseList.PAGE)));
        Collections.sort(all);
        if (all.size() <= CaseList.PAGE) {
            return new CaseList.Page(all, page.next());
        }
        List<QueueItem> first = all.subList(0, CaseList.PAGE);
        return new CaseList.Page(first, Optional.of(first.get(CaseList.PAGE - 1).place()));
    }

    /** What each group holds. */
    public Map<Group, Integer> counts(Viewer viewer, CaseFilter filter) {
        Map<Group, Integer> counts = cases.counts(viewer, filter);
        if (withDesk(viewer, filter.in(Group.OPEN))) {
            int more = desk.stream()
                    .mapToInt(items -> items.count(CaseList.COUNTED))
                    .sum();
            counts.merge(Group.OPEN, more, Integer::sum);
            counts.merge(Group.UNCLASSIFIED, more, Integer::sum);
        }
        return counts;
    }

    /** Whether what else the desk has to do is among what {@code filter} shows to {@code viewer}. */
    static boolean withDesk(Viewer viewer, CaseFilter filter) {
        return viewer.is(Role.OPERATOR)
                && WITH_DESK.contains(filter.group())
                && filter.equals(CaseFilter.of(filter.group()));
    }
}
