package vn.mscore.hotline.complaint.jpa;

import java.security.SecureRandom;
import java.util.HexFormat;
import vn.mscore.hotline.access.CaseWords;

/**
 * A text of the offices as it is sealed: with chance before it, so that its proof in the log of the case cannot be guessed at
 * once both are erased. What was sealed before there were proofs has none.
 */
record Salted(String kept) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char MARK = '\u0001';
    private static final int OCTETS = 16;
    private static final int BEFORE = 1 + 2 * OCTETS;

    static Salted of(String text) {
        byte[] chance = new byte[OCTETS];
        RANDOM.nextBytes(chance);
        return new Salted(MARK + HexFormat.of().formatHex(chance) + text);
    }

    String text() {
        boolean salted = kept.length() >= BEFORE && kept.charAt(0) == MARK;
        return salted ? kept.substring(BEFORE) : kept;
    }

    byte[] proof() {
        return CaseWords.proof(kept);
    }
}
