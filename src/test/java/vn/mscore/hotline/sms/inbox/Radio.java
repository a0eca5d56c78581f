package vn.mscore.hotline.sms.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;

/** Makes received parts as a modem would hand them over. */
final class Radio {
    private Radio() {}

    static ReceivedPart text(String sender, String text, Instant sentAt) {
        return part(sender, text, sentAt, Optional.empty());
    }

    static ReceivedPart part(String sender, String text, Instant sentAt, Optional<Concat> concat) {
        return new ReceivedPart(
                "m1",
                "452040000000001",
                sender,
                text,
                false,
                ReceivedPart.Kind.TEXT,
                concat,
                Optional.ofNullable(sentAt),
                sentAt == null ? "00000000000000" : sentAt.toString(),
                (sender + text).getBytes(StandardCharsets.UTF_8));
    }

    static ReceivedPart machine(String sender, String hex, Instant sentAt) {
        ReceivedPart part = text(sender, hex, sentAt);
        return new ReceivedPart(
                part.line(),
                part.simIdentity(),
                part.sender(),
                part.text(),
                false,
                ReceivedPart.Kind.MACHINE,
                part.concat(),
                part.sentAt(),
                part.rawTimestamp(),
                part.raw());
    }

    /** A long message cut into {@code texts}; parts are stamped a second apart. */
    static List<ReceivedPart> cut(String sender, int reference, Instant sentAt, String... texts) {
        List<ReceivedPart> parts = new ArrayList<>();
        for (String text : texts) {
            Concat concat = new Concat(reference, reference > 255 ? 16 : 8, texts.length, parts.size() + 1);
            parts.add(part(sender, text, sentAt.plusSeconds(parts.size()), Optional.of(concat)));
        }
        return parts;
    }
}
