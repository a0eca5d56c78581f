package vn.mscore.hotline.sms.smpp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.pdu.OctetText;

/**
 * One line of {@code hotline.sms.smpp}.
 *
 * @param name the deployer's name for it
 * @param address where the message centre is
 * @param password at most 8 characters (SMPP 3.4 4.1.1), usually {@code ENC(...)}
 * @param sender our short code, number or brand name: source_addr of what we send; empty lets the centre choose
 * @param systemType system_type of the bind, usually empty
 * @param alphabet what data_coding 0 means at this centre
 * @param ids how the ids of receipts are written compared with those of answers
 * @param sar whether long texts go out with SAR parameters instead of a user data header
 * @param form what it wants written otherwise
 * @param trust a PEM file of certificates to trust instead of the machine's
 * @param pauses its times
 */
record SmppSettings(
        String name,
        SmppAddress address,
        String password,
        String sender,
        String systemType,
        OctetText.Kind alphabet,
        MessageIds ids,
        boolean sar,
        SmppForm form,
        Optional<Path> trust,
        Pauses pauses) {
    static final String LIST = "hotline.sms.smpp";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,30}");

    /** All lines; none when the setting is empty. Wrong values refuse the start and name what is wrong. */
    static List<SmppSettings> read(Settings settings) {
        List<SmppSettings> lines = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String entry : settings.text(LIST).orElse("").split(",")) {
            if (!entry.isBlank()) {
                SmppSettings line = one(settings, entry.strip());
                Settings.WrongSetting.unless(taken.add(line.name()), LIST, "names a line twice");
                lines.add(line);
            }
        }
        return lines;
    }

    private static SmppSettings one(Settings settings, String entry) {
        String[] parts = entry.split("=", 2);
        String name = parts[0].strip();
        boolean shaped = parts.length == 2 && NAME.matcher(name).matches();
        Settings.WrongSetting.unless(shaped, LIST, "must be a list of name=smpp://user@host:port");
        String key = key(name);
        return new SmppSettings(
                name,
                address(name, parts[1].strip()),
                limited(settings, key + ".password", "[\\x21-\\x7e]{0,8}", "must have at most 8 plain characters"),
                limited(settings, key + ".sender", "\\+?[0-9]{1,20}|[\\x20-\\x7e]{0,11}", "must be a number or a name"),
                limited(settings, key + ".systemType", "[\\x21-\\x7e]{0,12}", "must have at most 12 characters"),
                OctetText.Kind.valueOf(choice(settings, key + ".alphabet", "gsm7", "gsm7", "latin1")
                        .toUpperCase(Locale.ROOT)),
                MessageIds.valueOf(choice(settings, key + ".ids", "same", "same", "submit-hex", "receipt-hex")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                choice(settings, key + ".long", "udh", "udh", "sar").equals("sar"),
                SmppForm.read(settings, key),
                settings.text(key + ".trust").filter(text -> !text.isBlank()).map(Path::of),
                Pauses.of(
                        settings.number(key + ".submitlimit", 60, 5, 300),
                        settings.number(key + ".enquire", 30, 1, 600)));
    }

    /** What the keys of one line begin with. */
    static String key(String name) {
        return LIST + "." + name;
    }

    private static SmppAddress address(String name, String text) {
        try {
            return SmppAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Settings.WrongSetting(LIST, "has for " + name + " an address " + e.getMessage());
        }
    }

    static String limited(Settings settings, String key, String shape, String otherwise) {
        String text = settings.text(key).orElse("").strip();
        Settings.WrongSetting.unless(text.matches(shape), key, otherwise);
        return text;
    }

    static String choice(Settings settings, String key, String fallback, String... choices) {
        String text =
                settings.text(key).map(String::strip).filter(t -> !t.isEmpty()).orElse(fallback);
        Settings.WrongSetting.unless(
                List.of(choices).contains(text), key, "must be one of " + String.join(", ", choices));
        return text;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmppSettings[" + name + " " + address + "]";
    }
}
