package vn.mscore.hotline.console.requests;

import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectRequest.Delay;
import vn.mscore.hotline.console.Shown;

/**
 * How the day of a request was moved and how it still can be; the ways are {@code third} and {@code extended}.
 *
 * @param firstDue the day promised first, empty when it still is the day
 * @param open the ways that are left, none once the day has passed
 */
@Vetoed
public record DelayRows(String firstDue, List<Row> made, List<String> open) {
    private static final String THIRD = "third";
    private static final String EXTENDED = "extended";

    /** A day that moved: what for, when and why. */
    public record Row(String way, String on, String why) {}

    static DelayRows of(SubjectRequest request, LocalDate today) {
        List<Row> made = Stream.concat(made(THIRD, request.thirdParties()), made(EXTENDED, request.extension()))
                .toList();
        List<String> open = Stream.of(THIRD, EXTENDED)
                .filter(way -> made.stream().noneMatch(row -> row.way().equals(way)))
                .filter(way -> !request.lateOn(today))
                .toList();
        return new DelayRows(made.isEmpty() ? "" : Shown.day(request.firstDue()), made, open);
    }

    DelayRows withoutWords() {
        List<Row> days =
                made.stream().map(row -> new Row(row.way(), row.on(), "")).toList();
        return new DelayRows(firstDue, days, open);
    }

    private static Stream<Row> made(String way, Optional<Delay> delay) {
        return delay.stream().map(one -> new Row(way, Shown.day(one.on()), one.why()));
    }
}
