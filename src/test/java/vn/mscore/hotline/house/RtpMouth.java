package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Sends sound as G.711 mu-law in packets of 20 ms (RFC 3550, 3551), from an address of loopback to a port of the exchange. */
final class RtpMouth implements AutoCloseable {
    private static final int SAMPLES = 160;
    private static final byte SILENCE = (byte) 0xFF;

    private final DatagramSocket socket;
    private final int source = System.identityHashCode(this);
    private int packets;

    RtpMouth(String address) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
    }

    int port() {
        return socket.getLocalPort();
    }

    /** One packet: as loud as can be, or silent. */
    void say(boolean loud, int to) throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(12 + SAMPLES);
        packet.put((byte) 0x80).put((byte) 0).putShort((short) packets).putInt(packets * SAMPLES);
        packet.putInt(source);
        byte[] sound = new byte[SAMPLES];
        Arrays.fill(sound, SILENCE);
        for (int i = 0; loud && i < SAMPLES; i++) {
            sound[i] = (byte) (i % 16 < 8 ? 0x00 : 0x80);
        }
        packet.put(sound);
        packets++;
        socket.send(new DatagramPacket(packet.array(), packet.capacity(), InetAddress.getByName("127.0.0.1"), to));
    }

    @Override
    public void close() {
        socket.close();
    }
}
