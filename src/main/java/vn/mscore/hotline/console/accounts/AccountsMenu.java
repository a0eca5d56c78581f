package vn.mscore.hotline.console.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** The administrator's first entries. */
@Singleton
public class AccountsMenu implements Menu {
    private static final int PEOPLE = 30;
    private static final int TRUST = 55;
    private static final int KEYS = 60;

    /** Joined by CDI. */
    @Inject
    public AccountsMenu() {}

    @Override
    public List<Item> items() {
        Set<Role> administrator = Set.of(Role.ADMINISTRATOR);
        return List.of(
                new Item("/console/accounts", "accounts.menu", "people", PEOPLE, administrator),
                new Item(
                        "/console/trust",
                        "trust.menu",
                        "people",
                        TRUST,
                        Set.of(Role.ADMINISTRATOR, Role.CUSTODIAN, Role.AUDITOR)),
                new Item("/console/keys", "apikeys.menu", "key", KEYS, administrator));
    }
}
