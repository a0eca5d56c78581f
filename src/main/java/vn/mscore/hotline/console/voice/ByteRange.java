package vn.mscore.hotline.console.voice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes of a file (RFC 9110, 14.1.2).
 *
 * @param from first byte
 * @param to last byte, {@code from - 1} when the range lies outside the file
 */
record ByteRange(long from, long to) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * What a {@code Range} header asks for of a file of {@code size} bytes; empty when it asks for everything, for several
     * ranges, or for nothing that can be read: then the whole file is the answer.
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher asked = ONE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (asked.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(asked.group(2)));
            return Optional.of(last == 0 ? new ByteRange(size, size - 1) : new ByteRange(size - last, size - 1));
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
        if (from > to && !asked.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(from >= size ? new ByteRange(from, from - 1) : new ByteRange(from, Math.min(to, size - 1)));
    }

    /** Whether any byte of the file is in it. */
    boolean satisfiable() {
        return to >= from;
    }

    long length() {
        return to - from + 1;
    }
}
