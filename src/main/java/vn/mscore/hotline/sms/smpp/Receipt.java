package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.OptionalParameter.Tag;
import vn.mscore.hotline.sms.pdu.OctetText;
import vn.mscore.hotline.sms.pdu.PduException;

/**
 * A delivery receipt: by the optional parameters receipted_message_id and message_state (SMPP 3.4 5.3.2.12, .35), else by
 * its text (appendix B). Times are those of a Vietnamese centre.
 *
 * @param named receipted_message_id: by 5.3.2.12 the id as the answer to the submission had it
 * @param written the id in the text
 * @param status the state as a TP-ST of TS 23.040 9.2.3.15
 * @param doneAt when it came to that, empty when the text does not tell
 */
record Receipt(Optional<String> named, Optional<String> written, int status, Optional<Instant> doneAt) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** message_id has at most 65 characters (4.4.2); more, or others than printable ones, are none of ours. */
    private static final String ONE_ID = "[!-~]{1,65}";

    private static final Pattern ID = field("id", "(" + ONE_ID + ")(?!\\S)");
    private static final Pattern STATE = field("stat", "([A-Za-z]{1,16}|\\d{1,3})");
    private static final Pattern DONE = field("done date", "(\\d{12}|\\d{10})");
    /** The whole text of appendix B: nobody writes that by hand. */
    private static final Pattern WHOLE = Pattern.compile(
            "\\s*id:\\s?\\S+ sub:\\s?\\d+ dlvrd:\\s?\\d+ submit date:\\s?\\d+ done date:\\s?\\d+ stat:\\s?[A-Z]+ err:.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int STILL_TRYING = 0x30;

    /** Of the values that a centre may use for itself: it told a state that we do not know, and may tell another. */
    static final int UNHEARD_OF = 0x3F;

    /** message_state (5.2.28) as TP-ST. UNKNOWN is not the end of it: nobody knows. */
    private static final Map<Integer, Integer> STATES = Map.of(
            0,
            STILL_TRYING,
            1,
            STILL_TRYING,
            2,
            0x00,
            3,
            0x46,
            4,
            0x48,
            5,
            0x43,
            6,
            STILL_TRYING,
            7,
            STILL_TRYING,
            8,
            0x42,
            9,
            0x48);

    /** The words of appendix B and others that centres write, cut after five letters. */
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("SCHED", 0),
            Map.entry("ENROU", 1),
            Map.entry("BUFFR", 1),
            Map.entry("BUFFE", 1),
            Map.entry("DELIV", 2),
            Map.entry("EXPIR", 3),
            Map.entry("DELET", 4),
            Map.entry("UNDEL", 5),
            Map.entry("FAILE", 5),
            Map.entry("ACCEP", 6),
            Map.entry("UNKNO", 7),
            Map.entry("REJEC", 8),
            Map.entry("SKIPP", 9));

    private static final int WORD = 5;
    private static final int UCS2 = 0x08;

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|\\s)" + name + ":\\s?" + value, Pattern.CASE_INSENSITIVE);
    }

    /** The id as it came. */
    String id() {
        return named.or(() -> written).orElseThrow();
    }

    /** Which submission it tells of, in the form of {@link MessageIds#ofAnswer}. */
    String reference(MessageIds ids) {
        return named.isPresent() ? ids.ofAnswer(named.get()) : ids.ofReceipt(id());
    }

    /** The same for a centre that writes its parameter like its text, or something else into it. */
    String otherReference(MessageIds ids) {
        return ids.ofReceipt(written.orElse(id()));
    }

    /** Reads a receipt; empty when it tells no id or no state. */
    static Optional<Receipt> read(DeliverSm pdu) {
        String text = text(pdu);
        Optional<String> named =
                pdu.text(Tag.RECEIPTED_MESSAGE_ID).map(String::strip).filter(id -> id.matches(ONE_ID));
        Optional<String> written = first(ID, text);
        Optional<Integer> number = pdu.number(Tag.MESSAGE_STATE);
        Optional<Integer> status = number.filter(STATES::containsKey)
                .map(STATES::get)
                .or(() -> first(STATE, text).map(Receipt::status))
                .or(() -> number.map(unknown -> UNHEARD_OF));
        return named.or(() -> written).isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receipt(
                        named, written, status.get(), first(DONE, text).flatMap(Receipt::time)));
    }

    /**
     * Whether {@code text} is written as a receipt, whoever sent it. Without the type of one it tells us nothing, as anybody
     * might write it; but it is no question of a citizen either.
     */
    static boolean looksLike(String text) {
        return WHOLE.matcher(text).matches();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A word, or the number of message_state. */
    private static int status(String word) {
        String start = word.toUpperCase(Locale.ROOT).substring(0, Math.min(WORD, word.length()));
        Integer state = word.matches("\\d+") ? Integer.valueOf(word) : WORDS.get(start);
        return state == null ? UNHEARD_OF : STATES.getOrDefault(state, UNHEARD_OF);
    }

    /** Letters of receipts are those of ASCII, whatever a centre's default alphabet is, unless they are UCS-2. */
    private static String text(DeliverSm pdu) {
        OctetText.Kind kind = pdu.coding() == UCS2 ? OctetText.Kind.UCS2 : OctetText.Kind.LATIN1;
        try {
            return OctetText.read(kind, pdu.withHeader(), pdu.octets()).text();
        } catch (PduException e) {
            return new String(pdu.octets(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<Instant> time(String digits) {
        try {
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(digits.length() == 10 ? "yyMMddHHmm" : "yyMMddHHmmss");
            return Optional.of(
                    LocalDateTime.parse(digits, format).atZone(VIETNAM).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
