package vn.mscore.hotline.switchboard;

import java.util.Arrays;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;

/** What a person says by telephone about a ticket to a number that takes no texts. */
public record Readout(Kind kind, TicketNumber ticket) {
    /** What about it. */
    public enum Kind {
        /** The answer, or why there is none. */
        ANSWER,
        /** Is it done? */
        WHETHER_DONE
    }

    /** The channel word of its call-back. */
    public String channel() {
        return kind + ":" + ticket.digits();
    }

    /** What a channel word stands for, empty for all others. */
    public static Optional<Readout> of(String channel) {
        String[] word = channel.split(":", 2);
        return Arrays.stream(Kind.values())
                .filter(kind -> word.length == 2 && kind.name().equals(word[0]))
                .findFirst()
                .map(kind -> new Readout(kind, new TicketNumber(word[1])));
    }
}
