package vn.mscore.hotline.sms.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;

/** A network with one modem on a workbench: fixed time, no waiting. */
public final class Bench implements AutoCloseable {
    public static final String MODEM = "+84888081808";
    public static final String LAN = "+84912345678";

    public final Switches switches = new Switches();
    public final SimulatedNetwork network;
    public final SimulatedModem modem;

    public Bench() {
        this(ModemSettings.of(MODEM, 10));
    }

    public Bench(ModemSettings settings) {
        this(settings, Clock.fixed(Instant.parse("2026-08-17T02:30:00Z"), ZoneOffset.UTC));
    }

    public Bench(ModemSettings settings, Clock clock) {
        network = new SimulatedNetwork(clock, Executors.defaultThreadFactory(), switches, 350);
        modem = new SimulatedModem(
                settings,
                network,
                switches,
                new SimulatedModem.ModemClockwork(clock, Executors.defaultThreadFactory()));
        modem.start();
    }

    AtUser user() throws IOException {
        return new AtUser(modem.port());
    }

    /** A user who wants stored messages announced and reports handed over, without echo. */
    AtUser readyUser() throws IOException {
        AtUser user = user();
        user.ask("ATE0+CMEE=1;+CNMI=2,1,0,1,0");
        return user;
    }

    @Override
    public void close() {
        modem.close();
        network.close();
    }
}
