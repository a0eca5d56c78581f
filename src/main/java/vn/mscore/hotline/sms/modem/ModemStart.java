package vn.mscore.hotline.sms.modem;

import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings a modem from whatever state it is in to one that receives and sends in PDU mode. */
final class ModemStart {
    private static final Logger LOG = Logger.getLogger(ModemStart.class.getName());
    private static final int SIM = 20;
    private static final int PAUSE = 1;
    private static final int PATIENCE = 30;
    private static final List<Integer> SIM_NOT_YET = List.of(14, 515, 13, 100);
    private static final List<Integer> SIM_BUSY = List.of(14, 515);
    private static final int SIM_BUSY_CMS = 314;
    private static final List<Integer> NOT_KNOWN_HERE = List.of(3, 4);

    /** With the second PIN only the SIM's own settings are locked (TS 27.007 8.3). */
    private static final List<String> OPEN = List.of("READY", "SIM PIN2", "SIM PUK2");

    private static final int NO_SIM = 10;
    private static final int PIN = 11;
    private static final int PUK = 12;
    private static final String ASKS_FOR_PUK = "the SIM asks for its PUK: unlock it in a telephone";
    private static final int WRONG_PIN = 16;
    private static final int NO_SIM_CMS = 310;

    private final AtDialogue at;
    private final ModemSettings settings;
    private final SimGuard guard;
    private boolean announces = true;

    ModemStart(AtDialogue at, ModemSettings settings, SimGuard guard) {
        this.at = at;
        this.settings = settings;
        this.guard = guard;
    }

    /** Who the modem and the SIM are, and how this make wants to be treated. */
    record Identity(String manufacturer, String model, String imei, String imsi, Quirks quirks) {}

    /** Everything from the first AT to the open SIM; throws {@link LineBlocked} when a person must act. */
    Identity run() {
        at.resync();
        at.command("ATE0");
        at.command("AT+CMEE=1");
        String manufacturer = at.command("AT+CGMI").text();
        String model = at.command("AT+CGMM").text();
        String imei = at.command("AT+CGSN").number();
        claim(imei);
        unlock();
        String imsi = openSim(patiently("AT+CIMI")).number();
        return new Identity(manufacturer, model, imei, imsi, Quirks.of(manufacturer, model));
    }

    /** A modem that did not say what its SIM wants may say it here. */
    private static AtReply openSim(AtReply identity) {
        if (identity.failed(AtReply.End.CME, PIN)) {
            throw new PortLost("SIM not ready: it asks for its PIN");
        }
        if (identity.failed(AtReply.End.CME, PUK)) {
            throw new LineBlocked(ASKS_FOR_PUK);
        }
        return identity;
    }

    private void claim(String imei) {
        String owner = guard.claim(imei);
        if (!owner.equals(settings.name())) {
            throw new LineBlocked("the same modem as line " + owner);
        }
    }

    /**
     * PDU mode, calls with numbers, and where messages go: what a modem forgets when it starts again. False while the SIM
     * is too busy for that, or no storage can be chosen: ask again soon.
     */
    boolean reception(Quirks quirks) {
        must(patiently("AT+CMGF=0"), "no PDU mode");
        plainCharacters();
        at.command("AT+CSMS=0");
        AtReply storage = first("AT+CPMS=", quirks.list("receive"));
        AtReply news = first("AT+CNMI=", quirks.list("cnmi"));
        if (!news.ok() && announces) {
            LOG.log(Level.WARNING, "line {0}: no AT+CNMI variant works; messages are found by sweeps", settings.name());
        }
        announces = news.ok();
        at.command("AT+CLIP=1", SIM);
        at.command("AT+CREG=1");
        quirks.list("init").forEach(command -> at.command(command));
        return storage.ok() && !surelyBusy(news);
    }

    /** Left in UCS2 by whoever had it before, a modem would tell callers and balances in hex (TS 27.007 5.5). */
    private void plainCharacters() {
        if (!at.command("AT+CSCS=\"GSM\"").ok()) {
            at.command("AT+CSCS=\"IRA\"");
        }
    }

    /** Whether direct messages (+CMT, +CDS) must be acknowledged with AT+CNMA (TS 27.005 3.4.4). */
    boolean wantsAcknowledgements() {
        return at.command("AT+CSMS?").after("+CSMS:").orElse("0").startsWith("1");
    }

