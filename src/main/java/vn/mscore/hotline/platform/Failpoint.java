package vn.mscore.hotline.platform;

/**
 * Named places at which a test makes the gateway die, fail or wait, to prove that nothing is lost whatever happens there
 * (after SQLite's and FoundationDB's fault injection). One is armed by the system property {@value #PROPERTY} when the
 * class is loaded, which the launcher refuses outside tests; unarmed, a hit is one look at a field. The names are the rows
 * of {@code META-INF/hotline-failpoints.tsv}.
 */
public final class Failpoint {
    /** {@code NAME:ACTION[:NTH]}: at the NTH hit (1) of NAME; ACTION is halt, throw, enospc or delay[=SECONDS] (30). */
    public static final String PROPERTY = "hotline.failpoint";

    private static volatile ArmedFailpoint armed = ArmedFailpoint.read(System.getProperty(PROPERTY));

    private Failpoint() {}

    /** Goes on, unless a test armed {@code name}. */
    public static void hit(String name) {
        ArmedFailpoint now = armed;
        if (now != null) {
            now.hit(name);
        }
    }

    /** Looks at the property again, for tests that arm one after the other in one process. */
    static void reread() {
        armed = ArmedFailpoint.read(System.getProperty(PROPERTY));
    }

    /** Whether the armed place was hit often enough. */
    static boolean fired() {
        ArmedFailpoint now = armed;
        return now != null && now.fired();
    }

    /** What an armed place throws: a bug nobody expected. */
    public static final class Fired extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fired(String name) {
            super("failpoint " + name);
        }
    }
}
