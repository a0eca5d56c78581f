package vn.mscore.hotline.app.figures;

import jakarta.inject.Singleton;

/** Whether the last report of alarms could be written down: one that could not is told by nobody else. */
@Singleton
public class BoardState {
    private volatile boolean failing;

    /** Runs {@code report} and remembers whether it failed. */
    void note(Runnable report) {
        boolean done = false;
        try {
            report.run();
            done = true;
        } finally {
            failing = !done;
        }
    }

    boolean isFailing() {
        return failing;
    }
}
