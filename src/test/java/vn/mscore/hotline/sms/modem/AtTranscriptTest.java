package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.house.Waits;

/** Dialogues with modems, {@code sms/at/*.at}, but those of the bad-input table. */
@Waits
class AtTranscriptTest {
    @TestFactory
    Stream<DynamicTest> dialogues() throws IOException {
        return RecordedDialogue.all(name -> !name.startsWith("row"));
    }
}
