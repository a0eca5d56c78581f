package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Looks for words in every byte that a gateway or an exchange left on disk, and in the names of the files. */
public final class DiskSearch {
    private final List<byte[]> wanted;
    private final List<String> hits = new ArrayList<>();
    private long bytes;

    /** For {@code words} of ASCII. */
    public DiskSearch(List<String> words) {
        wanted = words.stream()
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /** Searches all files but the programs of the database and the container, which are as they were packed. */
    public void below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(DiskSearch::isOurs)
                    .toList()) {
                search(file.toString(), Files.readAllBytes(file));
                search("the name of " + file, file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Where what was found. */
    public List<String> hits() {
        return hits;
    }

    /** How many bytes were searched. */
    public long bytes() {
        return bytes;
    }

    private static boolean isOurs(Path file) {
        String path = file.toString();
        return !path.contains("/mariadb/base/") && !path.endsWith(".jar");
    }

    /** Searches what lies at {@code place}. */
    public void search(String place, byte[] content) {
        bytes += content.length;
        wanted.stream()
                .filter(word -> contains(content, word))
                .forEach(word -> hits.add(place + ": " + new String(word, StandardCharsets.US_ASCII)));
    }

    private static boolean contains(byte[] content, byte[] word) {
        for (int i = 0; i <= content.length - word.length; i++) {
            if (content[i] == word[0] && Arrays.equals(content, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
