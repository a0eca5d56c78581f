package vn.mscore.hotline.shared;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form, for instance {@code +84912345678}. Never printed in clear: {@link #toString()} is
 * masked, only {@link #e164()} tells it.
 *
 * @param e164 plus sign and 8 to 15 digits (ITU-T E.164)
 */
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern LANDLINE = Pattern.compile("\\+842\\d{9}");
    private static final Pattern VIETNAMESE_MOBILE = Pattern.compile(
            "\\+84(?:(?:5(?:2[238]|59)|89[6-9]|99[013-9])\\d{6}|(?:3\\d|5[1689]|7[06-9]|8[1-8]|9[0-8])\\d{7})");

    /** Prefixes of eleven digits and what they became on 15 September 2018; the last seven digits stayed. */
    private static final Map<String, String> ELEVEN_TO_TEN = Map.ofEntries(
            Map.entry("120", "70"),
            Map.entry("121", "79"),
            Map.entry("122", "77"),
            Map.entry("126", "76"),
            Map.entry("128", "78"),
            Map.entry("123", "83"),
            Map.entry("124", "84"),
            Map.entry("125", "85"),
            Map.entry("127", "81"),
            Map.entry("129", "82"),
            Map.entry("162", "32"),
            Map.entry("163", "33"),
            Map.entry("164", "34"),
            Map.entry("165", "35"),
            Map.entry("166", "36"),
            Map.entry("167", "37"),
            Map.entry("168", "38"),
            Map.entry("169", "39"),
            Map.entry("186", "56"),
            Map.entry("188", "58"),
            Map.entry("199", "59"));

    /**
     * The area code of Quảng Trị until 17 June 2017 and the one since (QĐ 2036/QĐ-BTTTT); the seven digits stayed. That of
     * Quảng Bình, 52, is no longer to be told from mobile numbers.
     */
    private static final String OLD_AREA = "53";

    private static final String AREA = "233";

    /** Refuses anything that is not E.164: use {@link #parse} for what people and networks write. */
    public PhoneNumber {
        Require.that(E164.matcher(e164).matches(), "not an E.164 number");
    }

    /**
     * Reads what people and networks write: {@code 0912 345 678}, {@code 84912345678}, {@code +84...}, {@code 0084...},
     * and the eleven-digit mobile numbers of before 2018 and the province's landlines of before 2017. Empty for names, short codes and anything else.
     */
    public static Optional<PhoneNumber> parse(String raw) {
        String digits = raw == null ? "" : raw.replaceAll("[\\s.()-]", "");
        String national = national(digits);
        return e164(national == null ? digits : "+84" + renumbered(national));
    }

    private static Optional<PhoneNumber> e164(String candidate) {
        return E164.matcher(candidate).matches() ? Optional.of(new PhoneNumber(candidate)) : Optional.empty();
    }

    private static String national(String digits) {
        for (String prefix : new String[] {"+84", "0084", "84", "0"}) {
            // "+84(0)912..." has the zero of the national spelling too.
            String rest = digits.startsWith(prefix) ? digits.substring(prefix.length()) : "";
            String bare = prefix.length() > 1 ? rest.replaceFirst("^0", "") : rest;
            if (bare.matches("[1-9]\\d{8,9}")) {
                return bare;
            }
        }
        return null;
    }

    private static String renumbered(String national) {
        if (national.length() == 9 && national.startsWith(OLD_AREA)) {
            return AREA + national.substring(OLD_AREA.length());
        }
        String successor = national.length() == 10 ? ELEVEN_TO_TEN.get(national.substring(0, 3)) : null;
        return successor == null ? national : successor + national.substring(3);
    }

    /** Whether this is a mobile number of Vietnam's plan (libphonenumber metadata): the kind we text unless told otherwise. */
    public boolean isVietnameseMobile() {
        return VIETNAMESE_MOBILE.matcher(e164).matches();
    }

    /** Whether who is called there costs nobody anything: mobiles and landlines of this country. */
    public boolean isCallable() {
        return isVietnameseMobile() || LANDLINE.matcher(e164).matches();
    }

    /** The national spelling with the trunk zero, {@code 0912345678}; foreign numbers stay E.164. */
    public String local() {
        return e164.startsWith("+84") ? "0" + e164.substring(3) : e164;
    }

    /** As people of the offices see it unless they ask for more: {@code 09•• ••• 123}. */
    public String masked() {
        String local = local();
        return local.substring(0, 2) + "•• ••• " + local.substring(local.length() - 3);
    }

    /** Masked as {@code +84*****678}: safe for logs and screens. */
    @Override
    public String toString() {
        return e164.substring(0, 3) + "*****" + e164.substring(e164.length() - 3);
    }
}
