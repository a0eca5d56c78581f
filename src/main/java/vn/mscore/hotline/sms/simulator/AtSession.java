package vn.mscore.hotline.sms.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One user on the modem's cable: bytes to command lines, answers back (ITU-T V.250 5). */
final class AtSession {
    private static final char END = 0x1A;
    private static final char CANCEL = 0x1B;
    private static final int LONGEST_LINE = 2_048;
    private static final List<String> NOISE =
            List.of("^RSSI: 17", "+CREG: 1", "^BOOT: 20152142,0,0,0,6", "\u00ff\u0000#\u007f~x", "+CSQ");

    private final InputStream in;
    private final Wire wire;
    private final ModemState state;
    private final Switches switches;
    private final Map<String, AtHandler> table;
    private final StringBuilder typed = new StringBuilder();
    private AtAnswer.TypedText data;
    private int noises;

    AtSession(InputStream in, Wire wire, Desk desk) {
        this.in = in;
        this.wire = wire;
        this.state = desk.state();
        this.switches = desk.switches();
        this.table = desk.table();
    }

    /** What a modem lends to each session. */
    record Desk(ModemState state, Switches switches, Map<String, AtHandler> table) {}

    /** Reads until the cable breaks. */
    void run() throws IOException {
        byte[] chunk = new byte[1_024];
        int count;
        while ((count = in.read(chunk)) > 0) {
            wire.pace(count);
            for (int i = 0; i < count; i++) {
                take((char) (chunk[i] & 0xFF));
            }
        }
    }

    private void take(char c) {
        if (switches.on(Switch.HANG)) {
            typed.setLength(0);
            data = null;
        } else if (data != null) {
            takeData(c);
        } else if (c == '\r') {
            String line = typed.toString();
            typed.setLength(0);
            echo(line + "\r");
            line(line.strip());
        } else if (c != '\n' && c != CANCEL && typed.length() < LONGEST_LINE) {
            typed.append(c);
        }
    }

    private void takeData(char c) {
        if (c != END && c != CANCEL) {
            if (typed.length() < LONGEST_LINE) {
                typed.append(c);
            }
            return;
        }
        AtAnswer.TypedText taker = data;
        String text = typed.toString();
        data = null;
        typed.setLength(0);
        AtAnswer answer = new AtAnswer();
        if (c == END) {
            echo(text);
            taker.take(text, answer);
        }
        finish(answer);
    }

    private void echo(String text) {
        if (state.echo()) {
            wire.write(text);
        }
    }

    private void line(String line) {
        if (!line.toUpperCase(Locale.ROOT).startsWith("AT")) {
            return;
        }
        AtAnswer answer = new AtAnswer();
        for (AtCommand command : AtCommand.parse(line.substring(2))) {
            AtHandler handler = table.get(command.name());
            if (handler == null) {
                answer.error();
            } else {
                handler.handle(command, answer);
            }
            if (!answer.isOk() || answer.prompt() != null) {
                break;
            }
        }
        finish(answer);
    }

    private void finish(AtAnswer answer) {
        data = answer.prompt();
        if (switches.on(Switch.HANG)) {
            data = null;
        } else if (data != null) {
            wire.write("\r\n> ");
        } else if (!answer.isLost()) {
            wire.write(rendered(answer));
        }
        answer.after().run();
    }

    private String rendered(AtAnswer answer) {
        StringBuilder text = new StringBuilder();
        boolean noisy = switches.strikes(Switch.NOISE);
        for (String line : answer.lines()) {
            text.append("\r\n").append(line);
        }
        if (text.length() > 0) {
            text.append("\r\n");
        }
        if (noisy) {
            text.insert(noises % 2 == 0 ? 0 : text.length(), "\r\n" + NOISE.get(noises++ % NOISE.size()) + "\r\n");
        }
        return text.append("\r\n")
                .append(result(answer.result()))
                .append("\r\n")
                .toString();
    }

    /** +CMEE of 3GPP TS 27.007 9.1: no codes, codes, or words. */
    private String result(String result) {
        return result.startsWith("+CME ERROR: ") && state.errors() != 1 ? wordy(result.substring(12)) : result;
    }

    private String wordy(String code) {
        return state.errors() == 0 ? "ERROR" : "+CME ERROR: " + words(code);
    }

    private static String words(String code) {
        return switch (code) {
            case "3" -> "operation not allowed";
            case "11" -> "SIM PIN required";
            case "12" -> "SIM PUK required";
            case "14" -> "SIM busy";
            case "16" -> "incorrect password";
            case "22" -> "not found";
            default -> "unknown";
        };
    }
}