    /** The answer to the first of {@code arguments} that is accepted, or to the last one tried: none while the SIM is busy. */
    private AtReply first(String command, List<String> arguments) {
        AtReply reply = new AtReply(AtReply.End.ERROR, -1, List.of());
        for (int i = 0; i < arguments.size() && !reply.ok() && !surelyBusy(reply); i++) {
            reply = unless(command + arguments.get(i), ModemStart::surelyBusy);
        }
        return reply;
    }

    private void unlock() {
        AtReply reply = patiently("AT+CPIN?");
        String wanted = reply.after("+CPIN:").orElse("");
        if (reply.failed(AtReply.End.CME, NO_SIM) || reply.failed(AtReply.End.CMS, NO_SIM_CMS)) {
            throw new PortLost("no SIM in the modem");
        }
        if (OPEN.contains(wanted)) {
            guard.simIsOpen();
            return;
        }
        if (reply.failed(AtReply.End.CME, PUK) || wanted.contains("PUK")) {
            throw new LineBlocked(ASKS_FOR_PUK);
        }
        if (wanted.equals("SIM PIN")) {
            enterPin();
        } else if (!doesNotKnow(reply)) {
            throw new PortLost("SIM not ready: " + (wanted.isEmpty() ? reply.why() : wanted));
        }
    }

    /** A modem without this command: "operation not allowed", "not supported" (TS 27.007 9.2). */
    private static boolean doesNotKnow(AtReply reply) {
        return reply.end() == AtReply.End.ERROR
                || NOT_KNOWN_HERE.stream().anyMatch(code -> reply.failed(AtReply.End.CME, code));
    }

    /** Once, and never again until a person has looked: three wrong PINs lock the SIM. */
    private void enterPin() {
        String pin = settings.pin()
                .orElseThrow(() ->
                        new LineBlocked("the SIM asks for a PIN: set hotline.sms.modem." + settings.name() + ".pin"));
        if (guard.pinRefused()) {
            throw new LineBlocked("the SIM refused the PIN: correct it, then delete " + guard.pinFile());
        }
        guard.pinIsTried();
        AtReply reply = at.command("AT+CPIN=\"" + pin + "\"", SIM);
        if (reply.silent()) {
            at.resync();
        } else if (!reply.ok()) {
            refused(reply);
        }
        awaitSim(reply.ok());
        guard.pinWasAccepted();
    }

    private void refused(AtReply reply) {
        if (reply.failed(AtReply.End.CME, WRONG_PIN)) {
            guard.pinWasRefused();
        }
        throw new LineBlocked(
                "the SIM refused the PIN (" + reply.why() + "): correct it, then delete " + guard.pinFile());
    }

    /** A SIM that still asks for its PIN has not taken it, whatever the modem said; nor is it known without an answer. */
    private void awaitSim(boolean answered) {
        String wanted = "";
        for (int i = 0; i < PATIENCE; i++) {
            wanted = at.command("AT+CPIN?", SIM).after("+CPIN:").orElse("");
            if (OPEN.contains(wanted)) {
                return;
            }
            at.pause(PAUSE);
        }
        if (wanted.startsWith("SIM P")) {
            throw new LineBlocked("the SIM still asks for a PIN: correct it, then delete " + guard.pinFile());
        }
        if (answered) {
            guard.pinWasAccepted();
        }
        throw new PortLost("SIM not ready after the PIN");
    }

    /** What must be answered. */
    private AtReply patiently(String command) {
        AtReply reply = unless(command, ModemStart::busy);
        if (reply.silent()) {
            throw new PortLost("no answer to " + command);
        }
        return reply;
    }

    /** Repeats while the SIM is busy, for half a minute: usual right after the PIN. */
    private AtReply unless(String command, Predicate<AtReply> busy) {
        AtReply reply = at.command(command, SIM);
        for (int i = 0; i < PATIENCE && busy.test(reply); i++) {
            at.pause(PAUSE);
            reply = at.command(command, SIM);
        }
        return reply;
    }

    private static boolean busy(AtReply reply) {
        return reply.end() == AtReply.End.CME && SIM_NOT_YET.contains(reply.code())
                || reply.failed(AtReply.End.CMS, SIM_BUSY_CMS);
    }

    /** Not "unknown" nor "SIM failure": many modems say so of a form they do not know. */
    private static boolean surelyBusy(AtReply reply) {
        return SIM_BUSY.stream().anyMatch(code -> reply.failed(AtReply.End.CME, code))
                || reply.failed(AtReply.End.CMS, SIM_BUSY_CMS);
    }

    private static void must(AtReply reply, String otherwise) {
        if (!reply.ok()) {
            throw new PortLost(otherwise + ": " + reply.why());
        }
    }
}
