package vn.mscore.hotline.sms.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/**
 * What an answer means: try again, never, or taken, asked in this order; anything else is of unknown fate.
 *
 * @param retry try again later
 * @param refused never
 * @param accepted statuses of an answer that took the text
 * @param when what such an answer must hold besides
 * @param id where the aggregator's id of the text stands
 * @param own our own id in its place: the report will name that
 */
record AnswerRules(
        Either retry,
        Either refused,
        Statuses accepted,
        Optional<Source> when,
        Optional<Source> id,
        Optional<Template> own) {
    private static final Logger LOG = Logger.getLogger(AnswerRules.class.getName());
    private static final int LONGEST_ID = 100;

    /** One of these statuses, or this in the answer. */
    record Either(Statuses statuses, Optional<Source> when) {
        private static Either read(MappingFile file, String kind, String fallback) {
            return new Either(AnswerRules.statuses(file, kind, fallback), source(file, kind + ".when"));
        }

        private boolean fits(Answered answer) {
            return statuses.has(answer.status()) || found(when, answer);
        }
    }

    static AnswerRules read(MappingFile file) {
        Optional<String> id = file.text("accepted.id");
        boolean own = id.filter(text -> text.startsWith("{")).isPresent();
        return new AnswerRules(
                Either.read(file, "retry", "300-399,401,403,404,405,407,429,503"),
                Either.read(file, "refused", "400,413,414,422"),
                statuses(file, "accepted", "200-299"),
                source(file, "accepted.when"),
                own ? Optional.empty() : source(file, "accepted.id"),
                own
                        ? id.map(text -> file.reading(
                                "accepted.id",
                                () -> Template.parse(text, java.util.Set.of(Placeholder.ID, Placeholder.CLIENT_ID))))
                        : Optional.empty());
    }

    private static Statuses statuses(MappingFile file, String kind, String fallback) {
        String field = kind + ".status";
        return file.reading(field, () -> Statuses.parse(file.text(field).orElse(fallback)));
    }

    private static Optional<Source> source(MappingFile file, String field) {
        return file.text(field).map(text -> file.reading(field, () -> answerSource(text)));
    }

    private static Source answerSource(String text) {
        Source source = Source.parse(text);
        if (source.place() == Source.Place.QUERY || source.place() == Source.Place.FORM) {
            throw new IllegalArgumentException("must be json:/PLACE, header:NAME or body: it is about an answer");
        }
        return source;
    }

    private static boolean found(Optional<Source> source, Answered answer) {
        return source.flatMap(place -> place.in(answer)).isPresent();
    }

    /** What became of the text that was sent with {@code values}. */
    SendOutcome outcome(Answered answer, Map<Placeholder, String> values) {
        if (retry.fits(answer)) {
            return failed(Result.RETRY, answer);
        }
        if (refused.fits(answer)) {
            return failed(Result.REFUSED, answer);
        }
        if (!accepted.has(answer.status()) || when.isPresent() && !found(when, answer)) {
            return unknown(why(answer), values);
        }
        return new SendOutcome(Result.SENT, references(answer, values), "");
    }

    private static SendOutcome failed(Result result, Answered answer) {
        return new SendOutcome(result, List.of(), why(answer));
    }

    private static String why(Answered answer) {
        return "the aggregator answered with status " + answer.status();
    }

    /** Nobody knows whether the text was taken; a report that names our own id still finds it. */
    SendOutcome unknown(String why, Map<Placeholder, String> values) {
        return new SendOutcome(Result.UNKNOWN, own(values).stream().toList(), why);
    }

    private Optional<String> own(Map<Placeholder, String> values) {
        return own.map(template -> template.fill(values));
    }

    private List<String> references(Answered answer, Map<Placeholder, String> values) {
        Optional<String> reference = own(values)
                .or(() -> id.flatMap(source -> source.in(answer)).map(String::strip))
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
        if (reference.isEmpty() && id.isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "a text was taken without the id that accepted.id names: its report will find nothing");
        }
        return reference.stream().toList();
    }
}
