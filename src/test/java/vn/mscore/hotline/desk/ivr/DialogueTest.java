package vn.mscore.hotline.desk.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Keys;

class DialogueTest {
    private final List<Entry> asked = new ArrayList<>();

    private Call call() {
        CallStart start = new CallStart("1.1", "main", Optional.empty(), Optional.empty(), Instant.EPOCH, false);
        return (Call) Proxy.newProxyInstance(
                Call.class.getClassLoader(),
                new Class<?>[] {Call.class},
                (proxy, method, given) -> method.getName().equals("start") ? start : keys((Entry) given[1]));
    }

    private Keys keys(Entry entry) {
        asked.add(entry);
        return Keys.none();
    }

    @Test
    void whoAskedToBeSpokenToSlowlyHasTwiceTheTimeForEachKey() {
        Dialogue talk = new Dialogue(call(), null, Map.of());
        talk.ask(List.of(), Entry.upTo(6));
        talk.goSlow(true);
        talk.ask(List.of(), Entry.upTo(6));
        assertThat(asked).extracting(Entry::first).containsExactly(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(asked).extracting(Entry::between).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(asked).extracting(Entry::most).containsExactly(6, 6);
    }
}
