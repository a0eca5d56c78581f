package vn.mscore.hotline.console;

import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Addresses of the styles and scripts of the pages. The address changes when any of them does, so a browser may keep
 * them for ever and asks for none of them when it shows the next page (RFC 8246). They hold nothing of anybody.
 */
@Singleton
public class AssetNames {
    private static final String FOLDER = "/assets/";
    private static final int DIGITS = 12;

    private volatile Set<String> names = Set.of();
    private volatile String prefix = FOLDER;

    /** Where the page finds the file {@code name}, for instance {@code console.css}. */
    public String address(String name) {
        return prefix + name;
    }

    /** Where the file of such an address lies; empty for addresses of another form, another program or of no file. */
    public Optional<String> file(String address) {
        return Optional.of(address)
                .filter(asked -> asked.startsWith(prefix) && names.contains(asked.substring(prefix.length())))
                .map(asked -> FOLDER + asked.substring(prefix.length()));
    }

    /** Where the file lies that an address of a program before or after this one meant. */
    public Optional<String> otherFile(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        return Optional.of(name)
                .filter(known -> names.contains(known) && address.matches(FOLDER + "~[0-9a-f]{12}/[a-z.-]+"))
                .map(known -> FOLDER + known);
    }

    /** Reads the files of the program once, when it starts. */
    public void read(ServletContext program) throws IOException {
        Set<String> paths = new TreeSet<>(program.getResourcePaths(FOLDER));
        paths.removeIf(path -> path.endsWith("/"));
        MessageDigest digest = sha256();
        for (String path : paths) {
            try (InputStream file = program.getResourceAsStream(path)) {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(file.readAllBytes());
            }
        }
        Set<String> found = new TreeSet<>();
        paths.forEach(path -> found.add(path.substring(FOLDER.length())));
        names = Set.copyOf(found);
        prefix = FOLDER + "~" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS) + "/";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
