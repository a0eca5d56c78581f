package vn.mscore.hotline.console.custody;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** What custodians find in the navigation; nobody else learns that these pages are there. */
@Singleton
public class CustodyMenu implements Menu {
    private static final Set<Role> CUSTODIANS = Set.of(Role.CUSTODIAN);

    @Override
    public List<Item> items() {
        return List.of(
                new Item("/console/sealed", "sealed.nav", "lock", 10, CUSTODIANS),
                new Item("/console/sealed/letters", "sealed.letters.nav", "mail", 20, CUSTODIANS),
                new Item("/console/sealed/looks", "sealed.looks.nav", "eye", 30, CUSTODIANS));
    }
}
