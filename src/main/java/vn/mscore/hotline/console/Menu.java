package vn.mscore.hotline.console;

import java.util.List;
import java.util.Set;
import vn.mscore.hotline.access.Role;

/** What an area of the screens puts into the navigation: each area has one singleton that implements this. */
public interface Menu {
    /** Its entries. */
    List<Item> items();

    /** How many things behind an entry of this area press, 0 for none; asked with every page, so from memory. */
    default int pressing(Item item) {
        return 0;
    }

    /**
     * An entry.
     *
     * @param path absolute: {@code /console/queue}
     * @param word key of its name in the words files
     * @param icon name of a symbol in {@code assets/icons.svg}
     * @param order place from left to right; the first entry of a role is its home
     * @param roles who sees it
     */
    record Item(String path, String word, String icon, int order, Set<Role> roles) {}
}
