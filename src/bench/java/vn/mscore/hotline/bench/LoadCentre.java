package vn.mscore.hotline.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A message centre (SMPP 3.4) that does as little as can be, so that what it drives is measured and not itself: one connection,
 * one thread that reads, no library. It keeps a window of deliver_sm without an answer and takes every submit_sm at once.
 */
final class LoadCentre implements AutoCloseable {
    private static final int SUBMIT = 0x04;
    private static final int DELIVER = 0x05;
    private static final int BIND = 0x09;
    private static final int ENQUIRE = 0x15;
    private static final int ANSWER = 0x80000000;
    private static final int HEADER = 16;
    private static final byte[] NAME = {'c', 0};

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch bound = new CountDownLatch(1);
    private final String text;
    private volatile OutputStream out;
    private volatile Round round;
    private int ids;

    /** Will deliver {@code text}, again and again, each time from another number. */
    LoadCentre(String text) throws IOException {
        this.text = text;
        Thread thread = new Thread(this::serve, "centre");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    void awaitBound() throws InterruptedException {
        if (!bound.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody bound within a minute");
        }
    }

    /** Delivers a round, {@code perSecond} (0: as fast as the window lets it), and waits for its answers or the limit. */
    Round run(Round next, int perSecond, Duration limit) throws IOException, InterruptedException {
        round = next;
        long start = System.nanoTime();
        next.begin(start);
        for (int i = 0; i < next.count(); i++) {
            if (perSecond > 0) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime());
            }
            next.enter(i, perSecond > 0 ? start + i * 1_000_000_000L / perSecond : 0, limit);
            write(deliver(i, next.number(i)));
        }
        next.await(limit);
        return next;
    }

    private void serve() {
        try (Socket socket = door.accept()) {
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            while (true) {
                int length = in.readInt();
                int command = in.readInt();
                int status = in.readInt();
                int sequence = in.readInt();
                take(command, status, sequence, in.readNBytes(length - HEADER));
            }
        } catch (IOException e) {
            out = null;
        }
    }

    private void take(int command, int status, int sequence, byte[] body) throws IOException {
        switch (command) {
            case BIND -> {
                write(pdu(BIND | ANSWER, sequence, NAME));
                bound.countDown();
            }
            case ENQUIRE -> write(pdu(ENQUIRE | ANSWER, sequence, new byte[0]));
            case SUBMIT -> {
                round.answered(destination(body), System.nanoTime());
                write(pdu(SUBMIT | ANSWER, sequence, (++ids + "\0").getBytes(StandardCharsets.US_ASCII)));
            }
            case DELIVER | ANSWER -> round.thanked(sequence - 1, status, System.nanoTime());
            default -> throw new IOException("command " + command);
        }
    }

    /** service_type, source (ton, npi, address), destination (ton, npi, address). */
    private static String destination(byte[] body) {
        int at = afterText(body, 0) + 2;
        at = afterText(body, at) + 2;
        return new String(body, at, afterText(body, at) - at - 1, StandardCharsets.US_ASCII);
    }

    private static int afterText(byte[] body, int from) {
        int at = from;
        while (body[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private byte[] deliver(int index, String number) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(body);
        data.write(new byte[] {0, 1, 1});
        data.write((number + "\0").getBytes(StandardCharsets.US_ASCII));
        data.write(new byte[] {0, 1});
        data.write("8055\0".getBytes(StandardCharsets.US_ASCII));
        data.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0});
        data.writeByte(text.length());
        data.write(text.getBytes(StandardCharsets.US_ASCII));
        return pdu(DELIVER, index + 1, body.toByteArray());
    }

    private static byte[] pdu(int command, int sequence, byte[] body) throws IOException {
        ByteArrayOutputStream pdu = new ByteArrayOutputStream(HEADER + body.length);
        DataOutputStream data = new DataOutputStream(pdu);
        data.writeInt(HEADER + body.length);
        data.writeInt(command);
        data.writeInt(0);
        data.writeInt(sequence);
        data.write(body);
        return pdu.toByteArray();
    }

    private synchronized void write(byte[] pdu) throws IOException {
        OutputStream open = out;
        if (open == null) {
            throw new IOException("the connection has ended");
        }
        open.write(pdu);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
