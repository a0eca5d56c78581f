package vn.mscore.hotline.wording.speech;

import java.util.Optional;

/**
 * A row of {@code voices.tsv}.
 *
 * @param name of its folder
 * @param title in its own language
 * @param like the pack that speaks what this one lacks
 * @param tempo how fast its sounds are compared with those of {@code like}; below 1 they are made from those
 */
record VoicePack(String name, String title, Optional<String> like, Habit habit, double tempo) {
    private static final int COLUMNS = 7;

    /** Reads a row: pack, title, like, thousand, odd, four, tempo. */
    static VoicePack read(String row) {
        String[] column = row.split("\t", -1);
        if (column.length != COLUMNS
                || !column[0].matches("[a-z][a-z-]{1,20}")
                || !column[3].matches("nghin|ngan")
                || !column[4].matches("linh|le")
                || !column[5].matches("tu|bon")
                || !column[6].matches("1|0\\.[5-9][0-9]?")) {
            throw new PromptLine.Wrong("is no voice pack");
        }
        return new VoicePack(
                column[0],
                column[1],
                Optional.of(column[2]).filter(like -> !like.equals("-")),
                new Habit(column[3], column[4], column[5].equals("bon")),
                Double.parseDouble(column[6]));
    }

    /** Whether its sounds are slowed ones of another pack. */
    boolean slowed() {
        return tempo < 1;
    }
}
