package vn.mscore.hotline.sms.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The registers of a modem, as ATZ and a cold start leave them. */
final class ModemState {
    /** The state of the SIM's lock (3GPP TS 27.007 8.3). */
    enum Lock {
        READY("READY"),
        PIN("SIM PIN"),
        PUK("SIM PUK");

        private final String code;

        Lock(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Plain settings that are kept and told back but change nothing here. */
    private static final Map<String, String> KEPT = Map.ofEntries(
            Map.entry("+CSMP", "17,167,0,0"),
            Map.entry("+CSDH", "0"),
            Map.entry("+CREG", "0"),
            Map.entry("+CGREG", "0"),
            Map.entry("+CEREG", "0"),
            Map.entry("+CRC", "0"),
            Map.entry("+CCWA", "0"),
            Map.entry("+COLP", "0"),
            Map.entry("+CUSD", "0"),
            Map.entry("+CMMS", "0"),
            Map.entry("+CSCB", "0,\"\",\"\""),
            Map.entry("+CLIR", "0,0"));

    private final Map<String, String> kept = new LinkedHashMap<>();
    private volatile int[] routing;
    private volatile boolean clip;
    private boolean echo;
    private int errors;
    private volatile int service;
    private String characters;
    private String[] memories;
    private volatile Lock lock = Lock.READY;
    private int tries = 3;
    private int reference;

    ModemState() {
        reset();
    }

    /** ATZ and AT&F. */
    void reset() {
        kept.clear();
        kept.putAll(KEPT);
        routing = new int[] {0, 0, 0, 0, 0};
        clip = false;
        echo = true;
        errors = 0;
        service = 0;
        characters = "GSM";
        memories = new String[] {"SM", "SM", "SM"};
    }

    /** Switched off and on. */
    void coldStart(boolean locked) {
        reset();
        lock = locked ? Lock.PIN : Lock.READY;
    }

    /** Tries a PIN; three wrong ones lock the SIM. */
    boolean unlock(boolean right) {
        tries = right ? 3 : tries - 1;
        if (right) {
            lock = Lock.READY;
        } else if (tries <= 0) {
            lock = Lock.PUK;
        }
        return right;
    }

    Lock lock() {
        return lock;
    }

    int nextReference() {
        return reference++ & 0xFF;
    }

    Map<String, String> kept() {
        return kept;
    }

    /** The five numbers of +CNMI: mode, mt, bm, ds, bfr. */
    int[] routing() {
        return routing;
    }

    void route(int[] numbers) {
        routing = numbers;
    }

    /** How messages are announced: 0 not, 1 stored and told, 2 handed over. */
    int messageRouting() {
        return routing[1];
    }

    /** How reports are announced: 0 not at all, 1 handed over, 2 stored and told. */
    int reportRouting() {
        return routing[3];
    }

    boolean clip() {
        return clip;
    }

    void clip(boolean shown) {
        clip = shown;
    }

    boolean echo() {
        return echo;
    }

    void echo(boolean on) {
        echo = on;
    }

    int errors() {
        return errors;
    }

    void errors(int how) {
        errors = how;
    }

    int service() {
        return service;
    }

    void service(int phase) {
        service = phase;
    }

    String characters() {
        return characters;
    }

    void characters(String set) {
        characters = set;
    }

    /** Where messages are read from, written to, and received into. */
    String[] memories() {
        return memories;
    }
}
