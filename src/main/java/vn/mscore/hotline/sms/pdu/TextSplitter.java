package vn.mscore.hotline.sms.pdu;

import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.shared.Require;

/**
 * Cuts a text into parts that fit (TS 23.040 9.2.3.24.1): 160/153 septets (152 with a 16-bit reference) or, when a
 * character is not in the GSM alphabet, 70/67 UCS-2 characters (66). Never cuts an escape sequence or a surrogate pair.
 */
public final class TextSplitter {
    private static final int SINGLE_SEPTETS = 160;
    private static final int SINGLE_UNITS = 70;
    private static final int MAX_PARTS = 255;

    private TextSplitter() {}

    /**
     * The user data of each part; one without header when the text fits one.
     *
     * @param reference common to all parts, and different from other messages to the same number
     * @param bits 8 or 16
     * @throws IllegalArgumentException when the text needs more than 255 parts
     */
    public static List<MessageBody> split(String text, int reference, int bits) {
        return split(text, reference, bits, MessageBody.fitsGsm7(text));
    }

    /** The same in the alphabet the caller chose: UCS-2 unless {@code gsm7}. */
    public static List<MessageBody> split(String text, int reference, int bits, boolean gsm7) {
        if (length(text, gsm7) <= (gsm7 ? SINGLE_SEPTETS : SINGLE_UNITS)) {
            return List.of(part(text, gsm7, Udh.NONE));
        }
        int room = gsm7 ? (bits == 16 ? 152 : 153) : (bits == 16 ? 66 : 67);
        List<String> pieces = pieces(text, gsm7, room);
        Require.that(pieces.size() <= MAX_PARTS, "text needs more than 255 parts");
        List<MessageBody> parts = new ArrayList<>();
        for (String piece : pieces) {
            Udh.Concat concat = new Udh.Concat(reference, bits, pieces.size(), parts.size() + 1);
            parts.add(part(piece, gsm7, Udh.concat(concat)));
        }
        return parts;
    }

    private static MessageBody part(String text, boolean gsm7, Udh header) {
        return gsm7 ? MessageBody.gsm7(text, header) : MessageBody.ucs2(text, header);
    }

    private static List<String> pieces(String text, boolean gsm7, int room) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, gsm7, room);
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /** Where a piece that begins at {@code start} must end. */
    private static int end(String text, int start, boolean gsm7, int room) {
        int used = 0;
        int end = start;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            used += gsm7 ? Alphabet.DEFAULT.size(text.charAt(end)) : next - end;
            if (used > room) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** How long the network counts a text: septets, or UTF-16 units. */
    public static int length(String text, boolean gsm7) {
        return gsm7 ? Alphabet.DEFAULT.length(text) : text.length();
    }
}
