package vn.mscore.hotline.console.letters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** Letters to print; operators come to them from a case. */
@Singleton
public class LettersMenu implements Menu {
    private static final int ORDER = 70;

    /** Joined by CDI. */
    @Inject
    public LettersMenu() {}

    @Override
    public List<Item> items() {
        return List.of(
                new Item("/console/apologies", "apology.menu", "mail", ORDER, Set.of(Role.OFFICER, Role.LEADER)));
    }
}
