package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.complaint.TimelineLine.Kind;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * What stands in the open cases of a number, as far as it was said by the citizen or to him: words that were spoken, written
 * down or whose text is gone, transcripts, answers; and his dossiers as they stand today. Needs a transaction.
 */
@Singleton
class OwnLines {
    /** More rows than one number has. */
    static final int ALL = 1_000_000;

    private final Sql sql;
    private final BlindIndex index;
    private final Seals seals;
    private final DossierLookup dossiers;
    private final Clock clock;

    @Inject
    OwnLines(Sql sql, BlindIndex index, Seals seals, DossierLookup dossiers, Clock clock) {
        this.sql = sql;
        this.index = index;
        this.seals = seals;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** Without words whose text is among {@code texts}. */
    Stream<TimelineLine> of(PhoneNumber phone, List<TimelineLine> texts) {
        Set<String> there = texts.stream()
                .filter(line -> line.kind() == Kind.SMS_IN && !line.text().isEmpty())
                .map(TimelineLine::source)
                .collect(Collectors.toSet());
        Stream<TimelineLine> said =
                words(phone).stream().filter(line -> !line.text().isEmpty() && !there.contains(message(line.source())));
        return Stream.concat(said, dossiers.ofPhone(phone, ALL).stream().map(this::line));
    }

    /** Sources of texts end with the line they came in by: {@code sms:123:modem}. */
    private static String message(String source) {
        return source.replaceFirst("^(sms:\\d+):.*", "$1");
    }

    private List<TimelineLine> words(PhoneNumber phone) {
        return sql.rows(
                "select w.id, w.author, w.at, w.source, w.words_sealed, c.ticket from complaint c"
                        + " join complaint_words w on w.complaint_id = c.id"
                        + " where c.phone_index = ? and c.secret = 0 order by w.id",
                this::line,
                (Object) index.of(BlindIndex.Purpose.PHONE, phone));
    }

    private TimelineLine line(Sql.Row row) throws SQLException {
        boolean theirs = row.text("author").equals(CaseView.Said.CITIZEN);
        return new TimelineLine(
                theirs ? Kind.CASE_WORDS : Kind.ANSWER,
                row.instant("at"),
                theirs ? row.text("source") : "",
                seals.words(row.number("id"), row.bytes("words_sealed")),
                "",
                Optional.of(new TicketNumber(row.text("ticket"))));
    }

    private TimelineLine line(Standing dossier) {
        String due = dossier.due().map(day -> " · " + day).orElse("");
        return new TimelineLine(
                Kind.DOSSIER,
                clock.instant(),
                "",
                dossier.code().value() + due,
                dossier.status().name(),
                Optional.empty());
    }
}
