package vn.mscore.hotline.desk.conversation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.mscore.hotline.house.CallerDeeds;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.ExchangeLog;
import vn.mscore.hotline.house.Sipp;
import vn.mscore.hotline.voice.agi.RealDoor;

/**
 * Calls by SIPp to a real Asterisk whose callers act by the lines of {@link vn.mscore.hotline.voice.ScriptedCall}, each deed
 * when Asterisk says that it waits for a key or records. Of each prompt only the first moment is there, so that a walk
 * through the tree takes minutes; which file it is, is Asterisk's word.
 */
final class RealLineCalls implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int MOMENT_BYTES = 20 * 16;

    private final int port = Exchange.freePort();
    private final Exchange exchange;
    private final ExchangeLog log;

    private RealLineCalls() throws IOException, InterruptedException {
        exchange = Exchange.of(port).start();
        cutSounds(exchange.home().resolve("lib/sounds/hotline"));
        log = ExchangeLog.of(exchange);
    }

    /** Starts Asterisk. */
    static RealLineCalls open() throws IOException, InterruptedException {
        return new RealLineCalls();
    }

    /** What the house behind it must be opened with. */
    Map<String, String> settings() {
        return RealDoor.settings(exchange, port);
    }

    private static void cutSounds(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".wav")).toList()) {
                Files.write(file, firstMoment(Files.readAllBytes(file)));
            }
        }
    }

    /** RIFF: the length of all is at 4, the length of the samples before them. */
    private static byte[] firstMoment(byte[] wav) {
        int samples = new String(wav, StandardCharsets.ISO_8859_1).indexOf("data") + 8;
        byte[] cut = Arrays.copyOf(wav, Math.min(wav.length, samples + MOMENT_BYTES));
        ByteBuffer.wrap(cut)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, cut.length - 8)
                .putInt(samples - 4, cut.length - samples);
        return cut;
    }

    /** Calls and does what the script says; the files Asterisk played until the flow left, and what did not fit. */
    List<String> call(String number, List<String> script) throws IOException, InterruptedException {
        log.next();
        CallerDeeds deeds = new CallerDeeds(exchange, number);
        for (String deed : script) {
            deeds.add(deed);
        }
        Sipp.Running running = deeds.start();
        List<String> files = new Talk(running, new ArrayDeque<>(script)).follow();
        if (running.await() != 0) {
            files.add("the call did not go as written: " + running.said());
        }
        return files;
    }

    /** One call, deed by deed. */
    private final class Talk {
        private final Sipp.Running call;
        private final Deque<String> script;
        private final List<String> files = new ArrayList<>();
        private boolean asked;
        private boolean over;

        Talk(Sipp.Running call, Deque<String> script) {
            this.call = call;
            this.script = script;
        }

        List<String> follow() throws IOException, InterruptedException {
            long until = System.nanoTime() + LIMIT.toNanos();
            while (call.process().isAlive() && System.nanoTime() < until) {
                for (ExchangeLog.Deed deed : log.next()) {
                    follow(deed);
                }
                Thread.sleep(10);
            }
            return files;
        }

        private void follow(ExchangeLog.Deed deed) throws IOException {
            if (over) {
                return;
            }
            String command = deed.command();
            if (deed.played().isPresent()) {
                String file = deed.played().get();
                files.add(file.startsWith("/") ? RecordedCall.RECORDING : file);
                asked = true;
            } else if (command.startsWith("WAIT FOR DIGIT") && asked || command.startsWith("RECORD FILE")) {
                asked = false;
                act();
            } else if (command.contains("HOTLINE_VERDICT")) {
                over = true;
                if (command.contains("to-queue")) {
                    call.cue();
                }
            }
        }

        private void act() throws IOException {
            String deed = script.poll();
            if (deed == null) {
                files.add("the script has no line for this question");
                over = true;
                call.cue();
            } else if (!deed.equals("wait")) {
                call.cue();
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        exchange.close();
    }
}
