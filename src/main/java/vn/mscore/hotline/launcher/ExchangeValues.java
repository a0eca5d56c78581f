package vn.mscore.hotline.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the placeholders of {@code ivr-scripts/dialplan} mean here.
 *
 * @param values by placeholder
 * @param devices operators' telephones, by name with their secrets
 */
record ExchangeValues(Map<String, String> values, Map<String, String> devices) {
    /** Room for the apology of those above the limit (security.md row 115). */
    private static final int SPARE_CALLS = 20;

    /** RTP and RTCP (RFC 3550, 11). */
    private static final int PORTS_OF_A_CALL = 2;

    /** Letters: 32 bytes in base64url, which the gateway asks for at least. */
    private static final int SECRET = 43;
    /** A line break would start a setting of its own, a semicolon a comment, a bracket a section. */
    private static final Pattern SAFE = Pattern.compile("[^\\p{Cntrl};\\[\\]<>#\\\\]*");

    ExchangeValues {
        values = Map.copyOf(values);
        devices = Map.copyOf(devices);
    }

    /** Takes them from the settings and from secrets that are made at first use; {@code home} is the folder of the exchange. */
    static ExchangeValues of(GatewaySettings settings, Path home) throws StartRefused {
        Map<String, String> values = new TreeMap<>();
        values.put("home", home.toString());
        values.put("etc", home.resolve("etc").toString());
        values.put("recordings", recordings(settings).toString());
        values.put(
                "heartbeat",
                path(settings, "hotline.voice.heartbeat", "asterisk/run/gateway-alive")
                        .toString());
        values.put("sounds", "hotline/vi");
        values.put("number", settings.text("hotline.number"));
        values.put("ring", settings.text("hotline.voice.ring"));
        values.put("calls", settings.text("hotline.voice.maxcalls"));
        values.put("calls.most", Integer.toString(settings.number("hotline.voice.maxcalls") + SPARE_CALLS));
        addConnections(settings, values);
        addSip(settings, values);
        refuseTooFewPorts(settings);
        Map<String, String> devices = new TreeMap<>();
        for (String device : list(settings, "hotline.voice.devices").toList()) {
            devices.put(device, settings.secrets().readOrMake("sip-" + device, SECRET));
        }
        values.forEach(ExchangeValues::refuseUnsafe);
        return new ExchangeValues(values, devices);
    }

    /** Where recordings lie until the gateway has sealed them. */
    static Path recordings(GatewaySettings settings) {
        return path(settings, "hotline.voice.spool", "asterisk/spool/recordings");
    }

    private static Path path(GatewaySettings settings, String key, String usual) {
        String own = settings.text(key);
        return own.isEmpty()
                ? settings.var().resolve(usual)
                : Path.of(own).toAbsolutePath().normalize();
    }

    private static void addConnections(GatewaySettings settings, Map<String, String> values) throws StartRefused {
        SecretFiles secrets = settings.secrets();
        values.put(
                "agi",
                "agi://" + settings.text("hotline.voice.agi.address") + ":" + settings.text("hotline.voice.agi.port"));
        values.put("agi.secret", secrets.readOrMake("agi-secret", SECRET));
        String[] ami = settings.text("hotline.voice.ami").split(":", 2);
        values.put("ami.address", ami[0]);
        values.put("ami.port", ami[1]);
        values.put("ami.secret", secrets.readOrMake("ami-secret", SECRET));
        values.put("ami.calls.secret", secrets.readOrMake("ami-calls-secret", SECRET));
    }

    private static void addSip(GatewaySettings settings, Map<String, String> values) {
        values.put("sip.address", settings.text("hotline.voice.sip.address"));
        values.put("sip.port", settings.text("hotline.voice.sip.port"));
        values.put(
                "sip.permit",
                String.join(",", list(settings, "hotline.voice.sip.permit").toList()));
        String[] rtp = settings.text("hotline.voice.rtp").split("-", 2);
        values.put("rtp.first", rtp[0]);
        values.put("rtp.last", rtp[1]);
        values.put("rtp.strict", settings.flag("hotline.voice.rtp.strict") ? "yes" : "no");
        String host = settings.text("hotline.voice.trunk.host");
        List<String> match = list(settings, "hotline.voice.trunk.match").toList();
        values.put("trunk.host", host);
        values.put("trunk.match", match.isEmpty() ? host.split(":", 2)[0] : String.join(",", match));
        String user = settings.text("hotline.voice.trunk.user");
        values.put("trunk.user", user.isEmpty() ? "hotline" : user);
        values.put("trunk.from", user.isEmpty() ? values.get("number") : user);
        values.put("trunk.dtmf", settings.text("hotline.voice.trunk.dtmf"));
        values.put("trunk.password", settings.text("hotline.voice.trunk.password"));
    }

    /** A call without a port for its sound is refused by the exchange without a word, the apology included. */
    private static void refuseTooFewPorts(GatewaySettings settings) throws StartRefused {
        String[] rtp = settings.text("hotline.voice.rtp").split("-", 2);
        int ports = Math.max(0, Integer.parseInt(rtp[1]) - Integer.parseInt(rtp[0]) + 1);
        int calls = settings.number("hotline.voice.maxcalls");
        int needed = (calls + SPARE_CALLS) * PORTS_OF_A_CALL;
        if (ports < needed) {
            throw new StartRefused("hotline.voice.rtp has " + ports + " ports; " + calls
                    + " calls (hotline.voice.maxcalls) and " + SPARE_CALLS + " more need two each: " + needed);
        }
    }

    private static Stream<String> list(GatewaySettings settings, String key) {
        return Stream.of(settings.text(key).split(",")).map(String::trim).filter(text -> !text.isEmpty());
    }

    /** Whether there is a way to other telephones than the operators' own. */
    boolean hasTrunk() {
        return !values.get("trunk.host").isEmpty();
    }

    /** Whether the trunk wants an account. */
    boolean hasAccount() {
        return hasTrunk() && !values.get("trunk.password").isEmpty();
    }

    private static void refuseUnsafe(String name, String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "what is set for the exchange's " + name + " holds a character that its configuration cannot");
        }
    }
}
