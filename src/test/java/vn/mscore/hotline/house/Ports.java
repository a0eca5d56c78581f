package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ports of this test JVM alone, so that several can test on one machine at a time. They lie below those which the kernel
 * gives to whoever asks for any (32768 and above on Linux): nobody takes one between its choice and its use.
 */
final class Ports {
    private static final int FIRST = 6_000;
    private static final int LAST = 32_000;
    private static final int BLOCK = 4_000;
    private static final int SINGLE = 400;
    private static final int SOUND = 3_000;
    private static final int FIRST_FEW = 12;

    /** Who listens on the first port of a block owns it, until the JVM ends. */
    private static final ServerSocket CLAIM = claim();

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger NEXT_MEDIA = new AtomicInteger(SINGLE);

    private Ports() {}

    private static ServerSocket claim() {
        for (int first = FIRST; first + BLOCK <= LAST; first += BLOCK) {
            try {
                return new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("all ports for tests between " + FIRST + " and " + LAST + " are taken");
    }

    /** One that is free, as TCP and as UDP, and is not given again soon. */
    static int next() {
        for (int tries = 1; tries < SINGLE; tries++) {
            int port = CLAIM.getLocalPort() + 1 + NEXT.getAndIncrement() % (SINGLE - 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port beside " + CLAIM);
    }

    private static boolean isFree(int port) {
        try (ServerSocket stream = new ServerSocket(port);
                DatagramSocket packets = new DatagramSocket(port)) {
            return stream.isBound() && packets.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The first of enough ports in a row for the sound of {@code calls} test callers, not given again soon. SIPp passes over
     * taken ones, but not over the first few.
     */
    static int media(int calls) {
        int width = calls * 4 + 8;
        for (int tries = 0; tries < SOUND; tries++) {
            int end = NEXT_MEDIA.updateAndGet(at -> (at + width > SOUND ? SINGLE : at) + width);
            int first = CLAIM.getLocalPort() + end - width;
            if (IntStream.range(first, first + FIRST_FEW).allMatch(Ports::takesSound)) {
                return first;
            }
        }
        throw new IllegalStateException("no free ports for sound beside " + CLAIM);
    }

    private static boolean takesSound(int port) {
        try (DatagramSocket packets = new DatagramSocket(port)) {
            return packets.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The range for the sound of an exchange; it passes over taken ones. */
    static String sound() {
        int first = CLAIM.getLocalPort() + SOUND;
        return first + "-" + (first + BLOCK - SOUND - 1);
    }
}
