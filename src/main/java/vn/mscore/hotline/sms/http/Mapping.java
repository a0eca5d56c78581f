package vn.mscore.hotline.sms.http;

import java.util.Optional;

/**
 * A whole mapping file.
 *
 * @param text what the aggregator takes as a text
 * @param send how it is handed over
 * @param answers what the answer means
 * @param check how calls to us are known; there when {@code in} or {@code dlr} is
 * @param in how a citizen's message comes in, when this line brings any
 * @param dlr how a delivery report comes in, when this line brings any
 */
record Mapping(
        TextForm text,
        SendMapping send,
        AnswerRules answers,
        Optional<CallCheck> check,
        Optional<InMapping> in,
        Optional<DlrMapping> dlr) {
    /** Reads all fields; refuses those nobody knows. */
    static Mapping read(MappingFile file) {
        boolean in = file.any("in.");
        boolean dlr = file.any("dlr.");
        Mapping mapping = new Mapping(
                TextForm.read(file),
                SendMapping.read(file),
                AnswerRules.read(file),
                in || dlr ? Optional.of(CallCheck.read(file)) : Optional.empty(),
                in ? Optional.of(InMapping.read(file)) : Optional.empty(),
                dlr ? Optional.of(DlrMapping.read(file)) : Optional.empty());
        file.end();
        mapping.in().ifPresent(hook -> mapping.signed(file, hook));
        mapping.dlr().ifPresent(hook -> mapping.signed(file, hook));
        return mapping;
    }

    // A signed call could be sent again with another id in a place that is not signed: a second ticket.
    private void signed(MappingFile file, Hook hook) {
        Optional<CallSignature> signature = check.flatMap(CallCheck::signature);
        boolean covered = signature.isEmpty() || hook.sources().stream().allMatch(signature.get()::covers);
        if (!covered) {
            throw file.wrong(
                    "check.signed", "leaves a field of in. or dlr. unsigned: {query} and {body} sign, headers are not");
        }
    }
}
