package vn.mscore.hotline.voice.ami;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;

/**
 * One session with the exchange's manager; the only class that talks through asterisk-java. Its builder writes values as
 * they are, so every value here is an {@link AmiWord}. The library would reconnect by itself, for ever and without telling:
 * a session that is lost is closed and a new one opened by its owner.
 */
final class SafeAmi implements AutoCloseable {
    /** The library logs values of events it cannot read, numbers among them. */
    private static final Logger LIBRARY = Logger.getLogger("org.asteriskjava");

    private static final AmiWord QUEUE = new AmiWord("operators");
    private static final int CONNECT_MILLIS = 3000;
    private static final int READ_MILLIS = 20_000;
    private static final int ANSWER_MILLIS = 4000;

    private final DefaultManagerConnection connection;

    private SafeAmi(DefaultManagerConnection connection) {
        this.connection = connection;
    }

    /** Logs in; events go to {@code listener} on a thread of the library. */
    static SafeAmi open(AmiAddress address, Consumer<AmiEvent> listener) throws AmiOutage {
        LIBRARY.setLevel(Level.OFF);
        DefaultManagerConnection connection = new DefaultManagerConnection(
                new AmiWord(address.host()).value(),
                address.port(),
                new AmiWord(address.user()).value(),
                new AmiWord(address.secret()).value());
        connection.setSocketTimeout(CONNECT_MILLIS);
        connection.setSocketReadTimeout(READ_MILLIS);
        connection.setDefaultResponseTimeout(ANSWER_MILLIS);
        connection.setDefaultEventTimeout(ANSWER_MILLIS);
        connection.setKeepAliveAfterAuthenticationFailure(false);
        connection.registerUserEventClass(MissedRingEvent.class);
        connection.addEventListener(event -> AmiReading.read(event).ifPresent(listener));
        SafeAmi session = new SafeAmi(connection);
        boolean in = false;
        try {
            connection.login();
            in = true;
            return session;
        } catch (AuthenticationFailedException e) {
            // The library says so as well when the answer never came; with a cause it was no refusal.
            boolean refused = e.getCause() == null;
            String what = refused ? "refuses " + address.user() : "does not answer";
            throw new AmiOutage("the exchange's manager " + what, e, refused);
        } catch (TimeoutException e) {
            throw new AmiOutage("the exchange's manager does not answer", e, false);
        } catch (IOException | IllegalStateException e) {
            throw new AmiOutage("the exchange's manager is away", e, false);
        } finally {
            if (!in) {
                session.close();
            }
        }
    }

    /** Whether the connection still stands, as far as TCP knows. */
    boolean standing() {
        return connection.getState() == ManagerConnectionState.CONNECTED;
    }

    /** Asks for a sign of life. */
    void ping() throws AmiOutage {
        send(new PingAction());
    }

    /** Lets a telephone ring for the queue; it may ring already. */
    void seat(AmiWord device) throws AmiOutage {
        send(new QueueAddAction(QUEUE.value(), endpoint(device)));
    }

    /** Rings it no longer; it may not ring anyway. */
    void unseat(AmiWord device) throws AmiOutage {
        send(new QueueRemoveAction(QUEUE.value(), endpoint(device)));
    }

    private static String endpoint(AmiWord device) {
        return new AmiWord("PJSIP/" + device.value()).value();
    }

    /** Places a call; what comes of it is told by events. False when the exchange refuses at once. */
    boolean originate(RingOrder order) throws AmiOutage {
        OriginateAction action = new OriginateAction();
        action.setChannel(order.channel().value());
        action.setContext(order.context().value());
        action.setExten(order.exten().value());
        action.setPriority(1);
        action.setCallerId(order.shown().value());
        action.setTimeout(order.longest().toMillis());
        action.setChannelId(order.reference().value());
        action.setVariable("HOTLINE_REFERENCE", order.reference().value());
        action.setVariable("HOTLINE_NUMBER", order.number().value());
        action.setAsync(true);
        return !(send(action) instanceof ManagerError);
    }

    /** Reads the whole state, as of just after {@code at}. */
    ExchangePicture picture(Instant at) throws AmiOutage {
        QueueStatusAction status = new QueueStatusAction();
        status.setQueue(QUEUE.value());
        Set<String> seats = new HashSet<>();
        List<QueueEntryEvent> entries = new ArrayList<>();
        for (ResponseEvent event : ask(status)) {
            if (event instanceof QueueMemberEvent member) {
                AmiReading.device(member.getInterface()).ifPresent(seats::add);
            } else if (event instanceof QueueEntryEvent entry && AmiReading.isCall(entry.getUniqueId())) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.getPosition() == null ? 0 : entry.getPosition()));
        List<CoreShowChannelEvent> channels = ask(new CoreShowChannelsAction()).stream()
                .filter(CoreShowChannelEvent.class::isInstance)
                .map(CoreShowChannelEvent.class::cast)
                .toList();
        List<String> waiting =
                entries.stream().map(QueueEntryEvent::getUniqueId).toList();
        Set<String> live = new HashSet<>(waiting);
        channels.forEach(channel -> live.add(channel.getUniqueid()));
        return new ExchangePicture(seats, waiting, live, talking(channels), at);
    }

    /** A telephone's channel in one bridge with the call that it belongs to. */
    private static Map<String, String> talking(List<CoreShowChannelEvent> channels) {
        Map<String, String> talking = new HashMap<>();
        for (CoreShowChannelEvent channel : channels) {
            String call = channel.getLinkedid();
            boolean second = AmiReading.isCall(call) && !call.equals(channel.getUniqueid());
            boolean bridged =
                    channel.getBridgeid() != null && !channel.getBridgeid().isEmpty();
            if (second && bridged) {
                AmiReading.device(channel.getChannel()).ifPresent(device -> talking.put(call, device));
            }
        }
        return talking;
    }

    private ManagerResponse send(ManagerAction action) throws AmiOutage {
        try {
            return connection.sendAction(action);
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw new AmiOutage("the exchange's manager does not answer", e, false);
        }
    }

    private Collection<ResponseEvent> ask(EventGeneratingAction action) throws AmiOutage {
        try {
            return connection.sendEventGeneratingAction(action).getEvents();
        } catch (EventTimeoutException e) {
            throw new AmiOutage("the exchange's manager answers by halves", e, false);
        } catch (IOException | IllegalStateException e) {
            throw new AmiOutage("the exchange's manager does not answer", e, false);
        }
    }

    @Override
    public void close() {
        try {
            connection.logoff();
        } catch (IllegalStateException e) {
            LIBRARY.log(Level.FINE, "was not connected", e);
        }
    }
}
