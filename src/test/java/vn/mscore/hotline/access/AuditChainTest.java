package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever holds the whole database cannot take a deed back unseen. */
class AuditChainTest {
    private static final int TRIALS = 250;
    private static final String KEY = "k".repeat(43);

    private final Random random = new Random(20260817);

    private record Stored(AuditLine line, byte[] hash) {}

    /** What somebody with all rights on the database may try; each is tried 250 times. */
    enum Attack {
        DELETE,
        CHANGE,
        REORDER,
        TRUNCATE
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        List<Stored> trail = trail(300);
        AuditChain chain = walk(trail, seals(trail), 300, trail.get(299).hash());
        assertThat(chain.faults()).isEmpty();
        assertThat(chain.sealsThatFit()).isEqualTo(4);
        assertThat(chain.lines()).isEqualTo(300);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void everyAttackIsFoundAlsoWhenTheHeadIsMadeToFit(Attack attack) {
        for (int i = 0; i < TRIALS; i++) {
            List<Stored> trail = trail(2 + random.nextInt(300));
            Map<Long, byte[]> seals = seals(trail);
            List<Stored> after = attacked(attack, trail);
            Stored last =
                    after.isEmpty() ? new Stored(line(0, "-"), AuditLine.beginning()) : after.get(after.size() - 1);
            AuditChain chain = walk(after, seals, last.line().seq(), last.hash());
            assertThat(chain.faults()).as("%s, trial %d", attack, i).isNotEmpty();
        }
    }

    @Test
    void aTrailWrittenAnewFromTheMiddleIsFoundByTheSeals() {
        List<Stored> trail = trail(250);
        Map<Long, byte[]> seals = seals(trail);
        List<Stored> forged = new ArrayList<>(trail.subList(0, 120));
        byte[] last = forged.get(119).hash();
        for (long seq = 121; seq <= 250; seq++) {
            AuditLine line = line(seq, "somebody-else");
            last = line.chained(last);
            forged.add(new Stored(line, last));
        }
        assertThat(walk(forged, seals, 250, last).faults()).anyMatch(fault -> fault.contains("line 150"));
    }

    /** Seals after these lines; a line comes each hour, the last one is the tenth. */
    @ParameterizedTest(name = "sealed {0}: {1}")
    @CsvSource({
        "1 2 3 4 5 6 7 8 9 10, whole",
        "2 4 6 8 10, whole",
        "3 4 5 6 7 8 9 10, lines 1 to 3",
        "1 2 3 7 8 9 10, lines 4 to 7",
        "1 2 3 4 5 6 7 8, whole",
        "1 2 3 4 5 6 7, lines 8 to 10",
        "none, lines 1 to 10"
    })
    void sealsThatWereTakenAwayAreMissed(String sealed, String verdict) {
        List<Stored> trail = trail(10, 3600);
        Map<Long, byte[]> seals = new TreeMap<>();
        for (Stored stored : trail) {
            if (List.of(sealed.split(" ")).contains(Long.toString(stored.line().seq()))) {
                seals.put(stored.line().seq(), stored.hash());
            }
        }
        AuditChain chain = walk(trail, seals, 10, trail.get(9).hash());
        // Another node may have sealed them: a person must know.
        assertThat(chain.faults()).isEmpty();
        if (verdict.equals("whole")) {
            assertThat(chain.gaps()).isEmpty();
        } else {
            assertThat(chain.gaps()).singleElement().asString().startsWith(verdict + ",");
        }
    }

    @Test
    void hoursThatLieDaysApartCountAsHours() {
        List<Stored> trail = trail(3, 86_400);
        assertThat(walk(trail, Map.of(), 3, trail.get(2).hash()).gaps())
                .singleElement()
                .asString()
                .startsWith("lines 1 to 3,");
    }

    @Test
    void linesOfTwoHoursWithoutASealAreNoFault() {
        List<Stored> trail = trail(1000, 5);
        assertThat(walk(trail, Map.of(), 1000, trail.get(999).hash()).gaps()).isEmpty();
    }

    @Test
    void aForgedSealIsNotBelieved() {
        AuditSeal seal = new AuditSeal(7, HexFormat.of().formatHex(new byte[32]), Instant.EPOCH);
        AuditSeals seals = new AuditSeals(KEY);
        assertThat(seals.add("audit-head", List.of(seal.signed(KEY)))).contains(seal);
        assertThat(seals.faults()).isEmpty();
        assertThat(seals.add("audit-head", List.of(seal.signed("other"), "7\tx", "", "{}", seal.json("other"))))
                .isEmpty();
        assertThat(seals.faults()).hasSize(5);
        assertThat(seals.byLine()).containsOnlyKeys(7L);
    }

