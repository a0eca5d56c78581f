package vn.mscore.hotline.sms.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/** What entered and left a modem and when (milliseconds since 1970), one JSON object a line, on disk before the modem goes on. */
final class ModemHistory implements AutoCloseable {
    private final FileChannel file;
    private final Clock clock;
    private long sequence;

    ModemHistory(Optional<Path> path, Clock clock) {
        this.clock = clock;
        try {
            file = path.isEmpty()
                    ? null
                    : FileChannel.open(path.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Events: delivered, read, deleted, submitted, answered. */
    synchronized void note(String event, AirMessage message, String where) {
        if (file == null) {
            return;
        }
        String line =
                "{\"seq\":%d,\"at\":%d,\"event\":\"%s\",\"message\":%d,\"part\":%d,\"report\":%b,\"where\":\"%s\",\"token\":%s}\n"
                        .formatted(
                                ++sequence,
                                clock.millis(),
                                event,
                                message.message(),
                                message.part(),
                                message.report(),
                                where,
                                quoted(message.token()));
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
