package vn.mscore.hotline.sms.pdu;

import java.util.OptionalInt;

/**
 * TP-DCS (TS 23.038 clause 4).
 *
 * @param octet as on the air
 */
public record DataCoding(int octet) {
    /** The default alphabet, no class. */
    public static final DataCoding GSM7 = new DataCoding(0x00);

    /** Octets, no class. */
    public static final DataCoding BINARY = new DataCoding(0x04);

    /** UCS-2, no class. */
    public static final DataCoding UCS2 = new DataCoding(0x08);

    /** How the user data is to be read. */
    public enum Alphabet {
        /** GSM 7 bit. */
        GSM7,
        /** 8 bit data. */
        EIGHT_BIT,
        /** UCS-2, in practice UTF-16. */
        UCS2
    }

    /** The alphabet; reserved codings mean the default alphabet, as clause 4 asks. */
    public Alphabet alphabet() {
        int group = octet >> 4;
        if (group < 0x8) {
            return switch ((octet >> 2) & 0x03) {
                case 1 -> Alphabet.EIGHT_BIT;
                case 2 -> Alphabet.UCS2;
                default -> Alphabet.GSM7;
            };
        }
        if (group == 0xF) {
            return (octet & 0x04) != 0 ? Alphabet.EIGHT_BIT : Alphabet.GSM7;
        }
        return group == 0xE ? Alphabet.UCS2 : Alphabet.GSM7;
    }

    /** Class 0 (flash) to 3, when the coding tells one. */
    public OptionalInt messageClass() {
        int group = octet >> 4;
        boolean told = group == 0xF || (group < 0x8 && (octet & 0x10) != 0);
        return told ? OptionalInt.of(octet & 0x03) : OptionalInt.empty();
    }

    /** Whether the text is compressed (TS 23.042), which nobody sends and we do not read. */
    public boolean compressed() {
        return octet < 0x80 && (octet & 0x20) != 0;
    }

    /** Whether this is a message waiting indication: voice mail and the like. */
    public boolean messageWaiting() {
        int group = octet >> 4;
        return group >= 0xC && group <= 0xE;
    }

    /** Whether clause 4 reserves this value. */
    public boolean reserved() {
        int group = octet >> 4;
        return (group >= 0x8 && group <= 0xB) || (group < 0x8 && (octet & 0x0C) == 0x0C);
    }
}
