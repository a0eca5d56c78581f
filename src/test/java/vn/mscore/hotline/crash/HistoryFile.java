package vn.mscore.hotline.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A history that is on disk before its writer goes on, in the modem's own shape with a value and a time. */
final class HistoryFile implements AutoCloseable {
    private final FileChannel file;
    private long sequence;

    HistoryFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Events: handed, answered, submitted, stored?, sending?. */
    synchronized void note(String event, String token, String where, int value) {
        String line = "{\"seq\":%d,\"event\":\"%s\",\"where\":\"%s\",\"value\":%d,\"at\":%d,\"token\":\"%s\"}\n"
                .formatted(++sequence, event, where, value, System.currentTimeMillis(), escaped(token));
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c != '"' && c != '\\';
            escaped.append(plain ? Character.toString(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
