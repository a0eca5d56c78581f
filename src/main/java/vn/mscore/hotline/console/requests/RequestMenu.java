package vn.mscore.hotline.console.requests;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Menu;

/** The entry of data requests for the desk. */
@Singleton
public class RequestMenu implements Menu {
    @Override
    public List<Item> items() {
        return List.of(new Item("/console/requests", "requests.nav", "person", 70, Set.of(Role.OPERATOR)));
    }
}
