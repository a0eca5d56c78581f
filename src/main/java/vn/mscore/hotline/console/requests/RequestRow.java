package vn.mscore.hotline.console.requests;

import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.console.Shown;

/**
 * A request on the list and on its page.
 *
 * @param tone {@code ok}, {@code soon} or {@code late}
 * @param days until it must be completed, negative when late
 */
@Vetoed
public record RequestRow(
        String number,
        String phone,
        String opened,
        String acknowledgeBy,
        String acknowledged,
        String completeBy,
        String completed,
        String outcome,
        String note,
        DelayRows delays,
        long days,
        String tone) {
    static RequestRow of(SubjectRequest request, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, request.completeBy());
        boolean late = days < 0 || request.acknowledged().isEmpty() && today.isAfter(request.acknowledgeBy());
        String open = late ? "late" : days <= SubjectRequest.SOON_DAYS ? "soon" : "";
        return new RequestRow(
                request.number(),
                masked(request.phone().local()),
                Shown.day(request.opened()),
                Shown.day(request.acknowledgeBy()),
                day(request.acknowledged()),
                Shown.day(request.completeBy()),
                day(request.completed()),
                request.outcome().map(Enum::name).orElse(""),
                request.note(),
                DelayRows.of(request, today),
                days,
                request.completed().isPresent() ? "ok" : open);
    }

    /** The same without what people wrote. */
    RequestRow withoutWords() {
        return new RequestRow(
                number,
                phone,
                opened,
                acknowledgeBy,
                acknowledged,
                completeBy,
                completed,
                outcome,
                "",
                delays.withoutWords(),
                days,
                tone);
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(Shown::day).orElse("");
    }

    private static String masked(String local) {
        return local.substring(0, 2) + "•• ••• " + local.substring(local.length() - 3);
    }
}
