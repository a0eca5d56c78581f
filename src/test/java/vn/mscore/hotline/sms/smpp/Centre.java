package vn.mscore.hotline.sms.smpp;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import vn.mscore.hotline.house.Exchange;

/** A message centre of jSMPP's own server sessions: remembers what it was given, delivers what it is told. */
public final class Centre implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long ANSWER_MILLIS = 15_000;

    /** What submissions arrived, in the order they came. */
    public final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();

    /** Binds so far. */
    public final AtomicInteger binds = new AtomicInteger();

    /** The command_status to answer the next submissions with; 0 takes them. */
    public volatile Function<SubmitSm, Integer> status = sms -> 0;

    /** The command_status to refuse binds with; 0 accepts. */
    public volatile int refuse;

    /** The same for those that only receive. */
    volatile int refuseReceivers;

    /** How long it waits for an answer, on connections to come. */
    volatile long patience = ANSWER_MILLIS;

    private final AtomicInteger ids = new AtomicInteger(1000);
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final SMPPServerSessionListener door;
    private volatile boolean open = true;

    /** Listens on any free port. */
    public Centre() throws IOException {
        this(Exchange.freePort());
    }

    /** Listens on {@code port}. */
    public Centre(int port) throws IOException {
        door = new SMPPServerSessionListener(port);
        door.setPduProcessorDegree(20);
        Thread thread = new Thread(this::welcome, "centre");
        thread.setDaemon(true);
        thread.start();
    }

    /** Its address for {@code hotline.sms.smpp}. */
    public String address(String query) {
        return "smpp://hotline@127.0.0.1:" + door.getPort() + query;
    }

    int port() {
        return door.getPort();
    }

    private void welcome() {
        while (open) {
            try {
                SMPPServerSession session = door.accept();
                session.setMessageReceiverListener(listener());
                session.setTransactionTimer(patience);
                Thread bind = new Thread(() -> bind(session), "centre-bind");
                bind.setDaemon(true);
                bind.start();
            } catch (IOException e) {
                open = false;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(ANSWER_MILLIS);
            binds.incrementAndGet();
            boolean receiver = request.getBindType() == BindType.BIND_RX;
            if (refuse != 0) {
                request.reject(refuse);
            } else if (receiver && refuseReceivers != 0) {
                request.reject(refuseReceivers);
            } else if (!"geheim".equals(request.getPassword())) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                // Before the peer can know that it is bound.
                sessions.add(session);
                request.accept("centre");
            }
        } catch (IOException | TimeoutException | org.jsmpp.PDUStringException e) {
            session.close();
        }
    }

    private ServerMessageReceiverListener listener() {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                Centre.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) ->
                        method.getName().equals("onAcceptSubmitSm") ? take((SubmitSm) arguments[0]) : null);
    }

    private SubmitSmResult take(SubmitSm sms) throws ProcessRequestException, org.jsmpp.PDUStringException {
        int answer = status.apply(sms);
        if (answer != 0) {
            throw new ProcessRequestException("refused", answer);
        }
        submitted.add(sms);
        return new SubmitSmResult(new MessageId(Integer.toString(ids.incrementAndGet())), new OptionalParameter[0]);
    }

    /** Whether somebody is bound that may receive. */
    public boolean bound() {
        return sessions.stream().anyMatch(session -> session.getSessionState().isReceivable());
    }

    /** The session bound last that may receive. */
    SMPPServerSession receiver() {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).getSessionState().isReceivable()) {
                return sessions.get(i);
            }
        }
        throw new IllegalStateException("nobody is bound");
    }

    /** Type of number and number of the sender, esm_class and data_coding. */
    public record Header(int ton, String from, int esmClass, int coding) {}

    /** Delivers; tells the command_status of the answer. */
    public int deliver(Header header, byte[] octets, OptionalParameter... more) throws Exception {
        return deliver(header, 0, octets, more);
    }

    /** The same with a protocol_id. */
    public int deliver(Header header, int protocol, byte[] octets, OptionalParameter... more) throws Exception {
        try {
            receiver()
                    .deliverShortMessage(
                            "",
                            TypeOfNumber.valueOf((byte) header.ton()),
                            NumberingPlanIndicator.ISDN,
                            header.from(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            "8055",
                            new ESMClass((byte) header.esmClass()),
                            (byte) protocol,
                            (byte) 0,
                            new RegisteredDelivery(0),
                            new RawDataCoding((byte) header.coding()),
                            octets,
                            more);
            return 0;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        }
    }

    /** Delivers a plain text. */
    public int deliver(String from, String text) throws Exception {
        return deliver(new Header(1, from, 0, 0), text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** Ends all connections, and goes on listening. */
    public void cut() {
        // Closing takes a while, in which the line may bind again: that session is not cut.
        List<SMPPServerSession> gone = List.copyOf(sessions);
        gone.forEach(SMPPServerSession::close);
        sessions.removeAll(gone);
    }

    /** Waits; false when {@code condition} does not come true. */
    public static boolean await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        open = false;
        cut();
        door.close();
    }
}
