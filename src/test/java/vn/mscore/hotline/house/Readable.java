package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What can be read in bytes that came from somewhere. */
public final class Readable {
    /** In the properties of a spreadsheet. */
    private static final Pattern MADE = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");

    private static final Pattern ROW = Pattern.compile("<tr[ >]|<li[ >]|<option[ >]|\r\n");

    private Readable() {}

    /** The bytes as UTF-8; of a ZIP file the names and the contents of what is inside, without the moment it was made. */
    public static String text(byte[] bytes) throws IOException {
        return isPacked(bytes)
                ? MADE.matcher(unpacked(bytes)).replaceAll("$1")
                : new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many rows of tables, entries of lists and lines of files there are at most. */
    static long rows(String body) {
        return ROW.matcher(body).results().count();
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** By its table of contents: what is written piece by piece has no lengths before its parts. */
    private static String unpacked(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("readable", ".zip");
        try {
            Files.write(file, bytes);
            StringBuilder all = new StringBuilder();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    String content = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    all.append(entry.getName()).append('\n').append(content).append('\n');
                }
            }
            return all.toString();
        } finally {
            Files.delete(file);
        }
    }
}
