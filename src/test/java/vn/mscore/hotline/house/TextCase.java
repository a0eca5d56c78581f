package vn.mscore.hotline.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.mscore.hotline.sms.simulator.AirOctets;

/**
 * A row of {@code every-line.tsv}: a text as it lies on the air, and what becomes of it whatever line it comes by.
 *
 * @param row of the table of bad input
 * @param lines the kinds of lines that can bring it: M, S, H
 * @param form what is unusual about sender, alphabet, header or parts
 * @param text what is written
 * @param answers names of the templates that answer it, in the order of their names
 * @param kept what is stored
 * @param words what an operator reads
 */
record TextCase(
        String name,
        String row,
        String lines,
        List<String> form,
        String text,
        List<String> answers,
        Kept kept,
        String words) {
    private static final Pattern LONG = Pattern.compile("\\{(words|từ):(\\d+)}");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final int FEW_SEPTETS = 153;
    private static final int FEW_UNITS = 67;

    /** What is in the tables afterwards. */
    enum Kept {
        /** A message, no ticket. */
        MESSAGE,
        /** A message and its ticket, which the desk reads. */
        TICKET,
        /** A message and its ticket in the sealed lane. */
        SECRET,
        /** Two messages in one ticket. */
        TWO,
        /** Two messages in one ticket of the sealed lane. */
        TWO_SECRET,
        /** Two messages, each with a ticket of its own. */
        APART,
        /** A part for a machine, no message. */
        MACHINE,
        /** Octets nobody can read, kept for a person. */
        QUAR;

        int messages() {
            return switch (this) {
                case MESSAGE, TICKET, SECRET -> 1;
                case TWO, TWO_SECRET, APART -> 2;
                case MACHINE, QUAR -> 0;
            };
        }
    }

    static List<TextCase> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TextCase.class.getResourceAsStream("/sms/every-line.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TextCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextCase of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 8) {
            throw new IllegalArgumentException(cells.length + " cells: " + line);
        }
        String text = plain(cells[4]);
        return new TextCase(
                cells[0],
                cells[1],
                cells[2],
                words(cells[3]),
                text,
                words(cells[5]),
                Kept.valueOf(cells[6]),
                cells[7].equals("=") ? text : plain(cells[7]));
    }

    private static List<String> words(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" "));
    }

    private static String plain(String cell) {
        String whole = LONG.matcher(cell).replaceAll(found -> filler(found.group(1), Integer.parseInt(found.group(2))));
        return ESCAPED.matcher(whole)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    /** Numbered words, so that parts in a wrong order show. */
    private static String filler(String word, int length) {
        return IntStream.rangeClosed(1, length / 4)
                .mapToObj(i -> word + i)
                .collect(Collectors.joining(" "))
                .substring(0, length - 1)
                .concat(".");
    }

    boolean by(Line line) {
        return lines.indexOf(line.letter()) >= 0;
    }

    boolean isSecret() {
        return kept == Kept.SECRET || kept == Kept.TWO_SECRET;
    }

    /** The number of the part that comes when the text was handed over without it; 0 for none. */
    int late() {
        return value("late").map(Integer::valueOf).orElse(0);
    }

    boolean has(String word) {
        return form.contains(word);
    }

    Optional<String> value(String key) {
        return form.stream()
                .filter(word -> word.startsWith(key + ":"))
                .map(word -> plain(word.substring(key.length() + 1)))
                .findFirst();
    }

    /** What {@code line} brings, in its order; {@code said} is the text with its placeholders filled in. */
    List<Piece> pieces(String said, int reference) {
        if (has("mixed")) {
            return interleaved(said.split("\\|"), reference);
        }
        int coding = value("dcs").map(hex -> Integer.parseInt(hex, 16)).orElse(wide(said) ? Piece.WIDE : 0);
        byte[] header = value("udh").map(HexFormat.of()::parseHex).orElse(new byte[0]);
        int protocol = value("pid").map(hex -> Integer.parseInt(hex, 16)).orElse(0);
        if (value("raw").isPresent()) {
            return List.of(new Piece(said, HexFormat.of().parseHex(value("raw").get()), coding, header, protocol));
        }
        List<Piece> pieces = cut(said, coding, reference);
        if (pieces.size() > 1) {
            return has("backwards")
                    ? IntStream.iterate(pieces.size() - 1, i -> i >= 0, i -> i - 1)
                            .mapToObj(pieces::get)
                            .toList()
                    : pieces;
        }
        return List.of(new Piece(said, characters(said, coding), coding, header, protocol));
    }

    private boolean wide(String said) {
        return has("wide") || !AirOctets.fitsSeptets(said);
    }

    private List<Piece> cut(String said, int coding, int reference) {
        boolean wide = coding == Piece.WIDE;
        boolean whole = (wide ? said.length() : AirOctets.septets(said).length) <= (wide ? 70 : 160);
        int units = value("cut").map(Integer::valueOf).orElse(wide ? FEW_UNITS : FEW_SEPTETS);
        List<String> texts = whole && value("cut").isEmpty() ? List.of(said) : Piece.cut(said, units, wide);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int total = value("total").map(Integer::valueOf).orElse(texts.size());
            byte[] header = {5, 0, 3, (byte) reference, (byte) total, (byte) (i + 1)};
            int own = has("alternate") && i % 2 == 1 ? Piece.WIDE : coding;
            pieces.add(new Piece(texts.get(i), characters(texts.get(i), own), own, header, 0));
        }
        return pieces;
    }

    private List<Piece> interleaved(String[] texts, int reference) {
        List<Piece> one = cut(texts[0], 0, reference);
        List<Piece> two = cut(texts[1], 0, reference);
        List<Piece> both = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), two.size()); i++) {
            int at = i;
            List.of(one, two)
                    .forEach(pieces -> both.addAll(at < pieces.size() ? pieces.subList(at, at + 1) : List.of()));
        }
        return both;
    }

    private static byte[] characters(String text, int coding) {
        boolean septets = new Piece(text, new byte[0], coding, new byte[0], 0).septets();
        return septets ? AirOctets.septets(text) : Piece.units(text);
    }

    @Override
    public String toString() {
        return "row " + row + ": " + name;
    }
}
