package vn.mscore.hotline.platform;

import java.util.concurrent.ThreadFactory;

/** A thread with one owner and one name, which its owner starts and waits for. It keeps no process alive. */
public final class OwnThread {
    private final ThreadFactory factory;
    private final String name;
    private Thread thread;

    /** Will be called {@code name}. */
    public OwnThread(ThreadFactory factory, String name) {
        this.factory = factory;
        this.name = name;
    }

    /** Begins {@code work}, which ends when its owner says so. */
    public synchronized void start(Runnable work) {
        thread = factory.newThread(work);
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until the work has ended, {@code millis} at most; nothing when it never began. An interruption ends the waiting. */
    public synchronized void join(long millis) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }
}
