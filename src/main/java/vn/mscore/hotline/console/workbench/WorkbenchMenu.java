package vn.mscore.hotline.console.workbench;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** The queue and the search in the navigation. */
@Singleton
public class WorkbenchMenu implements Menu {
    private static final Set<Role> WORKERS = Set.of(Role.OPERATOR, Role.OFFICER);
    private static final Set<Role> READERS = Set.of(Role.LEADER, Role.DELEGATE);

    @Override
    public List<Item> items() {
        return List.of(
                new Item("/console/queue", "queue.menu", "queue", 10, WORKERS),
                new Item("/console/queue", "queue.menu.cases", "queue", 40, READERS),
                new Item("/console/search", "search.menu", "search", 50, Set.of(Role.OPERATOR, Role.OFFICER)));
    }
}
