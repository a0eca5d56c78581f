package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.KeptIntake;

/** A message centre whose PDUs are none (security rows 78 to 81). */
@Timeout(120)
@Waits
class SmppLiesTest {
    private final KeptIntake intake = new KeptIntake();

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** What a raw peer hears after what it says right after the bind, and whether the session lives or has ended. */
    private List<String> saying(String hex, int words) throws Exception {
        try (ServerSocket door = new ServerSocket(0)) {
            SmppLine line = QuickLine.to("smpp://u@127.0.0.1:" + door.getLocalPort(), Map.of());
            line.start(intake);
            try (Socket peer = door.accept()) {
                peer.setSoTimeout(5000);
                SmppPdu bind = SmppPdu.read(new DataInputStream(peer.getInputStream()));
                OutputStream out = peer.getOutputStream();
                out.write(hex("00000011 80000009 00000000 %08X 00".formatted(bind.sequence())));
                out.write(hex(hex));
                out.flush();
                return heard(peer, words);
            } finally {
                line.stop();
            }
        }
    }

    /** An enquire_link of the peer's own (sequence 99) is written last: only a living session answers it. */
    private static List<String> heard(Socket peer, int words) throws IOException {
        List<String> heard = new ArrayList<>();
        var in = new DataInputStream(peer.getInputStream());
        try {
            peer.getOutputStream().write(hex("00000010 00000015 00000000 00000063"));
            while (heard.size() < words) {
                SmppPdu pdu = SmppPdu.read(in);
                if (pdu.command() == SMPPConstant.CID_ENQUIRE_LINK_RESP && pdu.sequence() == 99) {
                    heard.add("lives");
                } else if (pdu.command() != SMPPConstant.CID_ENQUIRE_LINK) {
                    heard.add("%08X %X".formatted(pdu.command(), pdu.status()));
                }
            }
        } catch (EOFException | SocketException e) {
            heard.add("closed");
        }
        return heard;
    }

    private static SmppPdu read(int length) throws IOException {
        byte[] octets = ByteBuffer.allocate(length).putInt(length).array();
        return SmppPdu.read(new DataInputStream(new ByteArrayInputStream(octets)));
    }

    @Test
    void row78TheLongestIsReadAndOneOctetMoreIsNone() throws Exception {
        int longest = 16 + 65_536 + 1_008;
        assertThat(read(longest).body()).hasSize(longest - 16);
        assertThatThrownBy(() -> read(longest + 1)).isInstanceOf(SmppPdu.Absurd.class);
    }

    @Test
    void rows78To81LiesAreAnsweredOrEndTheSession() throws Exception {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("length 0: 00000000", "closed");
        cases.put("length 15: 0000000F 00000015 00000000", "closed");
        cases.put("length 2^31: 80000000 00000015", "closed");
        cases.put("length 64 KB and more: 00010411 00000015 00000000 00000001", "closed");
        cases.put("length 4,097: 00001001 00000999 00000000 00000005" + "61".repeat(4081), "80000000 3, lives");
        cases.put("huge without an end: 00001388 00000005 00000000 00000005" + "61".repeat(4984), "80000005 1, lives");
        cases.put("unknown command: 00000010 00000999 00000000 00000005", "80000000 3, lives");
        cases.put("answer without request: 00000015 80000004 00000000 00000309 3130303100", "lives");
        cases.put("nack without request: 00000010 80000000 00000003 00000309", "lives");
        cases.put(
                "sm_length over the end: 00000024 00000005 00000000 00000006 00 01 01 383400 00 00 00 00 00 00 0000 00 00 00 00 FF 61",
                "80000005 1, lives");
        cases.put("no zero at the end: 00000013 00000005 00000000 00000007 616161", "80000005 2, lives");
        cases.put(
                "parameter over the end: 00000028 00000005 00000000 00000008 00 01 01 383400 00 00 00 00 00 00 0000 00 00 00 00 00 0424 FFFF 61",
                "80000005 C0, lives");
        for (Map.Entry<String, String> one : cases.entrySet()) {
            String[] said = one.getKey().split(": ");
            String[] heard = one.getValue().split(", ");
            assertThat(saying(said[1], heard.length)).as(said[0]).containsExactlyInAnyOrder(heard);
        }
        assertThat(intake.log())
                .filteredOn(entry -> entry.startsWith("QUARANTINE"))
                .hasSize(4);
        assertThat(intake.raws())
                .extracting(raw -> raw.length)
                .as("4 KB of what is huge")
                .contains(4096);
    }
}
