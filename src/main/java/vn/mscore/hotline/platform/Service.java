package vn.mscore.hotline.platform;

/**
 * Something that runs on threads of its own between start and stop of the gateway: a line, a pump, the job clock. Started
 * in ascending {@link #order()} after the migrations and stopped in reverse.
 */
public interface Service {
    /** 100 readers of tables (pumps), 200 lines to the outside, 300 jobs. */
    int order();

    /** Whether it answers or sends to citizens, which waits until the machine's clock is right. */
    default boolean sends() {
        return false;
    }

    /** Starts and returns at once; threads come from the injected {@link java.util.concurrent.ThreadFactory}. */
    void start();

    /** Stops within ten seconds; what was in hand is committed or left for the next start. */
    void stop();
}
