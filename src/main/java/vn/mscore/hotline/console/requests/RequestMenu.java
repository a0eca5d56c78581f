package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** The entry of data requests for the desk, with how many press. */
@Singleton
public class RequestMenu implements Menu {
    private static final Item REQUESTS =
            new Item("/console/requests", "requests.nav", "person", 70, Set.of(Role.OPERATOR));

    private final PressingRequests pressing;

    /** Shows the number of {@code pressing}. */
    @Inject
    RequestMenu(PressingRequests pressing) {
        this.pressing = pressing;
    }

    @Override
    public List<Item> items() {
        return List.of(REQUESTS);
    }

    @Override
    public int pressing(Item item) {
        return item.equals(REQUESTS) ? pressing.count() : 0;
    }
}
