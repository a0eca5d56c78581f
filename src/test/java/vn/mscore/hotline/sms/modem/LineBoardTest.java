package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineBoardTest {
    private static final Logger LOG = Logger.getLogger(LineBoard.class.getName());

    private final List<String> warned = new ArrayList<>();
    private final LineBoard board = new LineBoard("of LineBoardTest");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord told) {
            if (told.getParameters()[0].equals("of LineBoardTest")) {
                warned.add(told.getParameters()[1] + " " + told.getParameters()[2]);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(handler);
    }

    @Test
    void aStorageThatStaysFullIsToldOnceWhateverTheOthersHold() {
        for (int sweep = 0; sweep < 3; sweep++) {
            board.storage("SM", 40, 50);
            board.storage("ME", 0, 100);
        }
        assertThat(warned).containsExactly("SM 40");
    }

    @Test
    void aStorageThatFillsUpAgainIsToldAgain() {
        board.storage("SM", 40, 50);
        board.storage("SM", 3, 50);
        board.storage("SM", 35, 50);
        assertThat(warned).containsExactly("SM 40", "SM 35");
    }

    @Test
    void eachFullStorageIsTold() {
        board.storage("SM", 40, 50);
        board.storage("ME", 90, 100);
        assertThat(warned).containsExactly("SM 40", "ME 90");
    }
}
