package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLineContract;
import vn.mscore.hotline.sms.pdu.AddressField;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.Scts;
import vn.mscore.hotline.sms.pdu.Udh;
import vn.mscore.hotline.sms.simulator.PhoneMessage;
import vn.mscore.hotline.sms.simulator.SimulatedModem;
import vn.mscore.hotline.sms.simulator.SimulatedNetwork;
import vn.mscore.hotline.sms.simulator.Switch;
import vn.mscore.hotline.sms.simulator.Switches;

/** The contract by a modem: its network is the simulated one, and deleting a message from the SIM acknowledges it. */
abstract class ModemContract extends SmsLineContract {
    static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private static final String LAN = "+84912345678";
    private static final String OFFICE = "+84905550100";
    private static final Scts SENT_AT = Scts.of(OffsetDateTime.parse("2026-11-28T09:00:00+07:00"));

    @TempDir
    Path folder;

    SimulatedModem modem;

    private final Switches switches = new Switches();
    private SimulatedNetwork network;
    private boolean unheard;

    /** How the line reaches {@link #modem}. */
    abstract ModemAddress address() throws Exception;

    @Override
    protected SmsLine open() throws Exception {
        Clock clock = Clock.systemUTC();
        network = new SimulatedNetwork(clock, THREADS, switches, 0);
        modem = new SimulatedModem(
                vn.mscore.hotline.sms.simulator.ModemSettings.of(OFFICE, 50).withHistory(history()),
                network,
                switches,
                new SimulatedModem.ModemClockwork(clock, THREADS));
        modem.start();
        network.open(LAN);
        ModemAddress address = address();
        ModemSettings settings =
                new ModemSettings("m1", address, Optional.of("1234"), "*101#", folder, 20, 600, new Patience(50));
        return new ModemLine(settings, address.opener(THREADS), THREADS, clock);
    }

    private Path history() {
        return folder.resolve("modem.jsonl");
    }

    @Override
    protected List<String> taken() {
        return network.messages(LAN).stream()
                .filter(message -> message.direction() == PhoneMessage.Direction.RECEIVED)
                .map(PhoneMessage::text)
                .toList();
    }

    @Override
    protected void goAway() {
        switches.set(Switch.UNPLUG, 1);
    }

    @Override
    protected void fallSilent() {
        switches.set(Switch.LOSE_ANSWER, 100);
    }

    @Override
    protected boolean deliver(String text) throws Exception {
        int misses = intake.misses();
        long before = noted("delivered");
        network.raw(OFFICE, tpdu(text), text);
        await(() -> noted("delivered") > before && (deleted() || intake.misses() > misses));
        unheard = !deleted();
        return !unheard;
    }

    /** What was not deleted lies on the SIM still, and the line comes back to it by itself. */
    @Override
    protected boolean deliverAgain(String text) throws Exception {
        if (!unheard) {
            return deliver(text);
        }
        unheard = !deleted();
        return !unheard;
    }

    private static byte[] tpdu(String text) {
        byte[] pdu = DeliverPdu.of(AddressField.of(LAN), SENT_AT, MessageBody.gsm7(text, Udh.NONE))
                .encode();
        return Arrays.copyOfRange(pdu, 1, pdu.length);
    }

    private boolean deleted() {
        return noted("deleted") == noted("delivered");
    }

    private long noted(String event) {
        try {
            return Files.readString(history())
                    .lines()
                    .filter(line -> line.contains("\"event\":\"" + event + "\"") && line.contains("\"report\":false"))
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void close() throws Exception {
        modem.close();
        network.close();
        assertThat(intake.log())
                .as("put aside: "
                        + intake.raws().stream().map(HexFormat.of()::formatHex).toList())
                .noneMatch(entry -> entry.startsWith("QUARANTINE"));
    }
}
