package vn.mscore.hotline.voice.agi;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.LiveCalls;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.VoiceCounts;
import vn.mscore.hotline.voice.VoiceFolders;

/** The door of a house through which an exchange hands over calls; what is done with them is the test's. */
public final class RealDoor implements AutoCloseable {
    private final AgiEntrance entrance;
    private final Heartbeat heartbeat;
    private volatile Consumer<Call> talk = call -> {};

    /** The door of {@code house}, not yet open. */
    public RealDoor(House house) {
        AgiReception reception = new AgiReception(
                new FlowMapping(List.of(flow())),
                house.get(CallBook.class),
                house.get(LiveCalls.class),
                house.get(CallsInHand.class),
                house.get(Recorder.class),
                house.get(VoiceCounts.class),
                Clock.systemUTC());
        entrance = new AgiEntrance(
                house.get(Settings.class),
                house.get(VoiceFolders.class),
                house.get(SecretFiles.class),
                reception,
                house.get(VoiceCounts.class),
                Executors.defaultThreadFactory());
        heartbeat = new Heartbeat(
                entrance,
                house.get(SecretFiles.class),
                house.get(VoiceCounts.class),
                house.get(VoiceFolders.class),
                house.get(StorePulse.class),
                Executors.defaultThreadFactory(),
                Clock.systemUTC());
    }

    /**
     * What a house must be opened with whose door is at {@code port} and before {@code exchange}. Nothing is spoken of the
     * moment: it would lie in the folder of the house, which not every exchange knows.
     */
    public static Map<String, String> settings(Exchange exchange, int port) {
        return new HashMap<>(Map.of(
                "hotline.voice.asterisk",
                "external",
                "hotline.voice.espeak",
                "off",
                "hotline.voice.agi.port",
                Integer.toString(port),
                "hotline.var",
                exchange.home().getParent().toString()));
    }

    private CallFlow flow() {
        return new CallFlow() {
            @Override
            public String name() {
                return "main";
            }

            @Override
            public void run(Call call) {
                talk.accept(call);
            }
        };
    }

    /** What is done with the next calls. */
    public void answer(Consumer<Call> next) {
        talk = next;
    }

    /** Takes calls from now on. */
    public void open() {
        entrance.start();
        heartbeat.start();
    }

    @Override
    public void close() {
        heartbeat.stop();
        entrance.stop();
    }
}
