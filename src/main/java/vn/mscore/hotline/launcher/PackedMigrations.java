package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The versions of the schema that this program has migrations for, found without asking a database. */
final class PackedMigrations {
    private static final Pattern NAME = Pattern.compile("(?:.*/)?db/V(\\d{1,9})__[^/]*\\.sql");

    private PackedMigrations() {}

    /** Refuses a version that is not among them. */
    static void refuseUnknown(String version) throws StartRefused {
        TreeSet<Integer> known = versions();
        boolean number = version.matches("\\d{1,9}");
        if (number && Integer.parseInt(version) > known.last()) {
            throw new StartRefused("the backup was made by a newer version of the program: its schema is " + version
                    + ", the newest known here is " + known.last());
        }
        if (!number || !known.contains(Integer.parseInt(version))) {
            throw new StartRefused("the backup's schema " + version + " is unknown to this program");
        }
    }

    static TreeSet<Integer> versions() {
        try {
            Path home = Path.of(PackedMigrations.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            TreeSet<Integer> versions = new TreeSet<>();
            for (String name : Files.isDirectory(home) ? files(home) : entries(home)) {
                Matcher migration = NAME.matcher(name);
                if (migration.matches()) {
                    versions.add(Integer.valueOf(migration.group(1)));
                }
            }
            return versions;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the migrations are not packed", e);
        }
    }

    private static List<String> files(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("db"))) {
            return files.map(Path::toString).toList();
        }
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }
}
