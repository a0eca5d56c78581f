package vn.mscore.hotline.launcher.backup;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a backup has already, each file once by whichever way it is reached, and the links that it leaves out. */
public final class Gathered {
    private final Set<String> files = new HashSet<>();
    private final SortedSet<Path> links = new TreeSet<>();

    /** Notes a file by where it really is, or, when it is laid aside for people, by where it goes; false when it is there. */
    boolean add(Area area, String path, Path file) {
        return files.add(area == Area.SETTINGS ? area + "/" + path : file.toString());
    }

    /** Every file, {@code SETTINGS/path} or where it really is. */
    public Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    void leave(Path link) {
        links.add(link);
    }

    /** The links that were left out, in order. */
    public SortedSet<Path> links() {
        return Collections.unmodifiableSortedSet(links);
    }
}
