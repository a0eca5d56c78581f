package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Takes out of a timeline what belongs to the sealed lane: texts that are words of a sealed case, texts that name its
 * ticket, texts that look like something sealed, and the answers to any of them, which share their source.
 */
@Singleton
class SealedLines {
    private static final Pattern TICKET = Pattern.compile("(?<!\\d)\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}(?!\\d)");

    private final Sql sql;
    private final SecretWords secret;

    @Inject
    SealedLines(Sql sql, SecretWords secret) {
        this.sql = sql;
        this.secret = secret;
    }

    List<TimelineLine> without(List<TimelineLine> lines) {
        Set<String> sources = sealedSources(lines);
        Set<String> tickets = sealedTickets(lines);
        Set<TimelineLine> hidden = lines.stream()
                .filter(line -> names(line, tickets) || looksSealed(line))
                .collect(Collectors.toSet());
        hidden.stream()
                .map(TimelineLine::source)
                .filter(source -> !source.isEmpty())
                .forEach(sources::add);
        return lines.stream()
                .filter(line -> line.source().isEmpty() || !sources.contains(line.source()))
                .filter(line -> !hidden.contains(line))
                .toList();
    }

    private boolean looksSealed(TimelineLine line) {
        boolean theirs = line.kind() == TimelineLine.Kind.SMS_IN || line.kind() == TimelineLine.Kind.SCORE;
        return theirs && secret.areIn(line.text());
    }

    /** Sources end with the line they came in by: {@code sms:123:modem}. */
    private Set<String> sealedSources(List<TimelineLine> lines) {
        Set<String> known = lines.stream()
                .map(TimelineLine::source)
                .filter(source -> !source.isEmpty())
                .collect(Collectors.toSet());
        Set<String> sealed = new HashSet<>();
        for (String source : known) {
            if (sql.exists(
                    "select w.id from complaint_words w join complaint c on c.id = w.complaint_id where c.secret = 1"
                            + " and (w.source = ? or w.source like concat(?, ':%')) limit 1",
                    source, source)) {
                sealed.add(source);
            }
        }
        return sealed;
    }

    private Set<String> sealedTickets(List<TimelineLine> lines) {
        Set<String> sealed = new HashSet<>();
        for (String digits :
                lines.stream().flatMap(line -> tickets(line).stream()).collect(Collectors.toSet())) {
            if (sql.exists("select id from complaint where ticket = ? and secret = 1", digits)) {
                sealed.add(digits);
            }
        }
        return sealed;
    }

    private static boolean names(TimelineLine line, Set<String> tickets) {
        return tickets(line).stream().anyMatch(tickets::contains);
    }

    private static List<String> tickets(TimelineLine line) {
        List<String> found = new ArrayList<>();
        Matcher matcher = TICKET.matcher(line.text());
        while (matcher.find()) {
            Optional<TicketNumber> ticket = TicketNumber.parse(matcher.group());
            ticket.ifPresent(number -> found.add(number.digits()));
        }
        return found;
    }
}
