package vn.mscore.hotline.sms.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Stage;

/**
 * A mobile network in memory: phones by number, a service centre that stores and forwards, and the modems on it. Instant
 * unless a {@link Switch} says otherwise. Every number that is no modem is a phone.
 */
@Vetoed
public final class SimulatedNetwork implements AutoCloseable {
    /** What a part costs its sender unless told otherwise, in dong. */
    public static final int DONG_PER_PART = 350;

    private final Switches switches;
    private final Phones phones;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
    private final AtomicInteger references = new AtomicInteger();
    private final ScheduledExecutorService air;

    /** A network whose parts cost {@code dongPerPart}. */
    public SimulatedNetwork(Clock clock, ThreadFactory threads, Switches switches, int dongPerPart) {
        this.switches = switches;
        this.phones = new Phones(clock, dongPerPart);
        this.air = Executors.newSingleThreadScheduledExecutor(threads);
    }

    /** Makes a phone known before it says anything. */
    public void open(String phone) {
        phones.open(number(phone));
    }

    /** All phones, in the order they appeared. */
    public List<String> phones() {
        return phones.numbers();
    }

    /** The messages of a phone, oldest first. */
    public List<PhoneMessage> messages(String phone) {
        return phones.of(number(phone));
    }

    /** One message. */
    public Optional<PhoneMessage> message(long id) {
        return phones.byId(id);
    }

    /** Calls {@code watcher} at every step of every message, quickly please: it holds up the network. */
    public void watch(Consumer<PhoneMessage> watcher) {
        phones.watch(watcher);
    }

    /** Waits until {@code phone} has received {@code count} whole messages in all; gives what is there at the limit. */
    public List<PhoneMessage> awaitReceived(String phone, int count, Duration limit) throws InterruptedException {
        return phones.await(number(phone), count, limit);
    }

    /** A person texts: cuts the text into parts as a phone does and sends them to {@code to}. */
    public long text(String from, String to, String text) {
        String phone = number(from);
        List<byte[]> pdus = AirPdu.deliver(phone, text, references.incrementAndGet() & 0xFF, phones.now());
        long id = phones.sent(phone, number(to), text, pdus.size());
        List<AirMessage> parts = new ArrayList<>();
        for (int i = 0; i < pdus.size(); i++) {
            parts.add(new AirMessage(id, i + 1, false, pdus.get(i), text));
        }
        if (switches.on(Switch.REORDER)) {
            Collections.reverse(parts);
        }
        parts.forEach(part -> send(number(to), part));
        return id;
    }

    /** Puts any SMS-DELIVER or SMS-STATUS-REPORT on the air, for messages that no phone would write. */
    public void raw(String to, byte[] tpdu, String token) {
        boolean report = (tpdu[0] & 0x03) == 0x02;
        send(number(to), new AirMessage(0, 1, report, tpdu, token));
    }

    /** A person rings a modem and gives up; an empty {@code from} hides the number. */
    public void call(String from, String to) {
        Subscriber callee = mailbox(number(to)).subscriber();
        if (callee != null) {
            callee.ring(from.isEmpty() ? "" : number(from));
        }
    }

    void attach(Subscriber modem) {
        mailbox(modem.number()).attach(modem);
    }

    void detach(Subscriber modem) {
        mailbox(modem.number()).detach();
    }

    /** The modem has room again or is reachable again. */
    void available(Subscriber modem) {
        mailbox(modem.number()).flush();
    }

    void reached(AirMessage message, Stage stage) {
        phones.reached(message.message(), message.part(), stage);
    }

    /**
     * Takes a part from a modem and brings it to its phone. The result sends the status report: run it when the modem has
     * told its user the reference. Throws when the network would refuse the PDU.
     */
    Runnable submit(Subscriber modem, byte[] tpdu) {
        Submitted part = Submitted.read(tpdu);
        Crossing crossing = new Crossing(modem.number(), number(part.to()), part, phones.now());
        if (switches.on(Switch.DELAY)) {
            return () -> later(() -> report(crossing, arrive(crossing)));
        }
        long id = arrive(crossing);
        return () -> report(crossing, id);
    }

    private record Crossing(String from, String to, Submitted part, Instant sentAt) {}

    private long arrive(Crossing crossing) {
        Mailbox other = mailboxes.get(crossing.to());
        if (other == null || other.subscriber() == null) {
            return phones.arrived(crossing.to(), crossing.from(), crossing.part());
        }
        byte[] tpdu = AirPdu.forward(crossing.from(), crossing.part(), crossing.sentAt());
        send(crossing.to(), new AirMessage(0, 1, false, tpdu, crossing.part().text()));
        return 0;
    }

    private void report(Crossing crossing, long message) {
        Submitted part = crossing.part();
        if (part.wantsReport() && !switches.strikes(Switch.LOSE_REPORT)) {
            byte[] tpdu = AirPdu.report(part, 0, crossing.sentAt(), phones.now());
            put(crossing.from(), new AirMessage(message, part.concatenation()[2], true, tpdu, "report"));
        }
    }

    private void send(String to, AirMessage part) {
        if (switches.strikes(Switch.LOSE_PART)) {
            phones.reached(part.message(), part.part(), Stage.LOST);
            return;
        }
        int copies = switches.strikes(Switch.DUPLICATE) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            if (switches.on(Switch.DELAY)) {
                later(() -> put(to, part));
            } else {
                put(to, part);
            }
        }
    }

    private void put(String to, AirMessage message) {
        if (!mailbox(to).put(message) && !message.report()) {
            phones.reached(message.message(), message.part(), Stage.WAITING);
        }
    }

    private void later(Runnable work) {
        air.schedule(work, switches.get(Switch.DELAY), TimeUnit.MILLISECONDS);
    }

    /** For the modem's own clockwork: ringing, unacknowledged messages. */
    ScheduledExecutorService air() {
        return air;
    }

    private Mailbox mailbox(String number) {
        return mailboxes.computeIfAbsent(number, n -> new Mailbox());
    }

    private static String number(String raw) {
        return PhoneNumber.parse(raw).map(PhoneNumber::e164).orElse(raw.strip());
    }

    @Override
    public void close() {
        air.shutdownNow();
    }
}
