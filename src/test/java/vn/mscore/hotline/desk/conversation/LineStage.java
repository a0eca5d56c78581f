package vn.mscore.hotline.desk.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.agi.RealDoor;

/** A stage on which some calls are real ones, over a real Asterisk that says what it plays. The others are scripted. */
final class LineStage extends HouseStage {
    private static final Duration END = Duration.ofSeconds(30);

    private final RealLineCalls line;
    private final RealDoor door;
    private final Map<Integer, Heard> heard = new HashMap<>();
    private List<Integer> real = List.of();
    private int calls;

    /**
     * A real call.
     *
     * @param files what Asterisk played, in order, and what went wrong otherwise
     * @param made the sounds of each sentence
     */
    record Heard(List<String> files, Map<String, List<String>> made) {}

    LineStage(Conversation conversation, RealLineCalls line) {
        super(conversation.start(), with(conversation, line), HeardPrompts.class, ScriptedRecordings.class);
        this.line = line;
        door = new RealDoor(house());
        door.open();
    }

    private static Map<String, String> with(Conversation conversation, RealLineCalls line) {
        Map<String, String> settings = line.settings();
        settings.putAll(conversation.settings());
        return settings;
    }

    /** An empty house in which calls of these numbers, from 0, are real. */
    void reset(Instant start, List<Integer> realOnes) {
        reset(start);
        heard.clear();
        calls = 0;
        real = realOnes;
    }

    /** The real calls by their numbers. */
    Map<Integer, Heard> heard() {
        return Map.copyOf(heard);
    }

    @Override
    public List<String> call(Caller caller, List<String> script) {
        int number = calls++;
        if (!real.contains(number)) {
            return super.call(caller, script);
        }
        try {
            heard.put(number, talk(caller, script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return telephone().outcome();
    }

    private Heard talk(Caller caller, List<String> script) throws IOException, InterruptedException {
        HeardPrompts prompts = house().get(HeardPrompts.class);
        CallFlow flow = Telephone.flow(caller.flow());
        CallStart start = telephone().start(caller);
        CountDownLatch over = new CountDownLatch(1);
        prompts.onTheLine(true);
        door.answer(call -> {
            try {
                flow.run(new HurriedCall(call, start));
            } finally {
                over.countDown();
            }
        });
        List<String> files = new ArrayList<>(line.call(caller.phone().orElse("anonymous"), script));
        if (!over.await(END.toSeconds(), TimeUnit.SECONDS)) {
            files.add("the flow does not end");
        }
        Map<String, List<String>> made = prompts.made();
        prompts.onTheLine(false);
        return new Heard(files, made);
    }

    @Override
    public void close() {
        door.close();
        super.close();
    }
}
