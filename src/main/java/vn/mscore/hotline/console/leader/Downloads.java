package vn.mscore.hotline.console.leader;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.report.Exports;
import vn.mscore.hotline.report.Exports.Admission;
import vn.mscore.hotline.report.Exports.Format;
import vn.mscore.hotline.report.Sheet;

/** Sends tables as files, when the account has a free place for one. */
@Singleton
public class Downloads {
    private static final int BUSY = 429;

    private final Exports exports;
    private final Pages pages;
    private final Asked asked;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public Downloads(Exports exports, Pages pages, Asked asked, Clock clock) {
        this.exports = exports;
        this.pages = pages;
        this.asked = asked;
        this.clock = clock;
    }

    /** The sheet in the format that the form names, CSV when it names none. {@code sheet} is opened while it is sent. */
    public Response send(String name, Supplier<Sheet> sheet) {
        Format format = asked.form().choice("format", Format.class).orElse(Format.CSV);
        Admission place = exports.admit(asked.viewer(), name);
        if (place.refusal().isPresent()) {
            place.close();
            return pages.page(BUSY, "export-busy", Map.of(), asked);
        }
        StreamingOutput body = out -> {
            try (place) {
                place.write(sheet, format, out);
            }
        };
        String file = format.fileName(name, LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7)));
        return Response.ok(body, format.type())
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }
}
