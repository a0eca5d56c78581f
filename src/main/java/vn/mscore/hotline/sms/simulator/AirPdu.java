package vn.mscore.hotline.sms.simulator;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What goes over the air, from the network's end: makes SMS-DELIVER and SMS-STATUS-REPORT (3GPP TS 23.040 9.2.2). */
final class AirPdu {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int HEADER_SEPTETS = 7;

    private AirPdu() {}

    /** SMS-DELIVERs of a whole text, in order; {@code reference} joins them when there are several. */
    static List<byte[]> deliver(String from, String text, int reference, Instant at) {
        List<String> parts = AirAlphabet.split(text);
        boolean plain = AirAlphabet.fits(text);
        List<byte[]> pdus = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            byte[] header = {5, 0, 3, (byte) reference, (byte) parts.size(), (byte) (i + 1)};
            ByteArrayOutputStream out = start(parts.size() > 1, from);
            out.write(0);
            out.write(plain ? 0x00 : 0x08);
            out.writeBytes(timestamp(at));
            userContent(out, parts.get(i), parts.size() > 1 ? header : new byte[0], plain);
            pdus.add(out.toByteArray());
        }
        return pdus;
    }

    private static void userContent(ByteArrayOutputStream out, String part, byte[] header, boolean plain) {
        if (plain) {
            byte[] septets = AirAlphabet.septets(part);
            int skip = header.length == 0 ? 0 : HEADER_SEPTETS;
            byte[] packed = AirAlphabet.pack(septets, skip);
            System.arraycopy(header, 0, packed, 0, header.length);
            out.write(septets.length + skip);
            out.writeBytes(packed);
        } else {
            byte[] octets = AirAlphabet.ucs2(part);
            out.write(header.length + octets.length);
            out.writeBytes(header);
            out.writeBytes(octets);
        }
    }

    /** Turns a message submitted by one modem into the one another modem gets. */
    static byte[] forward(String from, Submitted submitted, Instant at) {
        ByteArrayOutputStream out = start(submitted.headed(), from);
        out.write(submitted.protocol());
        out.write(submitted.coding());
        out.writeBytes(timestamp(at));
        out.write(submitted.length());
        out.writeBytes(submitted.octets());
        return out.toByteArray();
    }

    private static ByteArrayOutputStream start(boolean headed, String from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(176);
        out.write(headed ? 0x44 : 0x04);
        out.writeBytes(address(from));
        return out;
    }

    /** SMS-STATUS-REPORT for a part; {@code status} is TP-ST, 0 for delivered. */
    static byte[] report(Submitted submitted, int status, Instant sentAt, Instant doneAt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32);
        out.write(0x06);
        out.write(submitted.reference());
        out.writeBytes(submitted.address());
        out.writeBytes(timestamp(sentAt));
        out.writeBytes(timestamp(doneAt));
        out.write(status);
        return out.toByteArray();
    }

    /** An address (9.1.2.5): international with plus sign, digits, or a name in the default alphabet. */
    static byte[] address(String number) {
        String digits = number.startsWith("+") ? number.substring(1) : number;
        if (!digits.matches("[0-9*#]+")) {
            byte[] septets = AirAlphabet.septets(number.substring(0, Math.min(11, number.length())));
            byte[] packed = AirAlphabet.pack(septets, 0);
            return joined((septets.length * 7 + 3) / 4, 0xD0, packed);
        }
        return joined(digits.length(), number.startsWith("+") ? 0x91 : 0x81, swapped(digits));
    }

    private static byte[] joined(int length, int type, byte[] octets) {
        byte[] out = new byte[octets.length + 2];
        out[0] = (byte) length;
        out[1] = (byte) type;
        System.arraycopy(octets, 0, out, 2, octets.length);
        return out;
    }

    private static byte[] swapped(String digits) {
        byte[] out = new byte[(digits.length() + 1) / 2];
        Arrays.fill(out, (byte) 0xF0);
        for (int i = 0; i < digits.length(); i++) {
            int digit = "0123456789*#".indexOf(digits.charAt(i));
            out[i / 2] = (byte) (i % 2 == 0 ? out[i / 2] & 0xF0 | digit : out[i / 2] & 0x0F | digit << 4);
        }
        return out;
    }

    /** TP-SCTS (9.2.3.11) in Vietnam's time. */
    static byte[] timestamp(Instant at) {
        OffsetDateTime local = at.atOffset(VIETNAM);
        int[] fields = {
            local.getYear() % 100,
            local.getMonthValue(),
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond(),
            VIETNAM.getTotalSeconds() / 900
        };
        byte[] out = new byte[7];
        for (int i = 0; i < 7; i++) {
            out[i] = (byte) (fields[i] % 10 << 4 | fields[i] / 10);
        }
        return out;
    }
}
