package vn.mscore.hotline.console.admin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** The technician's pages. */
@Singleton
public class AdminMenu implements Menu {
    private static final int LINES = 40;
    private static final int KEPT = 45;
    private static final int SETTINGS = 50;

    @Override
    public List<Item> items() {
        return List.of(
                new Item("/console/lines", "lines.menu", "signal", LINES, Set.of(Role.ADMINISTRATOR, Role.OPERATOR)),
                new Item("/console/kept", "kept.menu", "note", KEPT, Set.of(Role.ADMINISTRATOR, Role.CUSTODIAN)),
                new Item("/console/admin", "admin.menu", "gear", SETTINGS, Set.of(Role.ADMINISTRATOR)));
    }
}
