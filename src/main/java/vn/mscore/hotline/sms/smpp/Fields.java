package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jsmpp.SMPPConstant;

/** A reader over the body of one PDU that never runs over its end. */
final class Fields {
    /** Longest C-string of an id or address with room to spare; the standard's own limits are lower. */
    static final int ID = 80;

    private static final int TLV_HEADER = 4;

    private final byte[] octets;
    private int position;

    Fields(byte[] octets) {
        this.octets = octets;
    }

    /** One octet, 0 to 255. */
    int octet() throws BadPdu {
        return octets(1)[0] & 0xFF;
    }

    /** {@code count} octets. */
    byte[] octets(int count) throws BadPdu {
        if (count > octets.length - position) {
            throw new BadPdu(SMPPConstant.STAT_ESME_RINVMSGLEN, "ends too early");
        }
        position += count;
        return Arrays.copyOfRange(octets, position - count, position);
    }

    /** A C-string of at most {@code longest} characters. */
    String text(int longest) throws BadPdu {
        int end = position;
        while (end < octets.length && octets[end] != 0) {
            end++;
        }
        if (end == octets.length || end - position > longest) {
            throw new BadPdu(SMPPConstant.STAT_ESME_RINVCMDLEN, "a string without an end or too long");
        }
        String text = new String(octets, position, end - position, StandardCharsets.ISO_8859_1);
        position = end + 1;
        return text;
    }

    /** All optional parameters by their tag; the last of a kind counts. */
    Map<Integer, byte[]> parameters() throws BadPdu {
        Map<Integer, byte[]> parameters = new HashMap<>();
        while (position < octets.length) {
            boolean whole = octets.length - position >= TLV_HEADER;
            int tag = whole ? octet() << 8 | octet() : 0;
            int length = whole ? octet() << 8 | octet() : Integer.MAX_VALUE;
            if (length > octets.length - position) {
                throw new BadPdu(SMPPConstant.STAT_ESME_RINVTLVSTREAM, "an optional parameter over the end");
            }
            parameters.put(tag, octets(length));
        }
        return parameters;
    }
}
