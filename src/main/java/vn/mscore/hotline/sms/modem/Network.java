package vn.mscore.hotline.sms.modem;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.sms.LineState.Status;

/** Registration (TS 27.007 7.2) and signal (8.5). Without a network for half an hour the line counts as lost. */
final class Network {
    private static final Pattern STATUS = Pattern.compile("0*(\\d|10)");
    private static final Predicate<String> STANDS = value -> value.matches("\\d+\\s*,\\s*0*[15]\\s*(,.*)?");
    private static final Duration LOST_AFTER = Duration.ofMinutes(30);
    private static final int HOME = 1;
    private static final int ROAMING = 5;
    private static final int UNKNOWN_SIGNAL = 99;

    private final AtDialogue at;
    private int registration;
    private long withoutSince = System.nanoTime();

    Network(AtDialogue at) {
        this.at = at;
    }

    /** Asks the modem. */
    void ask() {
        at.command("AT+CREG?").after("+CREG:").ifPresent(this::answered);
        if (!registered()) {
            // On LTE alone some modems tell their registration only here.
            at.command("AT+CEREG?").after("+CEREG:").filter(STANDS).ifPresent(this::answered);
        }
    }

    /** Signal quality 0..31, empty when unknown. */
    OptionalInt signal() {
        String[] fields = at.command("AT+CSQ").after("+CSQ:").orElse("99").split("[,.]");
        int quality = fields[0].strip().matches("\\d{1,2}") ? Integer.parseInt(fields[0].strip()) : UNKNOWN_SIGNAL;
        return quality == UNKNOWN_SIGNAL ? OptionalInt.empty() : OptionalInt.of(quality);
    }

    /**
     * Takes in {@code +CREG:} that came by itself: {@code stat}, or {@code stat,lac,ci} with quotes or without; {@code n,stat}
     * when it is an answer that comes late.
     */
    void heard(String value) {
        String[] fields = value.split(",");
        boolean late =
                fields.length == 2 || fields.length > 2 && fields[1].strip().length() == 1;
        takeIn(late ? fields[1] : fields[0]);
    }

    /** {@code n,stat}, perhaps with the place behind it; news in the middle of an answer has the place at once. */
    private void answered(String value) {
        String[] fields = value.split(",");
        boolean asked = fields.length > 1 && STATUS.matcher(fields[1].strip()).matches();
        takeIn(asked ? fields[1] : fields[0]);
    }

    private void takeIn(String status) {
        Matcher matcher = STATUS.matcher(status.strip());
        if (matcher.matches()) {
            boolean before = registered();
            registration = Integer.parseInt(matcher.group(1));
            if (before && !registered()) {
                withoutSince = System.nanoTime();
            }
        }
    }

    boolean registered() {
        // 6 and 7: registered for SMS only, home and roaming.
        return registration == HOME || registration == ROAMING || registration == 6 || registration == 7;
    }

    Status status() {
        return registered() ? Status.READY : withoutNetwork();
    }

    private Status withoutNetwork() {
        return System.nanoTime() - withoutSince > LOST_AFTER.toNanos() ? Status.LOST : Status.STARTING;
    }

    String describe() {
        String without =
                " for " + Duration.ofNanos(System.nanoTime() - withoutSince).toMinutes() + " min";
        return switch (registration) {
            case HOME, 6 -> "home network";
            case ROAMING, 7 -> "roaming";
            case 2 -> "searching a network" + without;
            case 3 -> "the network denies registration" + without;
            default -> "no network" + without;
        };
    }
}
