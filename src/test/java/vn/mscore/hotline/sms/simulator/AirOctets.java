package vn.mscore.hotline.sms.simulator;

/** The network's own coding for tests of other rooms, which make their messages by hand: written apart from the gateway's. */
public final class AirOctets {
    private AirOctets() {}

    /** Whether the default alphabet and its extension hold every character (3GPP TS 23.038 6.2.1). */
    public static boolean fitsSeptets(String text) {
        return AirAlphabet.fits(text);
    }

    /** One septet in each octet; extended characters take two. */
    public static byte[] septets(String text) {
        return AirAlphabet.septets(text);
    }

    /** Septets packed into octets, {@code skip} of them free in front for a header. */
    public static byte[] packed(byte[] septets, int skip) {
        return AirAlphabet.pack(septets, skip);
    }

    /** An address (3GPP TS 23.040 9.1.2.5): international with plus sign, digits, or a name. */
    public static byte[] address(String number) {
        return AirPdu.address(number);
    }
}
