package vn.mscore.hotline.voice.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.RecordingStranded;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Sounds;
import vn.mscore.hotline.voice.VoiceFolders;

/** A house with a spool, and what is done with it again and again. */
abstract class SpoolCase {
    static final byte[] SPEECH = Sounds.speech(Duration.ofSeconds(5));

    final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    House house;
    Recorder recorder;
    Recordings recordings;
    Path spool;

    @BeforeEach
    void open() throws IOException {
        house = House.open(clock, Map.of());
        recorder = house.get(Recorder.class);
        recordings = house.get(Recordings.class);
        spool = house.get(VoiceFolders.class).spool();
        Files.createDirectories(spool);
    }

    @AfterEach
    void close() {
        house.close();
    }

    CallStart call(String id) {
        CallStart start =
                new CallStart(id, "main", PhoneNumber.parse("0912345678"), Optional.empty(), clock.instant(), false);
        house.get(CallBook.class).began(start);
        return start;
    }

    RecordingId promised(String callId, RecordingOrder order, byte[] wav) throws IOException {
        RecordingId id = recorder.promise(call(callId), order);
        Files.write(recorder.spool(id), wav);
        return id;
    }

    void hangUp(String callId) {
        house.get(CallBook.class).ended(callId, clock.instant(), Optional.empty());
    }

    void sweep() {
        for (int i = 0; i < 2; i++) {
            house.get(RecordingSweep.class).run();
            clock.advance(Duration.ofSeconds(6));
        }
        house.get(RecordingSweep.class).run();
    }

    List<RecordingStranded> stranded() {
        int before = house.get(FactLog.class).of(RecordingStranded.class).size();
        house.get(TellStranded.class).run();
        List<RecordingStranded> all = house.get(FactLog.class).of(RecordingStranded.class);
        return all.subList(before, all.size());
    }

    List<String> column(String name) {
        return house.tx(() -> house.get(Sql.class)
                .rows(
                        "select " + name + " as v from voice_recording order by id",
                        row -> String.valueOf(row.text("v"))));
    }

    byte[] heard(RecordingId id, long from) throws IOException {
        try (InputStream in = recordings.open(id, from)) {
            return in.readAllBytes();
        }
    }

    long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
