package vn.mscore.hotline.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.mscore.hotline.house.CallerSound;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.Gateway;

/**
 * What passes on loopback, by tcpdump (root): the end of every key a caller presses, the sound Asterisk sends, and every prompt
 * the gateway orders over FastAGI. Of many calls it listens to the sound of every fourth only, so that it costs little itself.
 */
final class LineTap implements AutoCloseable {
    private static final int ETHERNET = 14;
    private static final int UDP = ETHERNET + 20;
    private static final int RTP = UDP + 8;
    private static final int TCP = 6;
    private static final int SAMPLES = 160;
    private static final int HASH = 11;
    /** Packets of sound; a power of two, for their numbers begin anew. */
    private static final int REMEMBERED = 64;

    private final Process process;
    private final Path file;
    private final Path said;
    private final Place place;
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Map<Integer, List<String>> orders = new TreeMap<>();
    private final Map<String, List<Double>> answers = new TreeMap<>();

    /** One call as seen at Asterisk's port for its sound. */
    private static final class Line {
        private final long[] sent = new long[REMEMBERED];
        private int hashes;
        private int stamp = -1;
        private String waiting = "";
        private long since;
    }

    /**
     * Where to listen.
     *
     * @param agi the gateway's port for FastAGI
     * @param sounds Asterisk's ports for sound, first and last
     * @param every one call of how many; a power of two
     * @param prompts what comes after each entry
     */
    record Place(int agi, String sounds, int every, Map<String, PromptSound> prompts) {}

    private LineTap(Path folder, Place place) throws IOException {
        this.place = place;
        file = folder.resolve("tap-" + System.nanoTime() + ".pcap");
        said = folder.resolve("tcpdump.txt");
        int mask = place.every() * 2 - 1;
        String ordered = "tcp src port " + place.agi() + " and tcp[((tcp[12:1] & 0xf0) >> 2):4] = 0x53545245";
        String key = "udp dst portrange " + place.sounds() + " and udp[2:2] & " + mask + " = 0 and udp[9] & 0x7f = "
                + CallerSound.EVENTS + " and udp[21] & 0x80 != 0";
        String sound = "udp src portrange " + place.sounds() + " and udp[0:2] & " + mask + " = 0";
        process = new ProcessBuilder(
                        "tcpdump", "-i", "lo", "-n", "-s", "220", "-B", "32768", "-Z", "root", "-w", file.toString(),
                        "(" + ordered + ") or (" + key + ") or (" + sound + ")")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Listens from now on. */
    static LineTap on(Path folder, Place place) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/tcpdump", "tcpdump");
        LineTap tap = new LineTap(folder, place);
        if (!Gateway.await(Duration.ofSeconds(10), tap::isListening)) {
            throw new IllegalStateException("tcpdump does not listen, see " + tap.said);
        }
        return tap;
    }

    private boolean isListening() {
        try {
            return Files.readString(said).contains("listening");
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops listening and reads what was heard. */
    LineTap finish() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        if (!Files.readString(said).contains("\n0 packets dropped by kernel")) {
            throw new IllegalStateException("the tap lost packets: " + Files.readString(said));
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(24);
            ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            while (in.readNBytes(head.array(), 0, 16) == 16) {
                byte[] packet = in.readNBytes(head.getInt(8));
                read(head.getInt(0) * 1_000_000L + head.getInt(4), ByteBuffer.wrap(packet));
            }
        }
        return this;
    }

    private void read(long micros, ByteBuffer packet) {
        int from = packet.getShort(UDP) & 0xFFFF;
        int to = packet.getShort(UDP + 2) & 0xFFFF;
        if (packet.get(ETHERNET + 9) == TCP) {
            int begin = UDP + ((packet.get(UDP + 12) & 0xF0) >> 2);
            String line = new String(packet.array(), begin, packet.capacity() - begin, StandardCharsets.UTF_8);
            orders.computeIfAbsent(to, call -> new ArrayList<>()).add(line.split("[ \"]+")[2]);
        } else if ((packet.get(RTP + 1) & 0x7F) == CallerSound.EVENTS) {
            keyUp(micros, lines.computeIfAbsent(to, call -> new Line()), packet);
        } else if (packet.capacity() == RTP + 12 + SAMPLES) {
            sound(micros, lines.computeIfAbsent(from, call -> new Line()), packet);
        }
    }

    /** A call's keys: one for the menu, then entries that end with a hash. */
    private static void keyUp(long micros, Line line, ByteBuffer packet) {
        int stamp = packet.getInt(RTP + 4);
        boolean told = stamp == line.stamp;
        boolean newCall = stamp < line.stamp;
        if (told) {
            return;
        }
        boolean begins = line.stamp < 0 || newCall;
        line.stamp = stamp;
        line.hashes = begins ? 0 : line.hashes;
        boolean hash = packet.get(RTP + 12) == HASH;
        line.waiting = begins ? "menu key" : hash ? line.hashes == 0 ? "code" : "PIN" : "";
        line.hashes += hash ? 1 : 0;
        line.since = micros;
    }

    private void sound(long micros, Line line, ByteBuffer packet) {
        int number = packet.getShort(RTP + 2) & 0xFFFF;
        line.sent[number % REMEMBERED] = micros;
        PromptSound awaited = place.prompts().get(line.waiting);
        if (awaited != null && awaited.isIn(packet.array(), RTP + 12)) {
            long began = line.sent[Math.floorMod(number - awaited.lead(), REMEMBERED)];
            answers.computeIfAbsent(line.waiting, entry -> new ArrayList<>()).add((began - line.since) / 1000.0);
            line.waiting = "";
        }
    }

    /** The prompts of each call the gateway talked with, in order. */
    List<List<String>> orders() {
        return List.copyOf(orders.values());
    }

    /** Milliseconds from the first packet that tells the end of an entry's last key to the first packet of the prompt that answers it. */
    Map<String, List<Double>> answers() {
        return answers;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(file);
    }
}
