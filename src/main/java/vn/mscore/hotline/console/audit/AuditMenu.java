package vn.mscore.hotline.console.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** The auditor's entry. */
@Singleton
public class AuditMenu implements Menu {
    private static final int LAST = 900;

    /** Joined by CDI. */
    @Inject
    public AuditMenu() {}

    @Override
    public List<Item> items() {
        return List.of(new Item("/console/audit", "audit.menu", "eye", LAST, Set.of(Role.AUDITOR)));
    }
}
