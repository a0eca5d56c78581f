package vn.mscore.hotline.desk.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.shared.Slip;

/** The table of keywords: finds the one a text begins with, forgiving broken accents and, in long words, one slip. */
final class Keywords {
    private static final int FORGIVEN_FROM = 5;

    private final List<Spelling> spellings = new ArrayList<>();
    private final Map<Group, List<String>> lists = new EnumMap<>(Group.class);
    private final Map<Set<Group>, List<Spelling>> chosen = new ConcurrentHashMap<>();

    /** Rows of {@code keywords.tsv}. */
    enum Group {
        SERVICE,
        COMPOSE,
        TC,
        LOOKUP,
        DOSSIER,
        SCORE,
        SCORE_OR_LATE,
        FEEDBACK,
        SUGGESTION,
        COMPLAINT,
        KN,
        DENOUNCE,
        VIEW,
        MORE,
        WITHDRAW,
        CALLBACK,
        LANGUAGE,
        OPT_OUT,
        OPT_IN,
        DATA,
        HELP,
        NOT,
        YES,
        YES_REST,
        NO,
        NOT_YET,
        BEFORE_NO,
        NO_BUT,
        PLAIN_NO,
        TEXTS,
        BLANKS,
        BEFORE_CHOICE,
        BEFORE_MARK,
        REASON,
        KIND,
        NUMBER,
        NUMBER_WRITTEN,
        OTHER_SCALE,
        UNIT,
        CHATTER,
        MACHINE;

        boolean isList() {
            return ordinal() >= YES.ordinal();
        }
    }

    /** One spelling; {@code most} words may follow, -1 for any, all of them out of {@code only} when it is there. */
    private record Spelling(Use use, String text, int count, String squeezed) {
        static Spelling of(String text, Use use) {
            int count = text.split(" ").length;
            Require.that(count <= Beginning.LONGEST, "a keyword has at most " + Beginning.LONGEST + " words");
            return new Spelling(use, text, count, text.replace(" ", ""));
        }

        Group group() {
            return use.group();
        }
    }

    /** What the spellings of one row of the table share. */
    private record Use(Group group, int most, Optional<Group> only, Set<String> notMeant) {}

    /** A keyword found, {@code length} words long. */
    record Match(Group group, int length) {
        /** "TRA CU" is "TRA CUU" with a slip, rather than "TRA" and a word. */
        boolean isLonger(Match other) {
            return group == other.group && length > other.length;
        }
    }

    Keywords(List<String> rows) {
        for (String row : rows) {
            String[] column = row.split("\t");
            Group group = Group.valueOf(column[0]);
            int most = column[1].matches("[0-9]+") ? Integer.parseInt(column[1]) : -1;
            Optional<Group> only =
                    column[1].matches("[A-Z].*") ? Optional.of(Group.valueOf(column[1])) : Optional.empty();
            Set<String> notMeant = column.length > 3 ? Set.of(column[3].split(",")) : Set.of();
            for (String text : column[2].split(",")) {
                if (group.isList()) {
                    lists.computeIfAbsent(group, key -> new ArrayList<>()).add(text);
                } else {
                    spellings.add(Spelling.of(text, new Use(group, most, only, notMeant)));
                }
            }
        }
        spellings.sort(
                Comparator.comparing((Spelling spelling) -> spelling.squeezed().length())
                        .reversed());
    }

    /** The words of a list. */
    List<String> list(Group group) {
        return lists.getOrDefault(group, List.of());
    }

    /** The keyword at the beginning: exactly, else with typing residue taken out, else with one slip. */
    Optional<Match> find(Words words, Set<Group> among) {
        List<Spelling> wanted = wanted(among);
        Beginning typed = new Beginning(words);
        Optional<Match> exact = exact(typed, wanted);
        Optional<Match> slipped = exact.isPresent() && exact.get().length() > 1
                ? Optional.empty()
                : slip(typed, wanted).filter(match -> exact.isEmpty() || match.isLonger(exact.get()));
        return slipped.filter(match -> exact.isPresent())
                .or(() -> exact)
                .or(() -> residue(typed, wanted))
                .or(() -> slipped)
                .filter(match -> match.group() != Group.NOT);
    }

    private List<Spelling> wanted(Set<Group> among) {
        return chosen.computeIfAbsent(among, groups -> spellings.stream()
                .filter(spelling -> groups.contains(spelling.group()))
                .toList());
    }

    private Optional<Match> exact(Beginning typed, List<Spelling> wanted) {
        for (Spelling spelling : wanted) {
            if (typed.joined(spelling.count()).equals(spelling.text()) && fits(spelling, typed, spelling.count())) {
                return Optional.of(new Match(spelling.group(), spelling.count()));
            }
            if (typed.joined(1).equals(spelling.squeezed()) && fits(spelling, typed, 1)) {
                return Optional.of(new Match(spelling.group(), 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Match> residue(Beginning typed, List<Spelling> wanted) {
        for (Spelling spelling : wanted) {
            for (int length : new int[] {spelling.count(), 1}) {
                if (spelling.squeezed().length() >= 4
                        && typed.cleaned(length).equals(spelling.squeezed())
                        && fits(spelling, typed, length)) {
                    return Optional.of(new Match(spelling.group(), length));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> slip(Beginning typed, List<Spelling> wanted) {
        for (Spelling spelling : wanted) {
            String right = spelling.squeezed();
            for (int length = 1; length <= Beginning.LONGEST && right.length() >= FORGIVEN_FROM; length++) {
                if (!typed.hasDigit(length)
                        && Slip.isOne(typed.squeezed(length), right)
                        && fits(spelling, typed, length)
                        && spelling.group() != Group.NOT) {
                    return Optional.of(new Match(spelling.group(), length));
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(Spelling spelling, Beginning typed, int length) {
        Words words = typed.words();
        Use use = spelling.use();
        return length <= words.size()
                && (use.most() < 0 || words.size() - length <= use.most())
                && use.only()
                        .map(this::list)
                        .filter(list -> !list.containsAll(words.list(length)))
                        .isEmpty()
                && !(length == 1 && use.notMeant().contains(words.spelled(0)));
    }
}
