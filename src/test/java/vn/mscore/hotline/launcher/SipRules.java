package vn.mscore.hotline.launcher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the SIP configuration may say: R22 and security.md row 174, by name. */
final class SipRules {
    private final List<Map<String, String>> blocks;

    private SipRules(List<Map<String, String>> blocks) {
        this.blocks = blocks;
    }

    /** Each rule as what it finds wrong in the blocks of all files. */
    static Map<String, List<String>> findings(List<Map<String, String>> blocks) {
        SipRules sip = new SipRules(blocks);
        Map<String, List<String>> rules = new TreeMap<>(sip.doors());
        rules.putAll(sip.telephones());
        return rules;
    }

    private Map<String, List<String>> doors() {
        boolean acl = of("acl")
                .anyMatch(block -> block.getOrDefault("deny", "").startsWith("0.0.0.0/0.0.0.0")
                        && !block.getOrDefault("permit", "0.0.0.0/0").matches(".*\\b0\\.0\\.0\\.0/0.*"));
        boolean counted = of("global")
                .anyMatch(block -> block.containsKey("unidentified_request_count")
                        && block.containsKey("unidentified_request_period"));
        return Map.of(
                "anonymous caller",
                named(block -> block.get("name").startsWith("anonymous")
                        || block.getOrDefault("endpoint_identifier_order", "").contains("anonymous")),
                "no ACL before SIP",
                acl ? List.of() : List.of("[doors]"),
                "strangers are not counted",
                counted ? List.of() : List.of("[global]"),
                "SIP on every address by default",
                named(block -> block.getOrDefault("bind", "").startsWith("0.0.0.0")));
    }

    private Map<String, List<String>> telephones() {
        return Map.of(
                "trunk known by a name",
                endpoints(block -> "trunk".equals(block.get("context")) && !"ip".equals(block.get("identify_by"))),
                "endpoint of another context",
                endpoints(block -> !block.getOrDefault("context", "").matches("trunk|operators")),
                "endpoint that may transfer or subscribe",
                endpoints(block ->
                        !"no".equals(block.get("allow_transfer")) || !"no".equals(block.get("allow_subscribe"))),
                "line kept when the sound is gone",
                endpoints(block -> !block.getOrDefault("rtp_timeout", "0").matches("[1-9][0-9]?")
                        || !block.getOrDefault("rtp_timeout_hold", "0").matches("[1-9][0-9]{0,2}")),
                "telephone with a number for a name",
                named(block -> block.get("name").matches("[0-9]+")),
                "telephone without a password",
                endpoints(block -> "operators".equals(block.get("context")) && block.get("auth") == null),
                "telephone with a short password",
                named(block -> "auth".equals(block.get("type"))
                        && !block.get("name").equals("trunk-account")
                        && ExchangeRules.isShort(block.get("password"))));
    }

    private Stream<Map<String, String>> of(String type) {
        return blocks.stream().filter(block -> type.equals(block.get("type")));
    }

    private List<String> named(Predicate<Map<String, String>> wrong) {
        return blocks.stream().filter(wrong).map(block -> block.get("name")).toList();
    }

    private List<String> endpoints(Predicate<Map<String, String>> wrong) {
        return of("endpoint").filter(wrong).map(block -> block.get("name")).toList();
    }
}
