package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where processes of this machine listen for TCP connections, as Linux tells it in {@code /proc} (proc(5)). */
final class Listeners {
    private static final String LISTEN = "0A";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEX = 16;

    private Listeners() {}

    /**
     * A listening socket.
     *
     * @param loopback whether only this machine reaches it
     */
    record Socket(int port, boolean loopback) {}

    /** Those of a process. */
    static List<Socket> of(ProcessHandle process) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            for (Path one : open.toList()) {
                inodes.add(target(one).replaceAll("\\D", ""));
            }
        }
        List<Socket> sockets = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
                String[] cells = line.strip().split("\\s+");
                if (cells.length > INODE && cells[STATE].equals(LISTEN) && inodes.contains(cells[INODE])) {
                    sockets.add(socket(cells[1]));
                }
            }
        }
        return sockets;
    }

    /** What an open file is; empty when it was closed since it was listed. */
    private static String target(Path open) throws IOException {
        try {
            return Files.readSymbolicLink(open).toString();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** 127.0.0.1, ::1 and 127.0.0.1 within IPv6 are written with the octets of each word reversed. */
    private static Socket socket(String local) {
        String address = local.split(":")[0];
        boolean loopback = address.equals("0100007F")
                || address.equals("00000000000000000000000001000000")
                || address.equals("0000000000000000FFFF00000100007F");
        return new Socket(Integer.parseInt(local.split(":")[1], HEX), loopback);
    }
}
