package vn.mscore.hotline.desk.text;

/** One slip of a thumb. */
final class Slip {
    private Slip() {}

    /** Whether one letter was changed, left out, added or swapped with its neighbour. */
    static boolean isOne(String typed, String right) {
        int difference = typed.length() - right.length();
        if (Math.abs(difference) > 1 || typed.equals(right)) {
            return false;
        }
        int at = 0;
        while (at < Math.min(typed.length(), right.length()) && typed.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (difference > 0) {
            return typed.substring(at + 1).equals(right.substring(at));
        }
        if (difference < 0) {
            return typed.substring(at).equals(right.substring(at + 1));
        }
        return typed.substring(at + 1).equals(right.substring(at + 1)) || swapped(typed, right, at);
    }

    private static boolean swapped(String typed, String right, int at) {
        return at + 1 < typed.length()
                && typed.charAt(at) == right.charAt(at + 1)
                && typed.charAt(at + 1) == right.charAt(at)
                && typed.substring(at + 2).equals(right.substring(at + 2));
    }
}
