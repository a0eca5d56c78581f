package vn.mscore.hotline.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants live in {@code datetime(6)} columns as UTC: EclipseLink 4 would serialise a bare Instant. */
@Converter(autoApply = true)
public class UtcConverter implements AttributeConverter<Instant, LocalDateTime> {
    /** For parameters of native queries. */
    public static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** For columns of native queries, which come as {@link java.sql.Timestamp} or {@link LocalDateTime}. */
    public static Instant instant(Object column) {
        if (column == null) {
            return null;
        }
        LocalDateTime local = column instanceof java.sql.Timestamp t ? t.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }

    @Override
    public LocalDateTime convertToDatabaseColumn(Instant attribute) {
        return utc(attribute);
    }

    @Override
    public Instant convertToEntityAttribute(LocalDateTime column) {
        return column == null ? null : column.toInstant(ZoneOffset.UTC);
    }
}
