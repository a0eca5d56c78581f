package vn.mscore.hotline.desk.ivr;

import java.util.Optional;

/** Undoes what lines do that send every key twice, in the speech band and beside it (security row 89). Pure. */
final class DoubledKeys {
    private DoubledKeys() {}

    /** The keys once; empty when they did not all come twice. */
    static Optional<String> single(String keys) {
        boolean twice = !keys.isEmpty() && keys.length() % 2 == 0;
        StringBuilder once = new StringBuilder();
        for (int i = 0; twice && i < keys.length(); i += 2) {
            twice = keys.charAt(i) == keys.charAt(i + 1);
            once.append(keys.charAt(i));
        }
        return twice ? Optional.of(once.toString()) : Optional.empty();
    }
}
