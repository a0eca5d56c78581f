package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * A modem that plays a script. Commands the script does not expect get an ordinary answer, so that a script shows only
 * what it is about. {@code >} a command the driver must write, {@code <} a line of the modem, {@code <<} raw characters,
 * {@code ~ CMD => line|line} what it answers from here on; nothing behind the arrow is silence.
 */
final class ScriptedModem implements AtPort.Opener {
    private static final long LIMIT_NANOS = 30_000_000_000L;

    private final LinkedList<String> steps;
    private final Map<String, List<String>> usual = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private final StringBuilder command = new StringBuilder();
    private Cable cable;
    private boolean plugged = true;
    private boolean slow;

    ScriptedModem(List<String> script) {
        steps = new LinkedList<>(script);
        usual("AT+CGMI", "Scripted");
        usual("AT+CGMM", "S1");
        usual("AT+CGSN", "356938035643809");
        usual("AT+CPIN?", "+CPIN: READY");
        usual("AT+CIMI", "452040000000001");
        usual("AT+CSMS?", "+CSMS: 0,1,1,1");
        usual("AT+CPMS=?", "+CPMS: (\"SM\"),(\"SM\"),(\"SM\")");
        usual("AT+CPMS=\"SM\",\"SM\",\"SM\"", "+CPMS: 0,30,0,30,0,30");
        usual("AT+CPMS=\"SM\"", "+CPMS: 0,30,0,30,0,30");
        usual("AT+CREG?", "+CREG: 1,1");
        usual("AT+CSQ", "+CSQ: 20,99");
        for (String plain : List.of("AT", "ATE0", "AT+CMEE=1", "AT+CMGF=0", "AT+CSMS=0", "AT+CNMI=2,1,0,1,0")) {
            usual(plain);
        }
        for (String plain : List.of("AT+CSCS=\"GSM\"", "AT+CLIP=1", "AT+CREG=1", "ATH", "ATZ", "AT+CFUN=1,1")) {
            usual(plain);
        }
    }

    private void usual(String asked, String... lines) {
        List<String> answer = new ArrayList<>(Arrays.asList(lines));
        answer.add("OK");
        usual.put(asked, answer);
    }

    private void rule(String rule) {
        String[] sides = rule.split("=>", 2);
        usual.put(
                sides[0].strip(),
                sides[1].isBlank() ? List.of() : Arrays.asList(sides[1].strip().split("\\|")));
    }

    /** The next step for the test's own thread, null at the end; waits while the driver owes a command. */
    synchronized String next() throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!steps.isEmpty() && (steps.peek().startsWith("> ") || ours())) {
            play();
            if (System.nanoTime() > end) {
                throw new AssertionError("the driver did not write: " + steps.peek() + ", but " + written);
            }
            wait(50);
        }
        return steps.poll();
    }

    synchronized List<String> written() {
        return List.copyOf(written);
    }

    synchronized void plug(boolean in) {
        plugged = in;
        if (!in && cable != null) {
            cable.end();
        }
    }

    synchronized void slow(boolean on) {
        slow = on;
    }

    @Override
    public synchronized AtPort open() throws AtPort.PortUnavailable {
        if (!plugged) {
            throw new AtPort.PortUnavailable("no device", false);
        }
        command.setLength(0);
        cable = new Cable();
        return cable;
    }

    private synchronized void take(byte[] octets) {
        for (byte octet : octets) {
            switch (octet) {
                case '\r' -> commanded("");
                case 0x1A -> commanded("<CTRL-Z>");
                case 0x1B -> commanded("<ESC>");
                default -> command.append((char) octet);
            }
        }
    }

    private void commanded(String end) {
        String whole = command + end;
        command.setLength(0);
        if (whole.isEmpty()) {
            return;
        }
        written.add(whole);
        if (!steps.isEmpty() && steps.peek().equals("> " + whole)) {
            steps.poll();
            play();
        } else if (!whole.equals("<ESC>")) {
            answer(whole);
        }
        notifyAll();
    }

    private void answer(String whole) {
        usual.getOrDefault(whole, List.of("ERROR")).forEach(line -> put("\r\n" + line + "\r\n"));
    }

    private boolean ours() {
        return steps.peek().startsWith("<") || steps.peek().startsWith("~ ");
    }

    /** Says everything up to the next thing that is not for the modem to say: the driver is never in between. */
    private void play() {
        while (!steps.isEmpty() && ours()) {
            String step = steps.poll();
            if (step.startsWith("~ ")) {
                rule(step.substring(2));
            } else if (step.startsWith("<< ")) {
                put(step.substring(3).replace("\\r", "\r").replace("\\n", "\n"));
            } else {
                put("\r\n" + step.substring(2) + "\r\n");
            }
        }
    }

    private void put(String text) {
        if (cable != null) {
            cable.put(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Octets without a line end, as many as the driver takes. */
    synchronized void flood(int kilobytes) {
        byte[] kilobyte = new byte[1024];
        Arrays.fill(kilobyte, (byte) 'A');
        for (int i = 0; i < kilobytes; i++) {
            cable.put(kilobyte);
        }
    }

    /** One connection. */
    private final class Cable implements AtPort {
        private final LinkedList<byte[]> waiting = new LinkedList<>();
        private boolean ended;

        synchronized void put(byte[] octets) {
            if (slow) {
                for (byte octet : octets) {
                    waiting.add(new byte[] {octet});
                }
            } else {
                waiting.add(octets);
            }
            notifyAll();
        }

        synchronized void end() {
            ended = true;
            notifyAll();
        }

        @Override
        public synchronized int read(byte[] buffer) throws IOException {
            try {
                if (waiting.isEmpty() && !ended) {
                    wait(1000);
                }
                if (!waiting.isEmpty() && waiting.peek().length == 1) {
                    // The scaled second of the tests is 75 ms: one octet each.
                    Thread.sleep(75);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            byte[] octets = waiting.poll();
            if (octets == null) {
                return ended ? -1 : 0;
            }
            System.arraycopy(octets, 0, buffer, 0, octets.length);
            return octets.length;
        }

        @Override
        public void write(byte[] octets) throws IOException {
            if (ended) {
                throw new IOException("unplugged");
            }
            take(octets);
        }

        @Override
        public void close() {
            end();
        }
    }
}
