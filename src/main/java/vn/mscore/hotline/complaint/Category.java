package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;

/**
 * A field of complaints: who leads, how fast, which words point to it. One row of {@code complaint/categories.tsv}.
 *
 * @param code stable key such as {@code DDAI}
 * @param name Vietnamese
 * @param committee the committee of the council that gets a copy; two with a slash between them, {@code all}, or {@code -} for none
 * @param forwardDays working days to pass it on, empty when nothing is laid down
 * @param answerDays working days to answer the citizen
 * @param secret belongs to the secret lane whatever the words
 * @param neverOwn the office complained about is never the one that verifies
 * @param threeTierLead who leads until 30 June 2025
 * @param twoTierLead who leads since 1 July 2025
 * @param words trigger words without diacritics
 * @param leads how the leading office of today is known in the tree, the first wanted first; empty when only words tell
 * @param named whom the deployer named in place of {@code leads}, empty when nobody changed it
 */
public record Category(
        String code,
        String name,
        String committee,
        OptionalInt forwardDays,
        int answerDays,
        boolean secret,
        boolean neverOwn,
        String threeTierLead,
        String twoTierLead,
        List<String> words,
        List<Lead> leads,
        Optional<Named> named) {
    /** The code of what belongs nowhere else. */
    public static final String OTHER = "KHAC";

    private static final String EVERYBODY = "all";
    private static final String NOBODY = "-";
    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);

    /**
     * Offices of a kind.
     *
     * @param name how their names begin, empty for any
     */
    public record Lead(UnitKind kind, String name) {
        /** Whether {@code unit} is one of them. */
        public boolean is(Unit unit) {
            return unit.kind() == kind && unit.name().full().startsWith(name);
        }
    }

    /** Who leads since a change of the table; without an office the tree is asked for nobody. */
    public record Named(Optional<UnitCode> unit) {}

    /** The committees named, none where all of them follow it or none does. */
    public List<String> committees() {
        return committee.equals(EVERYBODY) || committee.equals(NOBODY) ? List.of() : List.of(committee.split("/"));
    }

    /** Whether {@code one} of them gets a copy. */
    public boolean isFollowedBy(String one) {
        return committee.equals(EVERYBODY) || committees().contains(one);
    }

    /** Who leads for something received on {@code day}. */
    public String lead(LocalDate day) {
        return day.isBefore(TWO_TIERS) ? threeTierLead : twoTierLead;
    }
}
