package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a telephone sends during one call, as a pcap file for SIPp's {@code play_pcap_audio}: a packet of silence (G.711 u-law)
 * every 20 ms and keys as RFC 4733 events, all in one stream. SIPp's own {@code play_dtmf} beside {@code rtp_stream} would be
 * two senders in one session, which Asterisk reads wrong.
 */
public final class CallerSound {
    /** Payload type of keys. */
    public static final int EVENTS = 101;

    private static final String KEYS = "0123456789*#";
    private static final int PACKET_MILLIS = 20;
    private static final int SAMPLES = 160;
    private static final int TONE_MILLIS = 100;

    /** From one key to the next, as a person presses them. */
    private static final int KEY_MILLIS = 420;

    private static final int FAST_MILLIS = 160;
    private static final int FAREWELLS = 3;
    private static final int SOURCE = 0x564E4842;
    private static final int RTP = 12;
    private static final int LOWER_LAYERS = 14 + 20 + 8;

    private final List<Packet> packets = new ArrayList<>();
    private final int keyMillis;
    private final int stampBefore;
    private byte[] voice = {};
    private int number;

    /** The first thing a telephone sends, its keys as a person presses them. */
    public CallerSound() {
        this(0, KEY_MILLIS);
    }

    private CallerSound(int before, int keyMillis) {
        this.number = before / PACKET_MILLIS;
        this.stampBefore = before * SAMPLES / PACKET_MILLIS;
        this.keyMillis = keyMillis;
    }

    /** What a telephone sends after {@code millis} of the call, as fast as keys can be told apart. */
    static CallerSound after(int millis) {
        return new CallerSound(millis, FAST_MILLIS);
    }

    /** Speaks for so long from the beginning on. */
    CallerSound speak(int millis) {
        voice = SpokenSound.voice(millis);
        return this;
    }

    private record Packet(int millis, byte[] rtp) {}

    /** Presses {@code keys}, the first one {@code at} milliseconds after the call was answered; tells when the last one is up. */
    public int press(int at, String keys) {
        int start = at;
        for (char key : keys.toCharArray()) {
            key(start, KEYS.indexOf(key));
            start += keyMillis;
        }
        return start - keyMillis + TONE_MILLIS;
    }

    private void key(int start, int event) {
        int stamp = start * SAMPLES / PACKET_MILLIS;
        for (int held = PACKET_MILLIS; held < TONE_MILLIS; held += PACKET_MILLIS) {
            packets.add(new Packet(start + held - PACKET_MILLIS, event(stamp, event, held)));
        }
        for (int i = 0; i < FAREWELLS; i++) {
            packets.add(new Packet(start + TONE_MILLIS + i * PACKET_MILLIS, event(stamp, event, TONE_MILLIS)));
        }
    }

    /** RFC 4733, section 2.3; the end bit is set when it was held for its whole time. */
    private byte[] event(int stamp, int event, int held) {
        ByteBuffer rtp = header(EVENTS, stamp, 4);
        rtp.put((byte) event).put((byte) (held == TONE_MILLIS ? 0x8A : 0x0A));
        return rtp.putShort((short) (held * SAMPLES / PACKET_MILLIS)).array();
    }

    private ByteBuffer header(int payload, int stamp, int length) {
        return ByteBuffer.allocate(RTP + length)
                .put((byte) 0x80)
                .put((byte) payload)
                .putShort((short) 0)
                .putInt(stampBefore + stamp)
                .putInt(SOURCE);
    }

    /** Fills the rest of {@code millis} with what is spoken or with silence and writes all of it. */
    public Path write(Path file, int millis) throws IOException {
        List<Integer> taken = packets.stream().map(Packet::millis).toList();
        for (int at = 0; at < millis; at += PACKET_MILLIS) {
            if (!taken.contains(at)) {
                packets.add(new Packet(at, sound(at * SAMPLES / PACKET_MILLIS)));
            }
        }
        packets.sort(Comparator.comparingInt(Packet::millis));
        int size = packets.stream()
                .mapToInt(p -> p.rtp().length + LOWER_LAYERS + 16)
                .sum();
        ByteBuffer pcap = ByteBuffer.allocate(24 + size).order(ByteOrder.LITTLE_ENDIAN);
        pcap.putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        packets.forEach(packet -> frame(pcap, packet));
        return Files.write(file, pcap.array());
    }

    private byte[] sound(int from) {
        ByteBuffer rtp = header(0, from, SAMPLES);
        for (int i = from; rtp.hasRemaining(); i++) {
            rtp.put(i < voice.length ? voice[i] : (byte) 0xFF);
        }
        return rtp.array();
    }

    /** Ethernet, IPv4 and UDP as SIPp wants to see them; it puts in its own addresses and sums. */
    private void frame(ByteBuffer pcap, Packet packet) {
        int length = packet.rtp().length;
        pcap.putInt(packet.millis() / 1000).putInt(packet.millis() % 1000 * 1000);
        pcap.putInt(length + LOWER_LAYERS).putInt(length + LOWER_LAYERS);
        ByteBuffer frame = ByteBuffer.allocate(length + LOWER_LAYERS);
        frame.putShort(12, (short) 0x0800).position(14);
        frame.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (length + 28))
                .putInt(0)
                .put((byte) 64)
                .put((byte) 17);
        frame.putShort((short) 0).putInt(0x7F000001).putInt(0x7F000001);
        frame.putShort((short) 6000)
                .putShort((short) 6000)
                .putShort((short) (length + 8))
                .putShort((short) 0);
        frame.put(packet.rtp());
        frame.putShort(LOWER_LAYERS + 2, (short) number++);
        pcap.put(frame.array());
    }
}
