package vn.mscore.hotline.voice.ami;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.voice.CallSettled.Result;

class CallCauseTest {
    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "5, 17, BUSY, busy",
        "1, 21, BUSY, rejected by the person rung",
        "3, 0, NO_ANSWER, rang to the end",
        "3, 16, NO_ANSWER, given up by us",
        "1, 18, NO_ANSWER, no user responding",
        "0, 19, NO_ANSWER, no answer",
        "0, 1, UNREACHABLE, unallocated number",
        "0, 20, UNREACHABLE, switched off",
        "0, 27, UNREACHABLE, out of order",
        "8, 34, FAILED, no circuit",
        "3, 34, FAILED, the trunk failed after it rang",
        "8, 0, FAILED, congestion",
        "0, 0, FAILED, nothing known"
    })
    void unanswered(int reason, int cause, Result result, String name) {
        assertThat(CallCause.unanswered(reason, cause)).as(name).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, ANSWERED",
        "BUSY, BUSY",
        "NOANSWER, NO_ANSWER",
        "CHANUNAVAIL, UNREACHABLE",
        "CONGESTION, FAILED",
        "CANCEL, FAILED",
        "'', FAILED"
    })
    void farEnd(String status, Result result) {
        assertThat(CallCause.farEnd(status)).isEqualTo(result);
    }
}
