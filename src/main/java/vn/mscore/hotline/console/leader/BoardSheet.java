package vn.mscore.hotline.console.leader;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vn.mscore.hotline.report.LeaderBoard.Whole;
import vn.mscore.hotline.report.Mean;
import vn.mscore.hotline.report.Sheet;

/** The tables of a leader's board as files, none of them cut. */
enum BoardSheet {
    HOLDERS(
            "dang-giu-lau-nhat",
            List.of("Đơn vị", "Khâu", "Số hồ sơ", "Quá thời gian của khâu", "Lâu nhất (ngày làm việc)"),
            (board, words) -> board.holders().stream()
                    .map(one -> row(one.name(), one.stage(), one.dossiers(), one.late(), one.longestDays()))),
    DOSSIERS(
            "ho-so-qua-han",
            List.of("Mã hồ sơ", "Đơn vị đang giữ", "Khâu", "Giữ (ngày làm việc)", "Hạn trả", "Trễ (ngày làm việc)"),
            (board, words) -> board.dossiers().stream()
                    .map(one -> row(one.code(), one.unit(), one.stage(), one.heldDays(), one.due(), one.lateDays()))),
    CASES(
            "phan-anh-qua-han",
            List.of("Mã phiếu", "Loại", "Đơn vị", "Khâu", "Hạn", "Trễ (ngày làm việc)", "Vì sao"),
            (board, words) -> board.cases().map(words::row)),
    SCORES(
            "diem-theo-co-quan",
            List.of("Cơ quan", "Số điểm (n)", "Điểm trung bình", "Khoảng tin cậy từ", "đến"),
            (board, words) -> board.scores().stream()
                    .map(one -> row(
                            one.name(),
                            one.mean().map(Mean::n),
                            one.mean().map(Mean::mean),
                            one.mean().map(Mean::low),
                            one.mean().map(Mean::high))));

    private final String file;
    private final List<String> columns;
    private final BiFunction<Whole, LateWords, Stream<List<Object>>> rows;

    BoardSheet(String file, List<String> columns, BiFunction<Whole, LateWords, Stream<List<Object>>> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    String file() {
        return file;
    }

    Sheet of(Whole board, LateWords words) {
        return new Sheet(file, columns, rows.apply(board, words), List.of());
    }
}
