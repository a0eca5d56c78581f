package vn.mscore.hotline.sms.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a time stands, and how it is written: {@code unix}, {@code unix-ms}, {@code iso} (ISO 8601 with an offset), or a
 * pattern of {@link DateTimeFormatter}, in the zone of Vietnam unless the file names another.
 */
record Moment(Source source, Function<String, Instant> reading) {
    private static final String VIETNAM = "Asia/Ho_Chi_Minh";

    /** The time of {@code field}, if the file has it. */
    static Optional<Moment> read(MappingFile file, String field) {
        file.needed(field, field + ".format", field + ".zone");
        String form = file.text(field + ".format").orElse("unix");
        String zone = file.text(field + ".zone").orElse(VIETNAM);
        return file.text(field)
                .map(text -> new Moment(
                        file.reading(field, () -> Source.parse(text)),
                        file.reading(field + ".format", () -> reading(form, zone(file, field + ".zone", zone)))));
    }

    private static ZoneId zone(MappingFile file, String field, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw file.wrong(field, "must be a time zone, as UTC or " + VIETNAM);
        }
    }

    private static Function<String, Instant> reading(String form, ZoneId zone) {
        return switch (form) {
            case "unix" -> text -> Instant.ofEpochSecond(Long.parseLong(text));
            case "unix-ms" -> text -> Instant.ofEpochMilli(Long.parseLong(text));
            case "iso" -> text -> OffsetDateTime.parse(text).toInstant();
            default -> written(form, zone);
        };
    }

    private static Function<String, Instant> written(String form, ZoneId zone) {
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form);
            LocalDateTime.parse(LocalDateTime.of(2026, 11, 28, 9, 0).format(formatter), formatter);
            return text -> LocalDateTime.parse(text, formatter).atZone(zone).toInstant();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("must be unix, unix-ms, iso, or a pattern as yyyy-MM-dd HH:mm:ss", e);
        }
    }

    /** The time as it stands there. */
    Optional<String> raw(Call call) {
        return source.in(call).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The time; empty when there is none or it cannot be read. */
    Optional<Instant> in(Call call) {
        try {
            return raw(call).map(reading);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
