package vn.mscore.hotline.house;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fifty reports that must never be seen, with words, numbers and dossier codes that stand nowhere else: three of five
 * denounce in writing, one gives feedback whose words alone seal it, each fifth is spoken, with a sound that can be found
 * again. One more stands in a request about one's own data. And what was seen of them.
 */
final class SealedReports {
    /** What stands among the samples of every spoken report. */
    static final String SOUND = "CanariusSpoken";

    private static final int REPORTS = 50;
    private static final int SPOKEN = 5;
    private static final Pattern TICKET = Pattern.compile("\\b(\\d{8})\\b");
    private static final Pattern CANARY = Pattern.compile("9876500\\d\\d|Canarius\\w*|260714-7\\d{3}");

    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private static String phone(int report) {
        return String.format("+8498765%04d", report);
    }

    private static String code(int report) {
        return String.format("H50.15-260714-7%03d", report);
    }

    private static String words(int report) {
        return (report % SPOKEN == 0 ? "PA ong Canarius" : "TCAO ong Canarius") + report
                + " o quay doi tien cua toi, ho so " + code(report) + ", goi toi so " + local(report);
    }

    private static String local(int report) {
        return "0" + phone(report).substring(3);
    }

    private static boolean isSpoken(int report) {
        return report % SPOKEN == SPOKEN - 1;
    }

    /** Asks for the erasure of everything, and says why; returns what it was answered: the request and the receipt. */
    static List<String> askErasure(Air air, Duration limit) throws InterruptedException {
        air.text(phone(REPORTS), "XOADL ong Canarius" + REPORTS + " dia chinh doi tien");
        return air.received(phone(REPORTS), 2, limit);
    }

    /** How many are spoken. */
    static int spoken() {
        return REPORTS / SPOKEN;
    }

    /** How everything that must never be seen begins, in every form in which it could be written. */
    static List<String> beginnings() {
        return List.of(phone(0).substring(3, 10), semiOctets(phone(0)).substring(0, 8), "Canarius", "260714-7");
    }

    /** A number as the radio writes it (3GPP TS 23.040 9.1.2.3): digits swapped in pairs. */
    private static String semiOctets(String phone) {
        String digits = phone.substring(1) + (phone.length() % 2 == 0 ? "F" : "");
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            swapped.append(digits.charAt(i + 1)).append(digits.charAt(i));
        }
        return swapped.toString();
    }

    /** What somebody types who looks for the second of them, in writing and spoken. */
    static List<String> looks() {
        return List.of("Canarius1", "canarius", local(1), local(SPOKEN - 1), code(1));
    }

    /** All of them come in; their tickets, by the neutral receipts. */
    List<String> come(Gateway gateway, Air air, Duration limit) throws IOException, InterruptedException {
        for (int i = 0; i < REPORTS; i++) {
            if (isSpoken(i)) {
                try (Handset call = Handset.dial(gateway, local(i))) {
                    call.denounce(SOUND).press("1").hear("vi/kin-dong-y");
                }
            } else {
                air.text(phone(i), words(i));
            }
        }
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            receipts.add(air.received(phone(i), 1, limit).get(0));
        }
        return receipts;
    }

    /** The ticket in a receipt. */
    static String ticket(String receipt) {
        Matcher found = TICKET.matcher(receipt);
        if (!found.find()) {
            throw new IllegalArgumentException(receipt);
        }
        return found.group(1);
    }

    /** Notes the canaries of what was sent to somebody; what {@link #looks} holds may stand in the box where it was typed. */
    void heard(String body) {
        String said = body;
        for (String typed : looks()) {
            said = said.replace("value=\"" + typed + "\"", "");
        }
        CANARY.matcher(said).results().map(MatchResult::group).forEach(seen::add);
    }

    /** The canaries that somebody was sent, other than in the box where he typed them. */
    Set<String> seen() {
        return new TreeSet<>(seen);
    }
}
