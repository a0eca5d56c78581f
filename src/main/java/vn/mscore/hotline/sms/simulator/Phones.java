package vn.mscore.hotline.sms.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Direction;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Stage;

/** The citizens' phones: what each has sent and received. Forgets the oldest messages beyond a limit. */
final class Phones {
    private static final int KEPT = 20_000;

    private final Clock clock;
    private final int dongPerPart;
    private final Map<Long, Entry> messages = new LinkedHashMap<>();
    private final Map<String, Deque<Entry>> phones = new LinkedHashMap<>();
    private final List<Consumer<PhoneMessage>> watchers = new CopyOnWriteArrayList<>();
    private long lastId;

    Phones(Clock clock, int dongPerPart) {
        this.clock = clock;
        this.dongPerPart = dongPerPart;
    }

    /** A message while its parts travel. */
    private static final class Entry {
        private final Map<Integer, String> texts = new TreeMap<>();
        private final Map<Stage, BitSet> partsAt = new EnumMap<>(Stage.class);
        private final List<PhoneMessage.Step> steps = new ArrayList<>();
        private PhoneMessage face;
        private int reference;
        private int total;
    }

    void watch(Consumer<PhoneMessage> watcher) {
        watchers.add(watcher);
    }

    /** A phone exists once somebody looks at it. */
    synchronized void open(String phone) {
        phones.computeIfAbsent(phone, number -> new ArrayDeque<>());
    }

    synchronized List<String> numbers() {
        return List.copyOf(phones.keySet());
    }

    synchronized List<PhoneMessage> of(String phone) {
        return phones.getOrDefault(phone, new ArrayDeque<>()).stream()
                .map(entry -> entry.face)
                .toList();
    }

    synchronized Optional<PhoneMessage> byId(long id) {
        return Optional.ofNullable(messages.get(id)).map(entry -> entry.face);
    }

    /** The phone hands a text to the network. */
    synchronized long sent(String phone, String peer, String text, int parts) {
        Entry entry = new Entry();
        entry.total = parts;
        entry.texts.put(1, text);
        PhoneMessage.Alphabet alphabet =
                AirAlphabet.fits(text) ? PhoneMessage.Alphabet.GSM7 : PhoneMessage.Alphabet.UCS2;
        add(entry, new Draft(phone, peer, Direction.SENT, alphabet), Stage.IN_THE_AIR);
        return lastId;
    }

    /** A part from a modem arrives on the phone; gives the id of its message. */
    synchronized long arrived(String phone, String peer, Submitted part) {
        int[] place = part.concatenation();
        Entry entry = open(phone, peer, place);
        if (entry == null) {
            entry = new Entry();
            entry.reference = place[0];
            entry.total = place[1];
            entry.texts.put(place[2], part.text());
            add(entry, new Draft(phone, peer, Direction.RECEIVED, part.alphabet()), Stage.SUBMITTED);
            linkToQuestion(entry);
        }
        entry.texts.put(place[2], part.text());
        reached(entry, place[2], Stage.ARRIVED);
        return entry.face.id();
    }

    private Entry open(String phone, String peer, int[] place) {
        if (place[1] == 1) {
            return null;
        }
        var newestFirst = phones.getOrDefault(phone, new ArrayDeque<>()).descendingIterator();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            boolean same = entry.face.direction() == Direction.RECEIVED
                    && entry.face.peer().equals(peer)
                    && entry.reference == place[0]
                    && entry.total == place[1];
            if (same && !entry.texts.containsKey(place[2])) {
                return entry;
            }
        }
        return null;
    }

    private record Draft(String phone, String peer, Direction direction, PhoneMessage.Alphabet alphabet) {}

    private void add(Entry entry, Draft draft, Stage stage) {
        entry.steps.add(new PhoneMessage.Step(stage, clock.instant()));
        entry.face = new PhoneMessage(
                ++lastId,
                draft.phone(),
                draft.peer(),
                draft.direction(),
                String.join("", entry.texts.values()),
                entry.total,
                draft.alphabet(),
                dongPerPart * entry.total,
                List.copyOf(entry.steps),
                Optional.empty());
        messages.put(lastId, entry);
        phones.computeIfAbsent(draft.phone(), number -> new ArrayDeque<>()).add(entry);
        if (messages.size() > KEPT) {
            Entry oldest = messages.remove(messages.keySet().iterator().next());
            phones.get(oldest.face.phone()).remove(oldest);
        }
        tell(entry);
    }

    private void linkToQuestion(Entry answer) {
        var newestFirst = phones.get(answer.face.phone()).descendingIterator();
        while (newestFirst.hasNext()) {
            Entry question = newestFirst.next();
            if (question.face.direction() == Direction.SENT && question.face.stage() == Stage.STORED) {
                answer.face = changed(answer, Optional.of(question.face.id()));
                question.steps.add(new PhoneMessage.Step(Stage.ANSWERED, clock.instant()));
                question.face = changed(question, Optional.of(answer.face.id()));
                tell(question);
                return;
            }
        }
    }

    /** One part of a message has come to {@code stage}; the message has when all its parts have. */
    synchronized void reached(long id, int part, Stage stage) {
        Entry entry = messages.get(id);
        boolean late = stage == Stage.WAITING && entry != null && entry.face.stage() != Stage.IN_THE_AIR;
        if (entry != null && !late) {
            reached(entry, part, stage);
        }
    }

    private void reached(Entry entry, int part, Stage stage) {
        BitSet parts = entry.partsAt.computeIfAbsent(stage, s -> new BitSet());
        boolean news = !parts.get(part);
        parts.set(part);
        int needed = stage == Stage.WAITING || stage == Stage.LOST ? 1 : entry.total;
        if (news && parts.cardinality() == needed) {
            entry.steps.add(new PhoneMessage.Step(stage, clock.instant()));
        }
        entry.face = changed(entry, entry.face.answers());
        tell(entry);
    }

    private static PhoneMessage changed(Entry entry, Optional<Long> answers) {
        PhoneMessage old = entry.face;
        return new PhoneMessage(
                old.id(),
                old.phone(),
                old.peer(),
                old.direction(),
                String.join("", entry.texts.values()),
                old.parts(),
                old.alphabet(),
                old.price(),
                List.copyOf(entry.steps),
                answers);
    }

    private void tell(Entry entry) {
        watchers.forEach(watcher -> watcher.accept(entry.face));
        notifyAll();
    }

    /** Waits until the phone has received {@code count} whole messages; gives what it has when time is up. */
    synchronized List<PhoneMessage> await(String phone, int count, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<PhoneMessage> received = of(phone).stream()
                    .filter(m -> m.direction() == Direction.RECEIVED && m.isDone())
                    .toList();
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (received.size() >= count || left <= 0) {
                return received;
            }
            wait(left);
        }
    }

    /** Now, for time stamps on the air. */
    Instant now() {
        return clock.instant();
    }
}
