package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.SmsListener;
import vn.mscore.hotline.sms.inbox.SqlMessages.Unread;

/**
 * One turn of one sender: his oldest message is read in one transaction with everything it causes. A message that fails
 * three times is parked with its reason; a database that is away is nobody's fault and is not counted.
 */
@Singleton
class Reading {
    private static final Logger LOG = Logger.getLogger(Reading.class.getName());
    private static final int TRIES = 3;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final Duration AFTER_LOST_RACE = Duration.ofMillis(20);
    private static final Duration OUTAGE = Duration.ofSeconds(1);
    private static final Duration TAKEN = Duration.ofMillis(100);

    private final SqlParts parts;
    private final SqlMessages messages;
    private final InTransaction transactions;

    @Inject
    Reading(SqlParts parts, SqlMessages messages, InTransaction transactions) {
        this.parts = parts;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** How a turn ended: whether there may be more to read, and how long the sender should be left alone. */
    record Turn(boolean more, Duration rest) {
        static Turn failed(Duration rest) {
            return new Turn(true, rest);
        }

        private static final Turn READ = new Turn(true, Duration.ZERO);
        private static final Turn NOTHING = new Turn(false, Duration.ZERO);
    }

    /** Reads the oldest message of {@code sender}, if there is one and nobody else is at it. */
    Turn next(byte[] sender, SmsListener reader) {
        long[] inHand = {0};
        try {
            return transactions.call(() -> {
                if (!parts.tryTurn(sender)) {
                    return Turn.failed(TAKEN);
                }
                Optional<Unread> oldest = messages.oldest(sender);
                oldest.ifPresent(message -> {
                    inHand[0] = message.id();
                    reader.received(messages.open(message));
                    messages.done(message.id());
                    Failpoint.hit("sms.read.beforeCommit");
                });
                return oldest.isPresent() ? Turn.READ : Turn.NOTHING;
            });
        } catch (RuntimeException | StackOverflowError e) {
            return failed(inHand[0], e);
        }
    }

    private Turn failed(long id, Throwable failure) {
        if (SqlFailure.isLostRace(failure)) {
            return Turn.failed(AFTER_LOST_RACE);
        }
        if (id == 0 || SqlFailure.isPassing(failure)) {
            LOG.log(Level.WARNING, "reading waits: {0}", Failures.describe(failure));
            return Turn.failed(OUTAGE);
        }
        String why = Failures.describe(failure);
        int attempts = transactions.call(() -> messages.failed(id, why, TRIES));
        if (attempts < TRIES) {
            LOG.log(Level.WARNING, "message {0} failed, is tried again: {1}", new Object[] {Long.toString(id), why});
            return Turn.failed(AFTER_FAILURE);
        }
        LOG.log(Level.SEVERE, "message {0} is parked: {1}", new Object[] {Long.toString(id), why});
        return Turn.READ;
    }
}
