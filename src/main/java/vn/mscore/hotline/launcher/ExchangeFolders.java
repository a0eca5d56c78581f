package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folders of the private exchange, readable by nobody but who runs it, and the scripts that lie in them. */
final class ExchangeFolders {
    private static final List<String> SCRIPTS = List.of("get", "check", "start", "stop", "watch", "common");

    private ExchangeFolders() {}

    /** Makes {@code folder} for its owner only, with those above it. */
    static void make(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** The scripts of {@code ivr-scripts/asterisk}, written into {@code home/bin}; tells where. */
    static Path scripts(Path home) throws IOException {
        make(home);
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String name : SCRIPTS) {
            Path script = bin.resolve(name);
            Files.writeString(script, ExchangeTemplates.packed("/ivr/asterisk/" + name));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bin;
    }

    /** Where the unpacked Asterisk lies when the deployer names no place: kept between builds, shared by the gateways of a user. */
    static Path cache() {
        String home = System.getProperty("user.home");
        String own = System.getenv().getOrDefault("XDG_CACHE_HOME", home + "/.cache");
        // What root unpacks must be readable by the ordinary user as whom it then runs.
        boolean root = "root".equals(System.getProperty("user.name"));
        return Path.of(root ? "/var/cache" : own, "hotline", "asterisk");
    }
}
