package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.house.Waits;

/** Dialogues with modems that are rows of the bad-input table, {@code sms/at/row*.at}. */
@Waits
class AtBadInputTest {
    @TestFactory
    Stream<DynamicTest> dialogues() throws IOException {
        return RecordedDialogue.all(name -> name.startsWith("row"));
    }
}
