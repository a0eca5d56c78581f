package vn.mscore.hotline.complaint;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * The only name of a sealed case outside its two custodians: 128 random bits, in no order and no relation to the ticket
 * (security R3, L5).
 *
 * @param hex 32 hexadecimal digits, lower case
 */
public record Pseudonym(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");
    private static final int SHORT = 8;

    /** Refuses anything else. */
    public Pseudonym {
        Require.that(SHAPE.matcher(hex).matches(), "not a pseudonym");
    }

    /** Reads what stood in an address; empty for anything else. */
    public static Optional<Pseudonym> parse(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new Pseudonym(text)) : Optional.empty();
    }

    /** Its beginning in two groups, for people to say and compare: {@code 7f3a 90c1}. */
    public String spoken() {
        return hex.substring(0, SHORT / 2) + " " + hex.substring(SHORT / 2, SHORT);
    }

    @Override
    public String toString() {
        return hex;
    }
}
