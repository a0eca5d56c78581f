package vn.mscore.hotline.complaint.triage;

/** Whether words name a person in full, however they are written; one word alone, as {@code An}, is anybody's. Pure. */
public final class OwnName {
    private OwnName() {}

    /** Whether {@code name} is one that could be found: two words at least. */
    public static boolean isWhole(String name) {
        return PlainWords.of(name).strip().contains(" ");
    }

    /** Whether {@code text} names whoever is called {@code name}. */
    public static boolean isIn(String text, String name) {
        return isWhole(name)
                && PlainWords.holds(PlainWords.of(text), PlainWords.of(name).strip());
    }
}
