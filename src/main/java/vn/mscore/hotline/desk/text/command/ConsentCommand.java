package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;

/** No more surveys, or surveys again: confirmed at once with the time (ND 91/2020), at any hour. */
@Singleton
class ConsentCommand implements TextCommand {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Consents consents;
    private final CitizenLines lines;
    private final Phrases phrases;

    @Inject
    ConsentCommand(Consents consents, CitizenLines lines, Phrases phrases) {
        this.consents = consents;
        this.lines = lines;
        this.phrases = phrases;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.OPT_OUT, Verb.OPT_IN);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        if (order.verb() == Verb.OPT_IN) {
            return confirmed("T41", consents.optIn(caller.phone(), "SMS"), caller);
        }
        caller.open()
                .filter(open -> open.question().kind() == Question.Kind.SURVEY_SCORE)
                .ifPresent(open -> lines.answered(caller.phone()));
        return confirmed("T25", consents.optOut(caller.phone(), "SMS"), caller);
    }

    private Reply confirmed(String template, Instant at, Caller caller) {
        ZonedDateTime local = at.atZone(VIETNAM);
        String time = DateTimeFormatter.ofPattern("HH:mm").format(local);
        return caller.reply(template, Map.of("time", time, "date", phrases.day(local.toLocalDate())));
    }
}
