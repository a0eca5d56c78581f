package vn.mscore.hotline.complaint.secret;

import vn.mscore.hotline.complaint.triage.PlainWords;

/** Whether words name a person in full, however they are written; one word alone, as {@code An}, is anybody's. Pure. */
final class OwnName {
    private OwnName() {}

    static boolean isIn(String text, String name) {
        String whole = PlainWords.of(name).strip();
        return whole.contains(" ") && PlainWords.holds(PlainWords.of(text), whole);
    }
}
