package vn.mscore.hotline.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines whose falling silent nobody would be told of: they are up, and nothing comes in. */
final class UnwatchedLines {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("modem", "hotline.sms.modems");
        KINDS.put("smpp", "hotline.sms.smpp");
        KINDS.put("http", "hotline.sms.http");
    }

    private UnwatchedLines() {}

    /** One sentence for each that has neither hours of silence nor a daily text to itself. */
    static List<String> of(GatewaySettings settings) {
        List<String> sentences = new ArrayList<>();
        Set<String> probed = probed(settings);
        KINDS.forEach((kind, list) -> settings.lines(list).keySet().forEach(name -> {
            String key = "hotline.sms." + kind + "." + name;
            boolean silence = !settings.text(key + ".silence").matches("0*");
            if (!silence && !probed.contains(name)) {
                sentences.add(name + ": nobody is told when nothing comes in by it any more; set " + key
                        + ".silence, or let a line text it once a day (probe)");
            }
        }));
        return sentences;
    }

    /** Lines that are texted once a day, by themselves or by others: a probe shows that its aim hears. */
    private static Set<String> probed(GatewaySettings settings) {
        Set<String> names = new HashSet<>();
        KINDS.forEach((kind, list) -> settings.lines(list)
                .keySet()
                .forEach(name -> names.add(settings.text("hotline.sms." + kind + "." + name + ".probe"))));
        return names;
    }
}
