package vn.mscore.hotline.console.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places of a recording in a note: {@code 0:42 nói về sổ đỏ}. */
public final class NoteTimes {
    private static final Pattern TIME = Pattern.compile("(?<![\\d:])(\\d{1,2}):([0-5]\\d)(?![\\d:])");
    private static final int MINUTE = 60;

    /** For templates. */
    public NoteTimes() {}

    /**
     * A piece of a note.
     *
     * @param seconds where it points to in the recording, -1 for plain words
     */
    public record Piece(String text, int seconds) {
        /** Whether it is a place in the recording. */
        public boolean isTime() {
            return seconds >= 0;
        }
    }

    /** The note in pieces; together they are its text. */
    public List<Piece> pieces(String note) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = TIME.matcher(note);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Piece(note.substring(from, matcher.start()), -1));
            }
            int seconds = Integer.parseInt(matcher.group(1)) * MINUTE + Integer.parseInt(matcher.group(2));
            pieces.add(new Piece(matcher.group(), seconds));
            from = matcher.end();
        }
        if (from < note.length()) {
            pieces.add(new Piece(note.substring(from), -1));
        }
        return pieces;
    }
}
