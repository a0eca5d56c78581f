package vn.mscore.hotline.shared;

import java.util.Arrays;

/** One slip of a thumb. */
public final class Slip {
    private Slip() {}

    /** Whether one letter was changed, left out, added or swapped with its neighbour. */
    public static boolean isOne(String typed, String right) {
        if (Math.abs(typed.length() - right.length()) > 1) {
            return false;
        }
        int at = Arrays.mismatch(typed.toCharArray(), right.toCharArray());
        return at >= 0 && (isOneLetter(typed, right, at) || isSwap(typed, right, at));
    }

    private static boolean isOneLetter(String typed, String right, int at) {
        boolean changed = rest(typed, at + 1).equals(rest(right, at + 1));
        boolean leftOut = rest(typed, at).equals(rest(right, at + 1));
        return changed || leftOut || rest(typed, at + 1).equals(rest(right, at));
    }

    private static boolean isSwap(String typed, String right, int at) {
        boolean both = at + 1 < Math.min(typed.length(), right.length());
        boolean crossed = both && typed.charAt(at) == right.charAt(at + 1) && typed.charAt(at + 1) == right.charAt(at);
        return crossed && rest(typed, at + 2).equals(rest(right, at + 2));
    }

    private static String rest(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
