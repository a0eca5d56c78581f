package vn.mscore.hotline.complaint.suggest;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.complaint.triage.Authorities;
import vn.mscore.hotline.complaint.triage.PlainWords;
import vn.mscore.hotline.shared.UnitCode;

/** Which communes a citizen's words name. Pure. */
final class SaidPlaces {
    private static final Pattern NAME = Pattern.compile("(xa|phuong|thi tran|dac khu) (.+)");

    /** How a kind is said, in {@link SaidWords}; "tt" is not among them, for it is a trung tâm as well. */
    private static final Map<String, String> KINDS =
            Map.of("xa", "(Xa|x)", "phuong", "(Phuong|p)", "thi tran", "thi tran", "dac khu", "dac khu");

    /** What makes a name part of an address: a district does so only right behind a commune. */
    private static final String ABOVE = "(tinh|(?<=[*] )(huyen|h|thi xa|tx|thanh pho|tp))";

    private final Map<String, Set<UnitCode>> phrases = longestFirst();
    private final Map<String, Set<UnitCode>> bare = longestFirst();
    private final Authorities authorities;

    /** Looks for these, full names by code; one without a kind is never found. */
    SaidPlaces(Map<UnitCode, String> communes, Authorities authorities) {
        this.authorities = authorities;
        communes.forEach((code, full) -> {
            Matcher name = NAME.matcher(PlainWords.of(full.split("\\(")[0]).strip());
            if (name.matches()) {
                String words = "(?i:" + name.group(2) + ")";
                put(phrases, KINDS.get(name.group(1)) + " " + words, code);
                put(bare, words, code);
            }
        });
    }

    private static Map<String, Set<UnitCode>> longestFirst() {
        return new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    private static void put(Map<String, Set<UnitCode>> names, String words, UnitCode code) {
        names.computeIfAbsent(words, none -> new LinkedHashSet<>()).add(code);
    }

    /**
     * What was found.
     *
     * @param named with their kind; all that share a name
     * @param perhaps others whose bare name there is, which may be any words: they make doubtful, they tell nothing
     */
    record Said(Set<UnitCode> named, Set<UnitCode> perhaps) {}

    /** Those that {@code texts} name; empty, whatever they name, when they speak of an authority. */
    Optional<Said> in(List<String> texts) {
        if (authorities.areIn(String.join("\n", texts))) {
            return Optional.empty();
        }
        Rest rest = new Rest(texts.stream().map(SaidWords::of).collect(Collectors.joining("|")));
        Set<UnitCode> named = rest.takeOut(phrases, Set.of());
        bare.keySet().forEach(words -> rest.takeOut(ABOVE + " " + words));
        return Optional.of(new Said(named, rest.takeOut(bare, named)));
    }

    /** A text that loses what was found in it, so that a name within a longer one is not found as well. */
    private static final class Rest {
        private String text;

        Rest(String text) {
            this.text = text;
        }

        boolean takeOut(String words) {
            String without =
                    Pattern.compile(" " + words + "(?= )").matcher(text).replaceAll(" *");
            boolean found = !without.equals(text);
            text = without;
            return found;
        }

        /** A name of {@code known} is that one said again. */
        Set<UnitCode> takeOut(Map<String, Set<UnitCode>> names, Set<UnitCode> known) {
            Set<UnitCode> found = new LinkedHashSet<>();
            names.forEach((words, codes) -> {
                if (takeOut(words) && Collections.disjoint(codes, known)) {
                    found.addAll(codes);
                }
            });
            return found;
        }
    }
}
