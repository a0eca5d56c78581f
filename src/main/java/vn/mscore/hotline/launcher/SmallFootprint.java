package vn.mscore.hotline.launcher;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives the memory of the start back to the machine and keeps the idle heap small. A manifest cannot carry JVM options, so
 * those the running JVM still accepts are set here.
 */
final class SmallFootprint {
    private static final Logger LOG = Logger.getLogger(SmallFootprint.class.getName());
    private static final Map<String, String> OPTIONS =
            Map.of("MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "25", "G1PeriodicGCInterval", "120000");

    private SmallFootprint() {}

    static void settle() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        OPTIONS.forEach((option, value) -> {
            try {
                jvm.setVMOption(option, value);
            } catch (IllegalArgumentException e) {
                LOG.log(Level.FINE, "this JVM has no " + option, e);
            }
        });
        System.gc();
    }
}
