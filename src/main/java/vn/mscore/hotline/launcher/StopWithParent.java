package vn.mscore.hotline.launcher;

import java.util.Optional;

/** Under Maven the gateway is Maven's child; a signal to Maven alone must end both. */
final class StopWithParent {
    private static final long PAUSE_MILLIS = 500;

    private StopWithParent() {}

    static void watch(GatewaySettings settings) {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (!settings.flag("hotline.launcher.stopWithParent") || parent.isEmpty()) {
            return;
        }
        Thread watcher = new Thread(() -> await(parent.get()), "launcher-parent");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void await(ProcessHandle parent) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            Runtime.getRuntime().exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
