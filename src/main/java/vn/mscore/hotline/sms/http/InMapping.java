package vn.mscore.hotline.sms.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.ReceivedPart.Kind;

/**
 * How a citizen's message comes in.
 *
 * @param method GET, POST or PUT
 * @param from who sent it
 * @param text what it says
 * @param id the aggregator's id of it
 * @param time when it was sent
 * @param concat which part of a longer one it is
 * @param machine what, when it is found, makes it a message for a machine
 * @param charset of the text, and how it is written
 * @param several how many messages a call holds
 * @param thanks what is answered
 */
record InMapping(
        String method,
        Source from,
        Source text,
        Optional<Source> id,
        Optional<Moment> time,
        PartMapping concat,
        Optional<Source> machine,
        TextCharset charset,
        Several several,
        Reply thanks)
        implements Hook {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SENDER = 64;
    private static final int LONGEST_TIME = 50;

    static InMapping read(MappingFile file) {
        Source from = Source.required(file, "in.from");
        Source text = Source.required(file, "in.text");
        InMapping in = new InMapping(
                file.choice("in.method", "POST", "GET", "PUT"),
                from,
                text,
                Source.optional(file, "in.id"),
                Moment.read(file, "in.time"),
                PartMapping.read(file),
                Source.optional(file, "in.machine"),
                TextCharset.read(file),
                Several.read(file, "in", from, text),
                Reply.read(file, "in.reply"));
        if (in.id().isEmpty() && in.time().isEmpty()) {
            throw file.wrong("in.id", "is missing: without it, or in.time, a repetition cannot be told");
        }
        return in;
    }

    @Override
    public List<Source> sources() {
        Stream<Source> own = Stream.of(
                from,
                text,
                id.orElse(null),
                time.map(Moment::source).orElse(null),
                machine.orElse(null),
                charset.named().orElse(null));
        return Stream.concat(own.filter(Objects::nonNull), concat.sources()).toList();
    }

    @Override
    public Consumer<Intake> read(Call call, String line, byte[] kept) {
        PartMapping.Place place = concat.read(call);
        Optional<String> key = id.map(source -> key(source, call));
        ReceivedPart part = new ReceivedPart(
                line,
                line,
                present(from, call, "the sender").strip(),
                charset.text(text, call).orElseThrow(() -> without("the text")),
                false,
                place.machine() || found(machine, call) ? Kind.MACHINE : Kind.TEXT,
                place.concat(),
                time.flatMap(moment -> moment.in(call)),
                time.flatMap(moment -> moment.raw(call)).map(InMapping::cut).orElse(""),
                kept,
                key);
        Require.that(part.sender().length() <= LONGEST_SENDER, "the sender is longer than any");
        return intake -> intake.store(part);
    }

    private static String key(Source id, Call call) {
        String key = present(id, call, "the id").strip();
        Require.that(!key.isEmpty() && key.length() <= LONGEST_ID, "the id is empty or longer than any");
        return key;
    }

    private static boolean found(Optional<Source> source, Call call) {
        return source.flatMap(place -> place.in(call)).isPresent();
    }

    private static String present(Source source, Call call, String what) {
        return source.in(call).orElseThrow(() -> without(what));
    }

    private static IllegalArgumentException without(String what) {
        return new IllegalArgumentException("without " + what);
    }

    private static String cut(String time) {
        return time.substring(0, Math.min(LONGEST_TIME, time.length()));
    }
}
