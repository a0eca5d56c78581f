package vn.mscore.hotline.sms.pdu;

/** Seven-bit characters packed into octets, least significant bit first (TS 23.038 6.1.2.1). */
final class Septets {
    private Septets() {}

    /** Packs {@code septets} after {@code fill} zero bits (the padding behind a user data header). */
    static byte[] pack(byte[] septets, int fill) {
        byte[] octets = new byte[(septets.length * 7 + fill + 7) / 8];
        int bit = fill;
        for (byte septet : septets) {
            int shifted = (septet & 0x7F) << (bit % 8);
            octets[bit / 8] |= (byte) shifted;
            if (shifted > 0xFF) {
                octets[bit / 8 + 1] |= (byte) (shifted >> 8);
            }
            bit += 7;
        }
        return octets;
    }

    /** Reads up to {@code count} septets from bit {@code offset} on, as many as are there. */
    static byte[] unpack(byte[] octets, int offset, int count) {
        int available = Math.max(0, (octets.length * 8 - offset) / 7);
        byte[] septets = new byte[Math.max(0, Math.min(count, available))];
        int bit = offset;
        for (int i = 0; i < septets.length; i++) {
            int low = (octets[bit / 8] & 0xFF) >> (bit % 8);
            int high = bit % 8 > 1 ? (octets[bit / 8 + 1] & 0xFF) << (8 - bit % 8) : 0;
            septets[i] = (byte) ((low | high) & 0x7F);
            bit += 7;
        }
        return septets;
    }
}
