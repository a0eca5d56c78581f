package vn.mscore.hotline.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.wording.SmsTemplates;

/** Puts texts into words of the citizen's language and into the outbox, in the transaction of the fact. */
@Singleton
class Messenger {
    static final Duration QUESTION_OPEN = Duration.ofHours(72);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final CitizenLines lines;
    private final ContactPolicy policy;
    private final SmsTemplates templates;
    private final SmsOutbox outbox;
    private final Clock clock;
    private final boolean diacritics;

    @Inject
    Messenger(
            CitizenLines lines,
            ContactPolicy policy,
            SmsTemplates templates,
            SmsOutbox outbox,
            Clock clock,
            Settings settings) {
        this.lines = lines;
        this.policy = policy;
        this.templates = templates;
        this.outbox = outbox;
        this.clock = clock;
        this.diacritics = NoticeSettings.from(settings).diacritics();
    }

    /** The language chosen, and Vietnamese as the citizen spells it when the office pays for diacritics. */
    Language language(PhoneNumber phone) {
        return lines.tongue(phone)
                .orElse(CitizenLines.Tongue.VIETNAMESE)
                .texts(diacritics && lines.writesDiacritics(phone));
    }

    String render(String template, PhoneNumber phone, Map<String, String> values) {
        return templates.render(template, language(phone), values);
    }

    /** A text whose values must arrive whole, on one line. */
    String whole(String template, Language language, Map<String, String> values) {
        return templates
                .whole(template, language, values)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Words of an office on one line, whole; plain unless diacritics are paid for. */
    String line(PhoneNumber phone, String words) {
        String line = words.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return language(phone) == Language.VI ? line : Unaccented.of(line);
    }

    String name(UnitName unit, PhoneNumber phone) {
        return language(phone) == Language.VI ? unit.full() : unit.ascii();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Answers the citizen's own text, back by the line it came in by. */
    void answer(PhoneNumber phone, String text, SmsSource source) {
        outbox.put(new OutgoingSms(
                phone,
                text,
                OutgoingSms.Kind.ANSWER,
                source.line(),
                Duration.ofHours(24),
                Optional.of(source.inboxId()),
                Optional.empty()));
    }

    /** Says at once what follows from what the citizen just did. */
    void sayNow(PhoneNumber phone, String text) {
        outbox.put(OutgoingSms.unasked(phone, text, OutgoingSms.Kind.NOTICE, clock.instant()));
    }

    /** Tells at the first decent hour; empty when this number may not be told. */
    Optional<Instant> tell(PhoneNumber phone, String text, ContactPolicy.Purpose purpose) {
        Optional<Instant> at = policy.book(phone, purpose, clock.instant());
        return at.filter(hour -> outbox.put(OutgoingSms.unasked(phone, text, OutgoingSms.Kind.NOTICE, hour))
                .isEmpty());
    }

    /** Opens a question for a time from now. */
    void ask(PhoneNumber phone, Question question, Duration openFor) {
        lines.ask(phone, question, openFor);
    }

    /** Opens a question that is asked by a text leaving at {@code asked}. */
    void ask(PhoneNumber phone, Question question, Instant asked) {
        lines.ask(phone, question, Duration.between(clock.instant(), asked).plus(QUESTION_OPEN));
    }
}
