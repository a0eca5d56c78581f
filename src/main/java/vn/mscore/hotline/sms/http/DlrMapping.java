package vn.mscore.hotline.sms.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedReport;

/**
 * How a delivery report comes in.
 *
 * @param method GET, POST or PUT
 * @param id the id that the aggregator gave, or ours
 * @param state what became of the text
 * @param to whom it was sent to, when the report says it
 * @param time when
 * @param states the aggregator's words for a state, as TP-ST (3GPP TS 23.040 9.2.3.15)
 * @param several how many reports a call holds
 * @param thanks what is answered
 */
record DlrMapping(
        String method,
        Source id,
        Source state,
        Optional<Source> to,
        Optional<Moment> time,
        Map<String, Integer> states,
        Several several,
        Reply thanks)
        implements Hook {
    private static final int DELIVERED = 0x00;
    private static final int TRYING = 0x20;
    private static final int FAILED = 0x40;

    static DlrMapping read(MappingFile file) {
        Map<String, Integer> states = new HashMap<>();
        words(file, "dlr.delivered", DELIVERED, states);
        words(file, "dlr.trying", TRYING, states);
        words(file, "dlr.failed", FAILED, states);
        file.required("dlr.delivered");
        Source id = Source.required(file, "dlr.id");
        Source state = Source.required(file, "dlr.state");
        return new DlrMapping(
                file.choice("dlr.method", "POST", "GET", "PUT"),
                id,
                state,
                Source.optional(file, "dlr.to"),
                Moment.read(file, "dlr.time"),
                Map.copyOf(states),
                Several.read(file, "dlr", id, state),
                Reply.read(file, "dlr.reply"));
    }

    private static void words(MappingFile file, String field, int status, Map<String, Integer> states) {
        file.text(field).ifPresent(list -> Arrays.stream(list.split(","))
                .map(String::strip)
                .forEach(word -> {
                    if (states.put(word, status) != null) {
                        throw file.wrong(field, "has a state that another field has too");
                    }
                }));
    }

    @Override
    public List<Source> sources() {
        return Stream.of(id, state, to.orElse(null), time.map(Moment::source).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Consumer<Intake> read(Call call, String line, byte[] kept) {
        String known = id.in(call).map(String::strip).orElse("");
        Integer status = state.in(call).map(String::strip).map(states::get).orElse(null);
        Require.that(
                !known.isEmpty() && status != null, "a report without id or with a state that the file does not know");
        String recipient = to.flatMap(source -> source.in(call)).orElse("");
        Optional<Instant> at = time.flatMap(moment -> moment.in(call));
        return intake -> intake.store(new ReceivedReport(line, known, recipient, status, at, kept));
    }
}
