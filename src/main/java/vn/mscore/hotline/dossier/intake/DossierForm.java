package vn.mscore.hotline.dossier.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.WrittenTimes;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Reads the fields of a dossier and of a stage, the same in JSON ({@code receivedAt}) and in CSV ({@code received_at}).
 * Values are never repeated in a fault, but for the code of a unit nobody knows.
 */
final class DossierForm {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?[eE][+-]?\\d+");
    private static final Pattern PIN = Pattern.compile("\\d{4}");
    private static final LocalTime OPENING = LocalTime.of(7, 30);
    private static final LocalTime CLOSING = LocalTime.of(17, 0);
    private static final Pattern HOURS = Pattern.compile("\\d{1,5}([.,]\\d{1,4})?");
    private static final String FUTURE = "ở tương lai / lies in the future";
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** JSON, whose names and times are strict; or CSV, in snake case, with dates as clerks write them. */
    enum Dialect {
        JSON,
        CSV;

        private final Map<String, String> names = new ConcurrentHashMap<>();

        String name(String field) {
            return this == JSON ? field : names.computeIfAbsent(field, Dialect::snake);
        }

        private static String snake(String field) {
            return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }

        Instant time(String text, LocalTime atDay) {
            return this == JSON ? WrittenTimes.isoTime(text) : WrittenTimes.clerkTime(text, atDay);
        }
    }

    private final CodeReader codes;
    private final Set<String> units;
    private final Instant now;
    private final Dialect dialect;

    DossierForm(CodeReader codes, Set<String> units, Instant now, Dialect dialect) {
        this.codes = codes;
        this.units = units;
        this.now = now;
        this.dialect = dialect;
    }

    /** A code exactly as it is printed; what needs repair was broken by a spreadsheet or a typist. */
    Optional<DossierCode> code(FieldReader fields, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            fields.fault(
                    "code",
                    "bảng tính đã đổi mã thành số; định dạng cột là Văn bản / a spreadsheet made a number of it");
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, VIETNAM);
        Optional<DossierCode> code = codes.readPrefix(text, today)
                .filter(reading -> reading.flaw().isEmpty())
                .flatMap(CodeReading::code)
                .filter(read -> read.value().equals(text));
        if (code.isEmpty()) {
            fields.fault("code", "không đúng dạng mã hồ sơ, hoặc mất số 0 đầu / is not a dossier code as printed");
        }
        return code;
    }

    /** The dossier under {@code code}; empty when {@code fields} noted a fault. */
    Optional<FedDossier> dossier(DossierCode code, FieldReader fields, Optional<List<FedStage>> stages) {
        Optional<UnitCode> unit = fields.requiredValue("unit", this::unit);
        String procedure = fields.required("procedure", 200);
        String field = fields.required("field", 60);
        Optional<Instant> received = fields.requiredValue(dialect.name("receivedAt"), time(OPENING));
        Optional<Instant> due = fields.value(dialect.name("dueAt"), time(CLOSING));
        Optional<DossierStatus> status = fields.requiredValue("status", DossierForm::status);
        Optional<PhoneNumber> phone = fields.value("phone", DossierForm::phone);
        Optional<String> pin = fields.value("pin", DossierForm::pin);
        Optional<Instant> returned = fields.value(dialect.name("returnedAt"), time(OPENING));
        Optional<Instant> updated = fields.value(dialect.name("updatedAt"), time(OPENING));
        Optional<String> reason = fields.optional(dialect.name("postponeReason"), 100);
        received.filter(this::isFuture).ifPresent(r -> fields.fault(dialect.name("receivedAt"), FUTURE));
        updated.filter(this::isFuture).ifPresent(u -> fields.fault(dialect.name("updatedAt"), FUTURE));
        if (received.isPresent() && due.isPresent() && due.get().isBefore(received.get())) {
            fields.fault(dialect.name("dueAt"), "trước khi nhận / is before it was received");
        }
        return fields.faults().isEmpty()
                ? Optional.of(new FedDossier(
                        code,
                        unit.orElseThrow(),
                        procedure,
                        field,
                        received.orElseThrow(),
                        due,
                        status.orElseThrow(),
                        phone,
                        pin,
                        returned,
                        updated,
                        reason,
                        stages))
                : Optional.empty();
    }

    /** Clocks of two machines differ; a day is more than they may. */
    private boolean isFuture(Instant at) {
        return at.isAfter(now.plusSeconds(86_400));
    }

    private Function<String, Instant> time(LocalTime atDay) {
        return text -> dialect.time(text, atDay);
    }

    /** A step; empty when {@code fields} noted a fault. */
    Optional<FedStage> stage(FieldReader fields) {
        String name = fields.required("name", 100);
        Optional<UnitCode> unit = fields.requiredValue("unit", this::unit);
        Optional<String> officer = fields.optional("officer", 100);
        Optional<Instant> entered = fields.requiredValue(dialect.name("enteredAt"), time(OPENING));
        Optional<Instant> left = fields.value(dialect.name("leftAt"), time(CLOSING));
        Optional<Integer> allowed = fields.value(dialect.name("allowedHours"), DossierForm::minutes);
        Optional<String> pause = fields.optional(dialect.name("pauseReason"), 100);
        if (entered.isPresent() && left.isPresent() && left.get().isBefore(entered.get())) {
            fields.fault(dialect.name("leftAt"), "trước khi vào bước / is before it was entered");
        }
        return fields.faults().isEmpty()
                ? Optional.of(
                        new FedStage(name, unit.orElseThrow(), officer, entered.orElseThrow(), left, allowed, pause))
                : Optional.empty();
    }

    private UnitCode unit(String text) {
        Require.that(UnitCode.isValid(text), "mã đơn vị gồm A-Z 0-9 . _ - / a unit code is 1 to 40 of A-Z 0-9 . _ -");
        Require.that(units.contains(text), "không có đơn vị " + text + " / unknown unit " + text);
        return new UnitCode(text);
    }

    private static DossierStatus status(String text) {
        return Arrays.stream(DossierStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "phải là một trong / must be one of " + Arrays.toString(DossierStatus.values())));
    }

    private static PhoneNumber phone(String text) {
        return PhoneNumber.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "không phải số điện thoại, có thể mất số 0 đầu / is not a number; its leading zero may be lost"));
    }

    private static String pin(String text) {
        Require.that(
                PIN.matcher(text).matches(),
                "phải đủ 4 chữ số, có thể mất số 0 đầu / must be four digits; leading zeros may be lost");
        return text;
    }

    private static Integer minutes(String text) {
        if (!HOURS.matcher(text).matches() || new BigDecimal(text.replace(',', '.')).signum() == 0) {
            throw new IllegalArgumentException(
                    "phải là số giờ làm việc, ví dụ 16 / must be working hours, for instance 16");
        }
        return new BigDecimal(text.replace(',', '.'))
                .multiply(BigDecimal.valueOf(60))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
