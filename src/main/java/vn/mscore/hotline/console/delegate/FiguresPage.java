package vn.mscore.hotline.console.delegate;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import vn.mscore.hotline.report.PublicFigures.Quarter;
import vn.mscore.hotline.report.Sheet;

/** The file that is published each quarter. */
@Path("figures")
@For({Role.OPERATOR, Role.LEADER, Role.DELEGATE})
public class FiguresPage {
    private static final int QUARTERS = 8;
    private static final List<String> COLUMNS = List.of(
            "co_quan",
            "linh_vuc",
            "n_tra_ket_qua",
            "ty_le_dung_han",
            "n_moi_cham",
            "n_da_cham",
            "ty_le_tra_loi",
            "diem_tb",
            "ktc_tu",
            "ktc_den",
            "ty_le_tu_5_tro_xuong",
            "ty_le_di_lai_tren_1",
            "ty_le_noi_them_tien");
    private static final List<String> NOTES = List.of(
            "Phương pháp: mọi số đếm là bội số của 5; ô dưới 5 để trống; điểm của một cơ quan và lĩnh vực được gộp từng nhóm"
                    + " 5 theo thứ tự chấm, tính vào ngày nhóm đủ 5 và sau khi hết hạn sửa điểm; điểm chỉ xác nhận bằng mã PIN của giấy hẹn"
                    + " tính nửa trọng số, điểm không gắn được với hồ sơ thì không tính.",
            "Kênh: tin nhắn và cuộc gọi tự nguyện; người chấm có thể khác số đông. Hai cột cuối chờ phỏng vấn qua điện thoại.",
            "Method: all counts are multiples of 5, smaller cells are left empty; marks count in groups of five, those proved by the PIN alone with half their weight. Self-selected"
                    + " senders and callers; the last two columns wait for the telephone survey.");

    private final Pages pages;
    private final Asked asked;
    private final PublicFigures figures;
    private final Downloads downloads;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public FiguresPage(Pages pages, Asked asked, PublicFigures figures, Downloads downloads, Clock clock) {
        this.pages = pages;
        this.asked = asked;
        this.figures = figures;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** The quarters that are over. */
    @GET
    public Response page() {
        return pages.page("figures", Map.of("quarters", quarters()), asked);
    }

    private List<Quarter> quarters() {
        Quarter last = Quarter.before(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7)));
        return Stream.iterate(last, quarter -> Quarter.before(quarter.first()))
                .limit(QUARTERS)
                .toList();
    }

    /** One quarter as a file. */
    @POST
    public Response file() {
        String wanted = asked.form().text("quarter", 7).orElse("");
        Optional<Quarter> quarter =
                quarters().stream().filter(one -> one.code().equals(wanted)).findFirst();
        return quarter.map(one -> downloads.send("so-lieu-" + one.code(), () -> sheet(one)))
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST).build());
    }

    private Sheet sheet(Quarter quarter) {
        return new Sheet(
                "so-lieu-" + quarter.code(),
                COLUMNS,
                figures.of(quarter).stream().map(FiguresPage::row),
                NOTES);
    }

    private static List<Object> row(PublicFigures.Line line) {
        long answered = line.mean().map(Mean::n).orElse(0L);
        Optional<Double> response = line.invited() == 0
                ? Optional.empty()
                : Optional.of(rounded(Math.min(1, (double) answered / line.invited())));
        return Arrays.asList(
                line.unit(),
                line.field(),
                line.returned(),
                line.onTime().map(FiguresPage::rounded),
                line.invited(),
                answered,
                response,
                line.mean().map(mean -> rounded(mean.mean())),
                line.mean().map(mean -> rounded(mean.low())),
                line.mean().map(mean -> rounded(mean.high())),
                line.low().map(FiguresPage::rounded),
                null,
                null);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
