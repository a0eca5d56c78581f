package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;
import vn.mscore.hotline.privacy.Redactor;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.DeliveryReports;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineCounts.Event;
import vn.mscore.hotline.sms.MissedCallNoted;
import vn.mscore.hotline.sms.ProbeMail;
import vn.mscore.hotline.sms.inbox.SqlMessages.Draft;

/** Stores what lines receive, each thing once and committed on return. */
@Singleton
class Inbox implements Intake {
    private static final Logger LOG = Logger.getLogger(Inbox.class.getName());
    private static final int TRIES = 5;
    private static final int REMEMBERED = 50_000;

    private final SqlParts parts;
    private final SqlMessages messages;
    private final LongMessages longMessages;
    private final LateSets lateSets;
    private final DeliveryReports reports;
    private final SenderGuard guard;
    private final Turns turns;
    private final LineCounts counts;
    private final ProbeMail probes;
    private final BlindIndex blind;
    private final Facts facts;
    private final Ids ids;
    private final Clock clock;
    private final InTransaction transactions;
    private final Set<ByteBuffer> met = Collections.synchronizedSet(Collections.newSetFromMap(new Remembered()));

    @Inject
    Inbox(
            SqlParts parts,
            SqlMessages messages,
            LongMessages longMessages,
            LateSets lateSets,
            DeliveryReports reports,
            SenderGuard guard,
            Turns turns,
            LineCounts counts,
            ProbeMail probes,
            BlindIndex blind,
            Facts facts,
            Ids ids,
            Clock clock,
            InTransaction transactions) {
        this.parts = parts;
        this.messages = messages;
        this.longMessages = longMessages;
        this.lateSets = lateSets;
        this.reports = reports;
        this.guard = guard;
        this.turns = turns;
        this.counts = counts;
        this.probes = probes;
        this.blind = blind;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public Stored store(ReceivedPart part) {
        if (probes.take(part)) {
            return Stored.NEW;
        }
        Arrival arrival = Arrival.of(part, clock.instant(), blind);
        byte[] sender = arrival.sender().index();
        if (arrival.isLong()) {
            meetFirst(sender);
        }
        Stored stored = committed(() -> {
            Failpoint.hit("sms.beforeInsert");
            Stored kept = keep(arrival);
            Failpoint.hit("sms.afterInsert.beforeCommit");
            return kept;
        });
        counts.count(part.line(), stored == Stored.NEW ? Event.RECEIVED : Event.DUPLICATE);
        if (stored == Stored.NEW && part.kind() == ReceivedPart.Kind.TEXT) {
            met.add(ByteBuffer.wrap(sender));
            turns.offer(sender);
            if (arrival.isLong()) {
                Failpoint.hit("sms.part.afterCommit");
                lateSets.oneMore();
            }
        }
        return stored;
    }

    private Stored keep(Arrival arrival) {
        if (arrival.part().kind() == ReceivedPart.Kind.TEXT && arrival.isLong()) {
            return longMessages.add(arrival);
        }
        if (parts.wasThereLastMonth(arrival)) {
            return Stored.DUPLICATE;
        }
        if (arrival.part().kind() == ReceivedPart.Kind.MACHINE) {
            return parts.insert(arrival, null, null) ? Stored.NEW : Stored.DUPLICATE;
        }
        long id = ids.next();
        if (!parts.insert(arrival, id, null)) {
            return Stored.DUPLICATE;
        }
        meet(arrival.sender().index());
        messages.insert(new Draft(
                id,
                arrival.part().line(),
                arrival.sender(),
                arrival.part().text(),
                guard.isFlood(arrival.sender().index(), arrival.at()),
                arrival.at(),
                arrival.part().sentAt().orElse(null),
                null,
                null));
        return Stored.NEW;
    }

    @Override
    public void store(ReceivedReport report) {
        committed(() -> {
            reports.note(report);
            Failpoint.hit("dlr.beforeCommit");
        });
    }

    @Override
    public void quarantine(String line, String why, byte[] raw) {
        // Two slots that cannot be read are two things, though neither has any octets.
        String what = raw.length == 0 ? why : HexFormat.of().formatHex(raw);
        byte[] key = blind.of(Purpose.DEDUPE, line + "\u001f" + what);
        if (committed(() -> parts.quarantine(line, Redactor.mask(why), raw, key))) {
            LOG.log(Level.WARNING, "a delivery on line {0} could not be read and is kept: {1}", new Object[] {
                line, Redactor.mask(why)
            });
        }
    }

    @Override
    public void missedCall(String line, String caller, Instant at) {
        Optional<Correspondent> known =
                caller == null || caller.isBlank() ? Optional.empty() : Optional.of(Correspondent.of(caller, blind));
        Optional<PhoneNumber> phone = known.flatMap(Correspondent::phone);
        committed(() -> {
            parts.missedCall(line, known, at);
            facts.tell(new MissedCallNoted(line, phone, at));
        });
    }

    private void meet(byte[] sender) {
        if (!met.contains(ByteBuffer.wrap(sender))) {
            parts.ensureTurn(sender);
        }
    }

    // In a transaction of its own, so that the lock taken later is on a row that is there: no gap locks, no deadlocks.
    private void meetFirst(byte[] sender) {
        committed(() -> meet(sender));
    }

    private void committed(Runnable work) {
        committed(() -> {
            work.run();
            return true;
        });
    }

    private <T> T committed(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.call(work);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !SqlFailure.isLostRace(e)) {
                    throw e;
                }
            }
        }
    }

    /** The senders met last, whose rows are known to be there. */
    private static final class Remembered extends LinkedHashMap<ByteBuffer, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
