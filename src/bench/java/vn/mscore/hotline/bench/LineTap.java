package vn.mscore.hotline.bench;

import java.io.DataInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.mscore.hotline.house.AptTool;

/**
 * What passes on loopback, by tcpdump (root), with a filter so narrow that listening costs next to nothing: the end of every
 * key a caller presses, the first packet of every prompt (RTP's marker bit) and every prompt the gateway orders over FastAGI.
 */
final class LineTap implements AutoCloseable {
    private static final int ETHERNET = 14;
    private static final int UDP = ETHERNET + 20;
    private static final int RTP = UDP + 8;
    private static final int HASH = 11;

    private final Process process;
    private final Path file;
    private final Path said;
    private final int agi;
    private final int first;
    private final int last;
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Map<Integer, List<String>> orders = new TreeMap<>();
    private final Map<String, List<Double>> answers = new TreeMap<>();

    /** One call as seen at Asterisk's port for its sound. */
    private static final class Line {
        private int hashes;
        private int stamp = -1;
        private String waiting = "";
        private long since;
    }

    private LineTap(Path folder, int agi, int first, int last) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/tcpdump", "tcpdump");
        this.agi = agi;
        this.first = first;
        this.last = last;
        file = folder.resolve("tap-" + System.nanoTime() + ".pcap");
        said = folder.resolve("tcpdump.txt");
        String range = first + "-" + last;
        String ordered = "tcp src port " + agi + " and tcp[((tcp[12:1] & 0xf0) >> 2):4] = 0x53545245";
        String key = "udp dst portrange " + range + " and udp[9] & 0x7f = " + CallerSound.EVENTS + " and udp[21] & 0x80 != 0";
        String prompt = "udp src portrange " + range + " and udp[9] & 0x80 != 0";
        process = new ProcessBuilder(
                        "tcpdump", "-i", "lo", "-n", "-s", "200", "-B", "16384", "-Z", "root", "-w", file.toString(),
                        "(" + ordered + ") or (" + key + ") or (" + prompt + ")")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        for (int i = 0; i < 100 && !Files.readString(said).contains("listening"); i++) {
            Thread.sleep(50);
        }
    }

    /** Listens from now on: to the gateway's port for FastAGI and to Asterisk's ports for sound. */
    static LineTap on(Path folder, int agi, String ports) throws IOException, InterruptedException {
        String[] range = ports.split("-");
        return new LineTap(folder, agi, Integer.parseInt(range[0]), Integer.parseInt(range[1]));
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
        if (packet.get(ETHERNET + 9) == 6) {
            int begin = UDP + ((packet.get(UDP + 12) & 0xF0) >> 2);
            String line = new String(packet.array(), begin, packet.capacity() - begin, StandardCharsets.UTF_8);
            orders.computeIfAbsent(to, call -> new ArrayList<>()).add(line.split("[ \"]+")[2]);
        } else if (to >= first && to <= last && from != agi) {
            keyUp(micros, lines.computeIfAbsent(to, call -> new Line()), packet);
        } else {
            prompt(micros, lines.computeIfAbsent(from, call -> new Line()));
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

    private void prompt(long micros, Line line) {
        if (!line.waiting.isEmpty()) {
            answers.computeIfAbsent(line.waiting, entry -> new ArrayList<>()).add((micros - line.since) / 1000.0);
            line.waiting = "";
        }
    }

    /** The prompts of each call the gateway talked with, in order. */
    List<List<String>> orders() {
        return List.copyOf(orders.values());
    }

    /** Milliseconds from the first packet that tells the end of an entry's last key to the first packet of the next prompt. */
    Map<String, List<Double>> answers() {
        return answers;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(file);
    }
}
