package vn.mscore.hotline.wording.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.shared.Language;

/** Reads the files of {@code sms-templates/}, each from the deployer's folder when it is there, else from our own. */
final class TemplateFiles {
    private static final String OURS = "/templates/";

    private final Optional<Path> theirs;

    TemplateFiles(Optional<Path> theirs) {
        this.theirs = theirs;
    }

    /** Every text of a language by name: those with a file of their own, then the words. */
    Map<String, TemplateText> texts(Language language) {
        Map<String, TemplateText> all = new LinkedHashMap<>();
        for (String row : rows("names.tsv")) {
            String name = row.split("\t")[0];
            read(language.folder() + "/" + name + ".txt")
                    .ifPresent(text -> all.put(name, new TemplateText(text.replaceFirst("\\R\\z", ""))));
        }
        String words = language.folder() + "/words.tsv";
        // Ours first: a word that is newer than the deployer's file must not be missing.
        lay(all, ours(words));
        lay(all, read(words));
        return all;
    }

    private static void lay(Map<String, TemplateText> all, Optional<String> words) {
        filled(words).forEach(row -> {
            String[] column = row.split("\t", 2);
            all.put(column[0], new TemplateText(column.length == 2 ? column[1] : ""));
        });
    }

    /** The lines of a table that hold something. */
    List<String> rows(String file) {
        return filled(read(file));
    }

    private static List<String> filled(Optional<String> table) {
        return table.map(text -> text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .orElseGet(Stream::empty)
                .toList();
    }

    /** Names of the deployer's files that no table knows: typing mistakes that would never be used. */
    List<String> strangers(java.util.Set<String> names) {
        return theirs.stream()
                .flatMap(folder -> Stream.of(Language.values()).map(language -> folder.resolve(language.folder())))
                .filter(Files::isDirectory)
                .flatMap(TemplateFiles::entries)
                .map(file -> file.getFileName().toString())
                .filter(file -> !file.equals("words.tsv") && !names.contains(file.replaceFirst("\\.txt$", "")))
                .toList();
    }

    private static Stream<Path> entries(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> read(String file) {
        try {
            Optional<Path> own = theirs.map(folder -> folder.resolve(file)).filter(Files::isRegularFile);
            if (own.isPresent()) {
                return Optional.of(Files.readString(own.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ours(file);
    }

    private static Optional<String> ours(String file) {
        try (InputStream in = TemplateFiles.class.getResourceAsStream(OURS + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
