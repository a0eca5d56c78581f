package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.wording.ReplyTemplates;
import vn.mscore.hotline.wording.ReplyTemplates.Reply;

/** The beginnings of answers that fit a case, with what is known of it filled in. */
@Singleton
public class ReplyBeginnings {
    private final ReplyTemplates templates;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final String hotline;

    /** Reads {@code hotline.number}. */
    @Inject
    public ReplyBeginnings(ReplyTemplates templates, WorkCalendars calendars, Clock clock, Settings settings) {
        this.templates = templates;
        this.calendar = calendars.national();
        this.clock = clock;
        this.hotline = settings.text("hotline.number").orElse("18008081");
    }

    /** A name and a text in which {@code {...}} is left to be written. */
    public record Beginning(String title, String text) {}

    /** For the page of a case: those of an answer, and those of what is told while the case goes on. */
    Map<String, Object> model(CaseView view, Reading reading) {
        Map<String, String> known = known(view, reading);
        Stream<Reply> meanwhile = templates.of(ReplyTemplates.MEANWHILE).stream()
                .filter(reply -> reply.category().equals(ReplyTemplates.MEANWHILE));
        return Map.of(
                "replies", filled(templates.of(view.categoryCode()).stream(), known),
                "meanwhile", filled(meanwhile, known));
    }

    private List<Beginning> filled(Stream<Reply> replies, Map<String, String> known) {
        return replies.flatMap(reply ->
                        templates.render(reply.code(), known).stream().map(text -> new Beginning(reply.title(), text)))
                .toList();
    }

    private Map<String, String> known(CaseView view, Reading reading) {
        Map<String, String> known = new HashMap<>();
        known.put("ticket", view.row().ticket().digits());
        known.put("due", reading.day(view.promised()));
        known.put("date", reading.day(calendar.dayOf(clock.instant())));
        known.put("hotline", hotline);
        Optional.of(view).flatMap(one -> one.row().unit()).ifPresent(unit -> known.put("unit", unit.full()));
        return known;
    }
}
