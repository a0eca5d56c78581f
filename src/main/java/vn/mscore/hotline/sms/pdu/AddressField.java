package vn.mscore.hotline.sms.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * An address (TS 23.040 9.1.2.5): a number, a short code or a name.
 *
 * @param type the octet with type of number and numbering plan, 0x91 international, 0x81 unknown, 0xD0 a name
 * @param value digits (with + when international; {@code *#abc} may occur) or the name; may be empty
 */
public record AddressField(int type, String value) {
    private static final String DIGITS = "0123456789*#abc";
    private static final int INTERNATIONAL = 0x91;
    private static final int UNKNOWN = 0x81;
    private static final int NAME = 0xD0;
    private static final int TYPE_INTERNATIONAL = 1;
    private static final int TYPE_NATIONAL = 2;
    private static final int TYPE_NAME = 5;

    /** A mobile number has nine digits behind its zero, a landline up to ten; with 84 in front it has eleven or more. */
    private static final String WITHOUT_ITS_ZERO = "[1-9]\\d{8,9}";

    private static final int MAX_SERVICE_CENTRE = 11;
    private static final int MAX_DIGITS = 20;
    private static final int MAX_NAME = 11;

    /** The address as it would go on the air: {@code +84...} international, digits as they are, anything else a name. */
    public static AddressField of(String value) {
        return new AddressField(value.matches("\\+[0-9]{1,20}") ? INTERNATIONAL : digitsOrName(value), value);
    }

    private static int digitsOrName(String value) {
        return value.matches("[0-9*#abc]{0,20}") ? UNKNOWN : NAME;
    }

    /** Whether this is a name, which cannot be answered. */
    public boolean alphanumeric() {
        return (type & 0x70) == 0x50;
    }

    /** {@link #party(int, String)} of this. */
    public String party() {
        return party(type >> 4 & 7, value);
    }

    /**
     * Who it is, so that a number can be answered: digits with + for international, with a zero for national; a name stays
     * one even when it is written in digits. Some centres write a national number as an international one and the other
     * way round: those stay as they are written.
     *
     * @param typeOfNumber the same in GSM (TS 23.040 9.1.2.5) and SMPP (3.4 5.2.5)
     */
    public static String party(int typeOfNumber, String written) {
        return switch (typeOfNumber) {
            case TYPE_INTERNATIONAL -> international(written);
            case TYPE_NATIONAL -> written.matches(WITHOUT_ITS_ZERO) ? "0" + written : written;
            case TYPE_NAME -> written.matches("[+0-9\\s.()-]+") ? "\"" + written + "\"" : written;
            default -> written;
        };
    }

    private static String international(String written) {
        String digits = written.startsWith("+") ? written.substring(1) : written;
        String numbered = digits.startsWith("0") ? digits : "+" + digits;
        return digits.matches("\\d+") ? numbered : written;
    }

    /** Reads TP-OA, TP-DA or TP-RA: the length counts semi-octets. */
    static AddressField decode(Octets in) {
        int length = in.next();
        int type = in.next();
        return read(type, length, in.next((length + 1) / 2));
    }

    /** Reads the service centre's address: the length counts octets (TS 24.011 8.2.5.1). */
    static Optional<AddressField> serviceCentre(Octets in) {
        int length = in.next();
        if (length == 0) {
            return Optional.empty();
        }
        if (length > MAX_SERVICE_CENTRE) {
            throw new PduException("service centre address longer than 11 octets");
        }
        int type = in.next();
        return Optional.of(read(type, 2 * (length - 1), in.next(length - 1)));
    }

    private static AddressField read(int type, int semiOctets, byte[] octets) {
        if ((type & 0x70) == 0x50) {
            byte[] septets = Septets.unpack(octets, 0, semiOctets * 4 / 7);
            return new AddressField(type, Alphabet.DEFAULT.decode(septets).text());
        }
        StringBuilder digits = new StringBuilder((type & 0x70) == 0x10 ? "+" : "");
        for (int i = 0; i < semiOctets; i++) {
            int nibble = i % 2 == 0 ? octets[i / 2] & 0x0F : (octets[i / 2] >> 4) & 0x0F;
            if (nibble < DIGITS.length()) {
                digits.append(DIGITS.charAt(nibble));
            }
        }
        return new AddressField(type, digits.toString());
    }

    void encode(ByteArrayOutputStream out) {
        byte[] septets = alphanumeric() ? septets() : new byte[0];
        out.write(alphanumeric() ? (septets.length * 7 + 3) / 4 : digits().length());
        out.write(type);
        out.writeBytes(alphanumeric() ? Septets.pack(septets, 0) : semiOctets());
    }

    private byte[] septets() {
        byte[] septets = Alphabet.DEFAULT.encode(value).orElseThrow(this::unsendable);
        if (septets.length > MAX_NAME) {
            throw unsendable();
        }
        return septets;
    }

    /** A centre has digits; a name would go out as other digits. */
    void encodeServiceCentre(ByteArrayOutputStream out) {
        if (alphanumeric()) {
            throw unsendable();
        }
        byte[] packed = semiOctets();
        out.write(packed.length + 1);
        out.write(type);
        out.writeBytes(packed);
    }

    private String digits() {
        return value.startsWith("+") ? value.substring(1) : value;
    }

    private byte[] semiOctets() {
        String digits = digits();
        if (digits.length() > MAX_DIGITS) {
            throw unsendable();
        }
        byte[] packed = new byte[(digits.length() + 1) / 2];
        for (int i = 0; i < 2 * packed.length; i++) {
            int nibble = i < digits.length() ? DIGITS.indexOf(digits.charAt(i)) : 0x0F;
            if (nibble < 0) {
                throw unsendable();
            }
            packed[i / 2] |= (byte) (i % 2 == 0 ? nibble : nibble << 4);
        }
        return packed;
    }

    private IllegalArgumentException unsendable() {
        return new IllegalArgumentException("an address that cannot be encoded");
    }

    /** Masked: numbers do not belong into logs. */
    @Override
    public String toString() {
        return value.length() < 6 ? "***" : value.substring(0, 3) + "***" + value.substring(value.length() - 2);
    }
}
