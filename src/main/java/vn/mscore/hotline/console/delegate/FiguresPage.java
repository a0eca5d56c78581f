package vn.mscore.hotline.console.delegate;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.leader.Downloads;
import vn.mscore.hotline.report.Mean;
import vn.mscore.hotline.report.PublicFigures;
import vn.mscore.hotline.report.PublicFigures.Edition;
import vn.mscore.hotline.report.PublicFigures.Line;
import vn.mscore.hotline.report.PublicFigures.Quarter;
import vn.mscore.hotline.report.Sheet;

/** The file that is published each quarter. */
@Path("figures")
@For({Role.OPERATOR, Role.LEADER, Role.DELEGATE})
public class FiguresPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> COLUMNS = List.of(
            "co_quan",
            "linh_vuc",
            "n_tra_ket_qua",
            "ty_le_dung_han",
            "n_qua_han_chua_tra",
            "n_moi_cham",
            "ty_le_tra_loi",
            "n_da_cham",
            "diem_tb",
            "ktc_tu",
            "ktc_den",
            "ty_le_tu_5_tro_xuong",
            "ty_le_di_lai_tren_1");
    private static final List<String> NOTES = List.of(
            "Phương pháp: mọi số đếm là bội số của 5; ô dưới 5 để trống; điểm của một cơ quan và lĩnh vực được gộp từng nhóm"
                    + " 5 theo thứ tự chấm, tính vào ngày nhóm đủ 5 và sau khi hết hạn sửa điểm; điểm chỉ xác nhận bằng mã PIN của giấy hẹn"
                    + " tính nửa trọng số, điểm không gắn được với hồ sơ thì không tính.",
            "n_da_cham gồm cả người không được mời; ty_le_tra_loi chỉ tính người được mời bằng tin nhắn; n_qua_han_chua_tra: hồ sơ quá hạn"
                    + " trong quý hoặc trước đó, đến ngày lập chưa có kết quả. Số liệu lập một lần, không tính lại.",
            "Kênh: tin nhắn và cuộc gọi tự nguyện; người chấm có thể khác số đông. Câu hỏi về tiền ngoài quy định thuộc ngăn kín, không công bố.",
            "Method: all counts are multiples of 5, smaller cells are left empty; marks count in groups of five, those proved by the PIN alone with half their weight. Marks are of"
                    + " self-selected senders and callers, asked or not; the share who answered is of those asked by text. Results still owed are as of the day below. What was said of"
                    + " money is not published. Made once, never computed again.");

    private final Pages pages;
    private final Asked asked;
    private final PublicFigures figures;
    private final Downloads downloads;

    /** Joined by CDI. */
    @Inject
    public FiguresPage(Pages pages, Asked asked, PublicFigures figures, Downloads downloads) {
        this.pages = pages;
        this.asked = asked;
        this.figures = figures;
        this.downloads = downloads;
    }

    /** The quarters that are over. */
    @GET
    public Response page() {
        return pages.page("figures", Map.of("quarters", figures.quarters()), asked);
    }

    /** One quarter as a file. */
    @POST
    public Response file() {
        String wanted = asked.form().text("quarter", 7).orElse("");
        Optional<Quarter> quarter = figures.quarters().stream()
                .filter(one -> one.code().equals(wanted))
                .findFirst();
        return quarter.map(one -> downloads.send("so-lieu-" + one.code(), () -> sheet(one)))
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST).build());
    }

    private Sheet sheet(Quarter quarter) {
        Edition edition = figures.of(quarter);
        return new Sheet(
                "so-lieu-" + quarter.code(),
                COLUMNS,
                edition.lines().stream().map(FiguresPage::row),
                Stream.concat(NOTES.stream(), Stream.of("Ngày lập / made on: " + DAY.format(edition.madeOn())))
                        .toList());
    }

    private static List<Object> row(Line line) {
        return Arrays.asList(
                line.unit(),
                line.field(),
                line.returned(),
                line.onTime().map(FiguresPage::rounded),
                line.overdue(),
                line.invited(),
                line.response().map(FiguresPage::rounded),
                line.mean().map(Mean::n).orElse(0L),
                line.mean().map(mean -> rounded(mean.mean())),
                line.mean().map(mean -> rounded(mean.low())),
                line.mean().map(mean -> rounded(mean.high())),
                line.low().map(FiguresPage::rounded),
                line.again().map(FiguresPage::rounded));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
