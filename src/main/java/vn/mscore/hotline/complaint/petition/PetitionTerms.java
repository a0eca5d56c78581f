package vn.mscore.hotline.complaint.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.LegalTerms;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.platform.Settings;

/** The terms of the law by the day they are in force: {@code complaint/petition-terms.tsv}, or the deployer's own. */
@Singleton
public class PetitionTerms implements LegalTerms {
    private static final String FILE = "petition-terms.tsv";
    private static final int TO_COMPLAIN = 90;

    private final List<Term> terms;
    private final WorkCalendar calendar;

    /** Reads the table. */
    @Inject
    public PetitionTerms(Settings settings, WorkCalendars calendars) {
        calendar = calendars.national();
        terms = text(settings)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Term.of(line.split("\t")))
                .sorted(Comparator.comparing(Term::from).reversed())
                .toList();
    }

    /** A row. {@code working} says whether days to accept are working days. */
    private record Term(LocalDate from, int accept, boolean working, Days first, Days second) {
        private static final int FIRST = 3;
        private static final int SECOND = 7;

        static Term of(String... row) {
            return new Term(
                    LocalDate.parse(row[0]),
                    Integer.parseInt(row[1]),
                    row[2].equals("working"),
                    Days.of(row, FIRST),
                    Days.of(row, row.length > SECOND ? SECOND : FIRST));
        }

        int settlement(Acceptance how) {
            return (how.second() ? second : first).of(how);
        }
    }

    /** Calendar days of a settlement. */
    private record Days(int plain, int complex, int remote, int remoteComplex) {
        static Days of(String[] row, int from) {
            int[] days = Stream.of(row).skip(from).mapToInt(Integer::parseInt).toArray();
            return new Days(days[0], days[1], days[2], days[3]);
        }

        int of(Acceptance how) {
            int near = how.complex() ? complex : plain;
            int far = how.complex() ? remoteComplex : remote;
            return how.remote() ? far : near;
        }
    }

    @Override
    public LocalDate lastDay(LocalDate learned) {
        return learned.plusDays(TO_COMPLAIN);
    }

    @Override
    public LocalDate acceptBy(LocalDate paper) {
        Term term = on(paper);
        return term.working() ? calendar.plusWorkingDays(paper, term.accept()) : end(paper.plusDays(term.accept()));
    }

    @Override
    public LocalDate settleBy(Acceptance how) {
        return end(how.on().plusDays(on(how.on()).settlement(how)));
    }

    /** Civil Code 2015 art. 148 clause 5: a term whose last day is a day off ends with the next working day. */
    private LocalDate end(LocalDate last) {
        return calendar.plusWorkingDays(last.minusDays(1), 1);
    }

    private Term on(LocalDate day) {
        return terms.stream()
                .filter(term -> !term.from().isAfter(day))
                .findFirst()
                .orElse(terms.get(terms.size() - 1));
    }

    private static String text(Settings settings) {
        String folder = settings.text("hotline.complaint.tables").orElse("");
        Path own = Path.of(folder, FILE);
        try (InputStream in = PetitionTerms.class.getResourceAsStream("/complaint/" + FILE)) {
            return folder.isEmpty() || !Files.exists(own)
                    ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
