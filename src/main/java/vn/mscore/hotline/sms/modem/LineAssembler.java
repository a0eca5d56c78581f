package vn.mscore.hotline.sms.modem;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts octets into lines. Either of CR and LF ends a line, empty lines vanish, a {@code >} at the start of a line is the
 * prompt whatever follows it, control characters are dropped, and a line over 4 KB ends the wire.
 */
final class LineAssembler {
    static final int MAX_LINE = 4096;

    private final byte[] line = new byte[MAX_LINE];
    private int length;
    private boolean overflow;

    /** Takes {@code count} octets; false when the wire must be given up. */
    boolean feed(byte[] octets, int count, Consumer<AtToken> out) {
        for (int i = 0; i < count && !overflow; i++) {
            take(octets[i], out);
        }
        if (overflow) {
            out.accept(new AtToken.Gone("line longer than 4 KB"));
        }
        return !overflow;
    }

    private void take(byte octet, Consumer<AtToken> out) {
        if (octet == '\r' || octet == '\n') {
            emit(out);
        } else if (length == 0 && octet == '>') {
            out.accept(new AtToken.Prompt());
        } else if ((octet < 0 || octet >= ' ') && !(length == 0 && octet == ' ')) {
            if (length == MAX_LINE) {
                overflow = true;
                return;
            }
            line[length++] = octet;
        }
    }

    private void emit(Consumer<AtToken> out) {
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
        length = 0;
        if (!text.isEmpty()) {
            out.accept(new AtToken.Line(text));
        }
    }
}
