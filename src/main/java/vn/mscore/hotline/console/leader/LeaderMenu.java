package vn.mscore.hotline.console.leader;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** Pages with figures. */
@Singleton
public class LeaderMenu implements Menu {
    private static final int FIRST = 1;
    private static final int TOLD = 15;
    private static final int LATE = 60;

    @Override
    public List<Item> items() {
        return List.of(
                new Item("/console/leader", "leader.menu", "chart", FIRST, Set.of(Role.LEADER)),
                new Item("/console/delegate", "delegate.menu", "chart", FIRST, Set.of(Role.DELEGATE)),
                new Item("/console/told", "told.menu", "warn", TOLD, Set.of(Role.OPERATOR)),
                new Item(
                        "/console/figures",
                        "figures.menu",
                        "book",
                        LATE,
                        Set.of(Role.OPERATOR, Role.LEADER, Role.DELEGATE)));
    }
}
