package vn.mscore.hotline.sms.smpp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A centre played octet by octet. */
record Peer(Socket socket) implements AutoCloseable {
    private static final int LIMIT_MILLIS = 20_000;

    static Peer bound(ServerSocket door) throws IOException {
        Socket socket = door.accept();
        socket.setSoTimeout(LIMIT_MILLIS);
        Peer peer = new Peer(socket);
        peer.say("00000011 80000009 00000000 %08X 00".formatted(peer.next().sequence()));
        return peer;
    }

    SmppPdu next() throws IOException {
        return SmppPdu.read(new DataInputStream(socket.getInputStream()));
    }

    SmppPdu next(int command) throws IOException {
        SmppPdu pdu = next();
        while (pdu.command() != command) {
            pdu = next();
        }
        return pdu;
    }

    void say(String hex) throws IOException {
        say(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    void say(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    /** submit_sm_resp with the message id 1001 or another of four digits. */
    void took(int sequence, String id) throws IOException {
        String octets = HexFormat.of().formatHex(id.getBytes(StandardCharsets.US_ASCII));
        say("00000015 80000004 00000000 %08X %s00".formatted(sequence, octets));
    }

    /** Whether the connection ends before nothing has come for 20 seconds; what still comes is dropped. */
    boolean ends() throws IOException {
        try {
            rest();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** The commands of all that still comes before the connection ends; throws when nothing comes and it does not end. */
    List<Integer> rest() throws IOException {
        List<Integer> commands = new ArrayList<>();
        try {
            while (true) {
                commands.add(next().command());
            }
        } catch (EOFException | SocketException e) {
            return commands;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
