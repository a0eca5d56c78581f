package vn.mscore.hotline.sms.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/** Addresses in figures with the same first {@code bits}, as {@code 203.0.113.0/24} or one of its own. */
record AddressRange(byte[] octets, int bits) {
    private static final String FIGURE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern VERSION_4 = Pattern.compile(FIGURE + "(\\." + FIGURE + "){3}");
    private static final Pattern VERSION_6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final int OCTET = 8;

    /**
     * Reads a list with commas.
     *
     * @throws IllegalArgumentException when one is none
     */
    static List<AddressRange> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(part -> parse(part.strip()))
                .toList();
    }

    private static AddressRange parse(String text) {
        String[] halves = text.split("/", 2);
        Optional<byte[]> octets = octets(halves[0]);
        boolean shaped = octets.isPresent() && (halves.length == 1 || halves[1].matches("[0-9]{1,3}"));
        Require.that(shaped, "must be addresses in figures, as 203.0.113.7,198.51.100.0/24");
        int all = octets.get().length * OCTET;
        int bits = halves.length == 1 ? all : Integer.parseInt(halves[1]);
        Require.that(bits <= all, "has a range with more bits than the address");
        return new AddressRange(octets.get(), bits);
    }

    /** Never asks a name server: that is done for what has neither four figures nor a colon. */
    private static Optional<byte[]> octets(String text) {
        if (!VERSION_4.matcher(text).matches() && !VERSION_6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether {@code address} is one of them. */
    boolean has(String address) {
        return octets(address.replaceAll("%.*", "")).filter(this::has).isPresent();
    }

    private boolean has(byte[] other) {
        if (other.length != octets.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % OCTET;
            if (((octets[bit / OCTET] ^ other[bit / OCTET]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
