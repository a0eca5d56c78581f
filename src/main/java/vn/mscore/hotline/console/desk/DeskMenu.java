package vn.mscore.hotline.console.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** Writing down for others, and own relations. */
@Singleton
public class DeskMenu implements Menu {
    private static final int ENTER = 20;
    private static final int INTERESTS = 95;

    /** Joined by CDI. */
    @Inject
    public DeskMenu() {}

    @Override
    public List<Item> items() {
        return List.of(
                new Item("/console/enter", "enter.menu", "note", ENTER, Set.of(Role.OPERATOR, Role.OFFICER)),
                new Item(
                        "/console/interests",
                        "interests.menu",
                        "building",
                        INTERESTS,
                        Set.of(Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.CUSTODIAN)));
    }
}
