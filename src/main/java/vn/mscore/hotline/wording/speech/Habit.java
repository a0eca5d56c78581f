package vn.mscore.hotline.wording.speech;

/**
 * How a region counts; each is the name of a sound below {@code so/}, except {@code four}.
 *
 * @param thousand {@code nghin} in the north, {@code ngan} elsewhere
 * @param odd what stands for empty tens: {@code linh} in the north, {@code le} elsewhere
 * @param plainFour whether 24 is "hai mươi bốn" and not "hai mươi tư"
 */
record Habit(String thousand, String odd, boolean plainFour) {
    static final Habit NORTH = new Habit("nghin", "linh", false);
}
