package vn.mscore.hotline.voice.agi;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.Sounds;
import vn.mscore.hotline.voice.recording.Sweeping;

/** A real Asterisk before the real door, vault and database; what the flow does is the test's. */
final class RealLine implements AutoCloseable {
    final Exchange exchange;
    final House house;
    private final List<CallFlow> flows;
    private final RealDoor door;

    private RealLine(Exchange exchange, int port) {
        this.exchange = exchange;
        house = House.open(Clock.systemUTC(), RealDoor.settings(exchange, port));
        flows = CDI.current().select(CallFlow.class).stream().toList();
        door = new RealDoor(house);
    }

    /** Starts all of it; {@code prompts} are tones of so many seconds. */
    static RealLine open(Map<String, Integer> prompts) throws IOException, InterruptedException {
        int port = Exchange.freePort();
        RealLine line = new RealLine(Exchange.of(port).set("hotline.voice.maxcalls", "60"), port);
        line.openDoor();
        line.exchange.start();
        for (Map.Entry<String, Integer> prompt : prompts.entrySet()) {
            Path file = line.exchange.home().resolve("lib/sounds/hotline/vi/" + prompt.getKey() + ".wav");
            Files.createDirectories(file.getParent());
            Files.write(file, Sounds.speech(Duration.ofMillis(prompt.getValue())));
        }
        return line;
    }

    /** What a gateway does at its start. */
    void openDoor() {
        door.open();
    }

    /** What a gateway does when it stops, in the middle of calls too. */
    void closeDoor() {
        door.close();
    }

    /** What is done with the next calls. */
    RealLine answer(Consumer<Call> next) {
        door.answer(next);
        return this;
    }

    /** Looks for what was left behind, and closes calls nobody talks with. */
    void sweep() {
        house.tx(() -> house.get(Sql.class).update("update voice_call set state = 'ENDED' where state <> 'ENDED'"));
        Sweeping.once(house);
    }

    /** Tells of what nobody linked. */
    void tell() {
        Sweeping.tell(house);
    }

    /** The real flow of that name. */
    CallFlow flow(String name) {
        return flows.stream()
                .filter(flow -> flow.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closeDoor();
        exchange.close();
        house.close();
    }
}
