package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Failpoints;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;

/** P6 and P8 for recordings: a failure between file, row and removal costs no recording and makes no second one. */
class RecordingFaultIT extends SpoolCase {
    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @ParameterizedTest
    @CsvSource({
        "rec.afterFile.beforeRow, throw, PROMISED",
        "rec.afterFile.beforeRow, enospc, PROMISED",
        "rec.afterEncrypt.beforeUnlink, throw, KEPT",
        "rec.afterEncrypt.beforeUnlink, enospc, KEPT"
    })
    void aFailureKeepsTheSourceAndTheSweepTakesItInOnce(String place, String action, String meanwhile)
            throws IOException {
        RecordingId id = promised("1787000000.7", RecordingOrder.message("complaint:HSQH"), SPEECH);
        Failpoints.arm(place + ":" + action);
        RecordingVault vault = house.get(RecordingVault.class);
        assertThatThrownBy(() -> {
                    house.tx(() -> {
                        vault.takeIn(id, recorder.spool(id), End.KEY);
                        return true;
                    });
                    vault.removeSource(id, recorder.spool(id));
                })
                .isInstanceOf(RuntimeException.class);
        assertThat(Failpoints.fired()).isTrue();
        assertThat(recorder.spool(id)).exists();
        assertThat(column("state")).containsExactly(meanwhile);
        hangUp("1787000000.7");
        sweep();
        assertThat(column("state")).containsExactly("KEPT");
        assertThat(recorder.spool(id)).doesNotExist();
        assertThat(heard(id, 0)).isEqualTo(SPEECH);
    }
}