    @Test
    void aHeadComesBackFromItsJsonHoweverTheWitnessKeptIt() {
        AuditSeal seal =
                new AuditSeal(7, HexFormat.of().formatHex(new byte[32]), Instant.parse("2026-08-17T02:30:00Z"));
        String[] kept = seal.json(KEY).replaceAll("[{}]", "").split(",", -1);
        AuditSeals seals = new AuditSeals(KEY);
        String turned = "{\"received\": 1, " + String.join(" ,\t", kept[3], kept[2], kept[1], kept[0]) + " }";
        assertThat(seals.add("heads", List.of(turned.replace(":", " : ").replace("02 : 30 : 00", "02:30:00"))))
                .contains(seal);
        assertThat(seals.faults()).isEmpty();
    }

    @Test
    void twoGenuineSealsOfALineThatDifferAreAFault() {
        AuditSeals seals = new AuditSeals(KEY);
        seals.add("audit-head", List.of(new AuditSeal(7, "00".repeat(32), Instant.EPOCH).signed(KEY)));
        seals.add("heads", List.of(new AuditSeal(7, "00".repeat(32), Instant.MAX).json(KEY)));
        assertThat(seals.faults()).isEmpty();
        seals.add("heads", List.of(new AuditSeal(7, "01".repeat(32), Instant.EPOCH).json(KEY)));
        assertThat(seals.faults()).containsExactly("line 7 was sealed with two hashes: the trail was written anew");
    }

    @Test
    void fieldsCannotBeMovedIntoEachOther() {
        AuditLine one = new AuditLine(1, Instant.EPOCH, 1, "ab", "c", "d", "e", "f");
        AuditLine other = new AuditLine(1, Instant.EPOCH, 1, "a", "bc", "d", "e", "f");
        assertThat(one.chained(AuditLine.beginning())).isNotEqualTo(other.chained(AuditLine.beginning()));
    }

    private List<Stored> attacked(Attack attack, List<Stored> trail) {
        List<Stored> after = new ArrayList<>(trail);
        int at = random.nextInt(trail.size());
        switch (attack) {
            case DELETE -> after.remove(random.nextInt(Math.max(1, trail.size() - 1)));
            case CHANGE ->
                after.set(
                        at,
                        new Stored(changed(trail.get(at).line()), trail.get(at).hash()));
            case REORDER -> {
                int first = random.nextInt(trail.size() - 1);
                Stored moved = after.get(first);
                after.set(first, renumbered(after.get(first + 1), first + 1));
                after.set(first + 1, renumbered(moved, first + 2));
            }
            case TRUNCATE -> after.subList(at, after.size()).clear();
        }
        return after;
    }

    private static Stored renumbered(Stored stored, long seq) {
        AuditLine line = stored.line();
        return new Stored(
                new AuditLine(
                        seq,
                        line.at(),
                        line.account(),
                        line.login(),
                        line.role(),
                        line.deed(),
                        line.subject(),
                        line.reason()),
                stored.hash());
    }

    private AuditLine changed(AuditLine line) {
        int field = random.nextInt(5);
        return new AuditLine(
                line.seq(),
                field == 0 ? line.at().plusNanos(1000) : line.at(),
                line.account(),
                field == 1 ? "other" : line.login(),
                line.role(),
                field == 2 ? "case.looked" : line.deed(),
                field == 3 ? line.subject() + "0" : line.subject(),
                field == 4 ? "another reason" : line.reason());
    }

    private static AuditChain walk(List<Stored> trail, Map<Long, byte[]> seals, long headSeq, byte[] headHash) {
        AuditChain chain = new AuditChain(seals);
        trail.forEach(stored -> chain.next(stored.line(), stored.hash()));
        chain.end(headSeq, headHash);
        return chain;
    }

    /** A seal at every hundredth line and at the end, as the job makes them. */
    private static Map<Long, byte[]> seals(List<Stored> trail) {
        Map<Long, byte[]> seals = new TreeMap<>();
        for (Stored stored : trail) {
            if (stored.line().seq() % 100 == 50 || stored.line().seq() == trail.size()) {
                seals.put(stored.line().seq(), stored.hash());
            }
        }
        return seals;
    }

    private static List<Stored> trail(int length) {
        return trail(length, 1);
    }

    private static List<Stored> trail(int length, int secondsBetween) {
        List<Stored> trail = new ArrayList<>();
        byte[] last = AuditLine.beginning();
        for (int seq = 1; seq <= length; seq++) {
            AuditLine line = line(seq, secondsBetween, "minh");
            last = line.chained(last);
            trail.add(new Stored(line, last));
        }
        return trail;
    }

    private static AuditLine line(long seq, String login) {
        return line(seq, 1, login);
    }

    private static AuditLine line(long seq, int secondsBetween, String login) {
        return new AuditLine(
                seq,
                Instant.parse("2026-08-17T02:30:00Z").plusSeconds(seq * secondsBetween),
                5,
                login,
                "OPERATOR",
                "case.read",
                "26001239",
                "");
    }
}
