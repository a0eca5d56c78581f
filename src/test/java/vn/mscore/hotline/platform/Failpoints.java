package vn.mscore.hotline.platform;

/** Arms one failpoint after the other in a test that runs the gateway's code in its own process. */
public final class Failpoints {
    private Failpoints() {}

    /** Arms {@code NAME:ACTION[:NTH]}; an empty text disarms. */
    public static void arm(String point) {
        System.setProperty(Failpoint.PROPERTY, point);
        Failpoint.reread();
    }

    /** Whether what was armed last has failed. */
    public static boolean fired() {
        return Failpoint.fired();
    }

    /** Disarms. */
    public static void disarm() {
        System.clearProperty(Failpoint.PROPERTY);
        Failpoint.reread();
    }
}
