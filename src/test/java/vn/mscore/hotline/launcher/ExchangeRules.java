package vn.mscore.hotline.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What Asterisk's other files may say: R21-R23, R27, R28 and security.md rows 173, 174, 176, by name. */
final class ExchangeRules {
    private static final int SHORTEST_SECRET = 24;
    /** R27 and what makes commands, calls or files out of nothing. */
    private static final List<String> NEVER = List.of(
            "app_disa",
            "app_externalivr",
            "app_mixmonitor",
            "app_originate",
            "app_sms",
            "app_system",
            "chan_iax2",
            "chan_ooh323",
            "chan_unistim",
            "func_curl",
            "func_odbc",
            "func_shell",
            "pbx_spool",
            "res_ari",
            "res_pjsip_messaging",
            "res_pjsip_notify",
            "res_pjsip_refer",
            "res_stir_shaken",
            "res_xmpp");

    private final Map<String, Conf> files = new TreeMap<>();

    ExchangeRules(Map<String, String> texts) {
        texts.forEach((name, text) -> files.put(name, Conf.parse(name, text)));
    }

    /** Each finding as {@code rule: line}. */
    List<String> findings() {
        List<String> found = new ArrayList<>();
        DialplanRules.findings(files.get("extensions.conf"))
                .forEach((rule, lines) -> lines.forEach(line -> found.add(rule + ": " + line)));
        Map<String, List<String>> rules = new TreeMap<>();
        addManager(rules);
        rules.putAll(SipRules.findings(sip()));
        addModules(rules);
        addRest(rules);
        rules.forEach((rule, lines) -> lines.forEach(line -> found.add(rule + ": " + line)));
        return found;
    }

    private void addManager(Map<String, List<String>> rules) {
        Conf manager = files.get("manager.conf");
        rules.put("manager beyond loopback", not(manager.all("general", "bindaddr"), "127\\.0\\.0\\.1|@ami.address@"));
        rules.put("manager over the web", not(manager.all("general", "webenabled"), "no"));
        rules.put(
                "manager account without ACL",
                accounts(
                        manager,
                        account -> !account.getOrDefault("deny", "").equals("0.0.0.0/0.0.0.0")
                                || !account.getOrDefault("permit", "").equals("127.0.0.1/255.255.255.255")));
        rules.put("manager account with too many rights", accounts(manager, ExchangeRules::mighty));
        rules.put("manager account with a short secret", accounts(manager, account -> isShort(account.get("secret"))));
        rules.put(
                "web server on",
                files.containsKey("http.conf") || files.containsKey("ari.conf")
                        ? List.of("http.conf or ari.conf")
                        : List.of());
    }

    private static List<String> accounts(Conf manager, Predicate<Map<String, String>> wrong) {
        return manager.blocks().stream()
                .filter(block -> !block.get("name").equals("general"))
                .filter(wrong)
                .map(block -> block.get("name"))
                .toList();
    }

    /** Originate is as strong as system: only the account that orders calls has it, and nothing else. */
    private static boolean mighty(Map<String, String> account) {
        Set<String> writes = words(account.get("write"));
        Set<String> reads = words(account.get("read"));
        boolean orders = account.get("name").equals("hotline-calls");
        Set<String> mayWrite = orders ? Set.of("originate") : Set.of("agent", "reporting");
        Set<String> mayRead = orders ? Set.of("call") : Set.of("system", "call", "agent", "user");
        return !mayWrite.containsAll(writes) || !mayRead.containsAll(reads);
    }

    private static Set<String> words(String list) {
        return Set.of((list == null ? "all" : list).split("\\s*,\\s*"));
    }

    static boolean isShort(String secret) {
        return secret == null || (!secret.matches("@[a-z.]+@") && secret.length() < SHORTEST_SECRET);
    }

    private List<Map<String, String>> sip() {
        return Stream.of("pjsip.conf", "pjsip-trunk.conf", "pjsip-device.conf", "pjsip-devices.conf")
                .filter(files::containsKey)
                .flatMap(name -> files.get(name).blocks().stream())
                .toList();
    }

    private void addModules(Map<String, List<String>> rules) {
        Conf modules = files.get("modules.conf");
        rules.put("modules loaded unasked", not(modules.all("modules", "autoload"), "no"));
        rules.put(
                "module that must stay out",
                modules.all("load").stream()
                        .filter(module -> NEVER.contains(module.replace(".so", "")))
                        .toList());
        rules.put(
                "module not locked out",
                NEVER.stream()
                        .filter(module -> !modules.all("noload").contains(module + ".so"))
                        .toList());
    }

    private void addRest(Map<String, List<String>> rules) {
        Conf main = files.get("asterisk.conf");
        rules.put("live_dangerously", not(main.all("options", "live_dangerously"), "no"));
        rules.put("remote console runs a shell", not(main.all("options", "disable_remote_console_shell"), "yes"));
        rules.put("calls without a limit", not(main.all("options", "maxcalls"), "[1-9][0-9]*|@calls.most@"));
        rules.put(
                "Asterisk as root",
                main.all("options", "runuser").stream()
                        .filter(user -> user.matches("root|0"))
                        .toList());
        rules.put("sound from strangers", not(files.get("rtp.conf").all("general", "strictrtp"), "yes|@rtp.strict@"));
        rules.put(
                "numbers kept in logs",
                Stream.of(
                                files.get("logger.conf").lines().stream()
                                        .filter(line -> line.section().equals("logfiles"))
                                        .filter(line -> line.value().matches(".*(\\*|verbose|debug|notice|dtmf).*"))
                                        .map(Conf.Line::toString),
                                not(files.get("logger.conf").all("general", "queue_log"), "no").stream(),
                                not(files.get("cdr.conf").all("general", "enable"), "no").stream(),
                                not(files.get("cel.conf").all("general", "enable"), "no").stream())
                        .flatMap(stream -> stream)
                        .toList());
        rules.put(
                "queue that hands out transfers or recordings",
                files.get("extensions.conf")
                        .steps()
                        .map(Conf.Line::value)
                        .filter(step -> step.matches("Queue\\([^,]*,[^,]*[tThHkKwWxX].*"))
                        .toList());
    }

    /** The setting must be there and every one of it must look like {@code pattern}. */
    private static List<String> not(List<String> values, String pattern) {
        if (values.isEmpty()) {
            return List.of("not set");
        }
        return values.stream().filter(value -> !value.matches(pattern)).toList();
    }
}
