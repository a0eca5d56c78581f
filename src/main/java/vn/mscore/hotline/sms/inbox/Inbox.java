package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
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
    private static final int REMEMBERED = 50_000;

    private final SqlParts parts;
    private final SqlMessages messages;
    private final LongMessages longMessages;
    private final LateSets lateSets;
    private final SqlHeard heard;
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
            SqlHeard heard,
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
        this.heard = heard;
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
        return probes.take(part) ? Stored.NEW : storeAlone(arrival(part));
    }

    /** As {@link #store(ReceivedPart)}, of one that came at {@code cameAt} and could not be stored then. */
    Stored storeKept(ReceivedPart part, Instant cameAt) {
        return probes.take(part) ? Stored.NEW : storeAlone(Arrival.kept(part, clock.instant(), cameAt, blind));
    }

    private Stored storeAlone(Arrival arrival) {
        if (arrival.isLong()) {
            meetFirst(arrival.sender().index());
        }
        Stored stored = transactions.insist(() -> {
            Failpoint.hit("sms.beforeInsert");
            Stored kept = keep(arrival);
            Failpoint.hit("sms.afterInsert.beforeCommit");
            return kept;
        });
        noted(arrival, stored);
        return stored;
    }

    /** Whole messages in a row are one commit; a part of a longer one, whose sender's turn it takes, is a commit of its own. */
    @Override
    public List<Stored> storeAll(List<ReceivedPart> received) {
        List<Stored> stored = new ArrayList<>();
        List<Arrival> row = new ArrayList<>();
        for (ReceivedPart part : received) {
            Optional<Arrival> arrival = probes.take(part) ? Optional.empty() : Optional.of(arrival(part));
            if (arrival.isPresent()
                    && part.kind() == ReceivedPart.Kind.TEXT
                    && !arrival.get().isLong()) {
                row.add(arrival.get());
                continue;
            }
            stored.addAll(storeRow(row));
            row.clear();
            stored.add(arrival.map(this::storeAlone).orElse(Stored.NEW));
        }
        stored.addAll(storeRow(row));
        return stored;
    }

    private List<Stored> storeRow(List<Arrival> row) {
        if (row.isEmpty()) {
            return List.of();
        }
        List<Stored> stored = transactions.insist(() -> {
            Failpoint.hit("sms.beforeInsert");
            List<Stored> kept = keepRow(row);
            Failpoint.hit("sms.afterInsert.beforeCommit");
            return kept;
        });
        noted(row, stored);
        return stored;
    }

    private List<Stored> keepRow(List<Arrival> row) {
        Set<ByteBuffer> known = new HashSet<>(parts.known(
                row.stream().flatMap(arrival -> arrival.dedupeKeys().stream()).toList()));
        known.addAll(parts.inFormerHour(row));
        Map<Long, Arrival> fresh = new LinkedHashMap<>();
        List<Stored> stored = new ArrayList<>();
        for (Arrival arrival : row) {
            boolean there = Stream.concat(arrival.dedupeKeys().stream(), arrival.formerHour().stream())
                    .map(ByteBuffer::wrap)
                    .anyMatch(known::contains);
            stored.add(there ? Stored.DUPLICATE : Stored.NEW);
            if (!there) {
                known.add(ByteBuffer.wrap(arrival.dedupeKeys().get(0)));
                fresh.put(ids.next(), arrival);
            }
        }
        parts.insertAll(fresh);
        parts.ensureTurns(fresh.values().stream()
                .map(arrival -> ByteBuffer.wrap(arrival.sender().index()))
                .filter(sender -> !met.contains(sender))
                .distinct()
                .sorted()
                .map(ByteBuffer::array)
                .toList());
        messages.insertAll(fresh.entrySet().stream()
                .map(entry -> draft(entry.getKey(), entry.getValue()))
                .toList());
        return stored;
    }

    private Arrival arrival(ReceivedPart part) {
        return Arrival.of(part, clock.instant(), blind);
    }

    private void noted(List<Arrival> arrivals, List<Stored> stored) {
        List<byte[]> senders = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            boolean fresh = stored.get(i) == Stored.NEW;
            counts.count(arrival.part().line(), fresh ? Event.RECEIVED : Event.DUPLICATE);
            if (fresh && arrival.part().kind() == ReceivedPart.Kind.TEXT) {
                met.add(ByteBuffer.wrap(arrival.sender().index()));
                senders.add(arrival.sender().index());
            }
        }
        turns.offerAll(senders);
    }

    private void noted(Arrival arrival, Stored stored) {
        noted(List.of(arrival), List.of(stored));
        if (stored == Stored.NEW && arrival.part().kind() == ReceivedPart.Kind.TEXT && arrival.isLong()) {
            Failpoint.hit("sms.part.afterCommit");
            lateSets.oneMore();
        }
    }

    private Stored keep(Arrival arrival) {
        if (arrival.part().kind() == ReceivedPart.Kind.TEXT && arrival.isLong()) {
            return longMessages.add(arrival);
        }
        if (parts.wasThereBefore(arrival)) {
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
        messages.insert(draft(id, arrival));
        return Stored.NEW;
    }

    private Draft draft(long id, Arrival arrival) {
        return new Draft(
                id,
                arrival.part().line(),
                arrival.sender(),
                arrival.part().text(),
                guard.isFlood(arrival.sender().index(), arrival.at()),
                arrival.at(),
                arrival.part().sentAt().orElse(null),
                null,
                null);
    }

    @Override
    public void store(ReceivedReport report) {
        transactions.insist(() -> {
            reports.note(report);
            Failpoint.hit("dlr.beforeCommit");
        });
    }

    @Override
    public void quarantine(String line, String why, byte[] raw) {
        // Two slots that cannot be read are two things, though neither has any octets.
        String what = raw.length == 0 ? why : HexFormat.of().formatHex(raw);
        byte[] key = blind.of(Purpose.DEDUPE, line + "\u001f" + what);
        if (transactions.insist(() -> parts.quarantine(line, Redactor.mask(why), raw, key))) {
            LOG.log(Level.WARNING, "a delivery on line {0} could not be read and is kept: {1}", new Object[] {
                line, Redactor.mask(why)
            });
        }
    }

    @Override
    public void note(Heard proof) {
        transactions.insist(() -> heard.note(proof));
    }

    @Override
    public boolean heard(ReceivedPart part) {
        return transactions.call(() -> heard.knows(arrival(part)));
    }

    @Override
    public void missedCall(String line, String caller, Instant at) {
        Optional<Correspondent> known =
                caller == null || caller.isBlank() ? Optional.empty() : Optional.of(Correspondent.of(caller, blind));
        Optional<PhoneNumber> phone = known.flatMap(Correspondent::phone);
        transactions.insist(() -> {
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
        transactions.insist(() -> meet(sender));
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
