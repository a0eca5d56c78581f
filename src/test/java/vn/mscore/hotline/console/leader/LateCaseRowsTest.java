package vn.mscore.hotline.console.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime.Outcome;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.LateReasons.Code;
import vn.mscore.hotline.complaint.LateReasons.Said;
import vn.mscore.hotline.complaint.LateReasons.Why;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.report.LateCase;
import vn.mscore.hotline.report.LeaderBoard.Holder;
import vn.mscore.hotline.report.LeaderBoard.LateDossier;
import vn.mscore.hotline.report.LeaderBoard.UnitScore;
import vn.mscore.hotline.report.LeaderBoard.Whole;
import vn.mscore.hotline.shared.Language;

/** What a file of late cases says about the step and why: a file leaves the house, so no words of anybody. */
class LateCaseRowsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 8, 12);
    private static final Said SAID = new Said(Step.ANSWER, "Máy xúc hỏng", Optional.empty());
    private static final Said JUDGED =
            new Said(Step.ANSWER, "Máy xúc hỏng", Optional.of(new Outcome("NHAC_NHO", "nhắc nhở")));

    private static LateCase late(Optional<Step> step, Why why) {
        return new LateCase("26000012", "Đường", "Xã Khe Sanh", State.DANG_XU_LY, step, DUE, 5, why);
    }

    private static Why why(Code code, int days, Optional<Said> said) {
        return new Why(code, Optional.of(DUE), days, said);
    }

    private record Row(String name, LateCase late, String expected) {}

    private static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "explained, not judged",
                        late(Optional.of(Step.ANSWER), why(Code.EXPLAINED, 0, Optional.of(SAID))),
                        "trả lời|2026-08-12|5|giải trình ngày 12/08/2026, chưa kết luận"),
                new Row(
                        "explained and judged",
                        late(Optional.of(Step.ANSWER_AGAIN), why(Code.EXPLAINED, 0, Optional.of(JUDGED))),
                        "trả lời lại|2026-08-12|5|giải trình ngày 12/08/2026, nhắc nhở"),
                new Row(
                        "paused",
                        late(Optional.of(Step.ANSWER), why(Code.PAUSED, 0, Optional.empty())),
                        "trả lời|2026-08-12|5|đang tạm dừng từ 12/08/2026"),
                new Row(
                        "extended",
                        late(Optional.of(Step.ANSWER), why(Code.EXTENDED, 2, Optional.empty())),
                        "trả lời|2026-08-12|5|đã gia hạn 2 ngày làm việc, hạn đầu 12/08/2026"),
                new Row(
                        "nobody said why",
                        late(Optional.of(Step.ACCEPT), Why.UNEXPLAINED),
                        "đơn vị tiếp nhận|2026-08-12|5|chưa giải trình"),
                new Row(
                        "no clock runs: its state",
                        late(Optional.empty(), Why.UNEXPLAINED),
                        "đang xử lý|2026-08-12|5|chưa giải trình"));
    }

    @TestFactory
    Stream<DynamicTest> fileSaysStepAndWhy() {
        return rows().map(row -> DynamicTest.dynamicTest(row.name(), () -> assertThat(file(row.late()))
                .isEqualToIgnoringCase("26000012|Đường|Xã Khe Sanh|" + row.expected())));
    }

    /** A board of which no other table may be asked for than the one that is sent. */
    private record OnlyCases(Stream<LateCase> cases) implements Whole {
        @Override
        public List<Holder> holders() {
            throw new IllegalStateException();
        }

        @Override
        public List<UnitScore> scores() {
            throw new IllegalStateException();
        }

        @Override
        public List<LateDossier> dossiers() {
            throw new IllegalStateException();
        }
    }

    private static String file(LateCase one) {
        return BoardSheet.CASES
                .of(new OnlyCases(Stream.of(one)), new LateWords(new Words(), Language.VI))
                .rows()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining("|")))
                .collect(Collectors.joining());
    }
}
