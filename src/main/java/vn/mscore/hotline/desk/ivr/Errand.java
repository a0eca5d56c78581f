package vn.mscore.hotline.desk.ivr;

import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.voice.RecordingOrder;

/**
 * What somebody speaks for: enough to register the words when nobody of the conversation is left.
 *
 * @param kind what the words are
 * @param category code of the field chosen by key
 * @param about the dossier they are about
 * @param secret whether they belong into the sealed lane from the first second
 * @param remark whether saying nothing is an answer too, and no call that was missed
 */
@Vetoed
record Errand(
        ComplaintKind kind, Optional<String> category, Optional<DossierCode> about, boolean secret, boolean remark) {
    private static final Pattern SHAPE =
            Pattern.compile("(words|remark):([A-Z_]{1,30}):([A-Z0-9-]{0,50}):([A-Z0-9./-]{0,50})");

    static Errand of(ComplaintKind kind) {
        return new Errand(kind, Optional.empty(), Optional.empty(), false, false);
    }

    static Errand sealed() {
        return new Errand(ComplaintKind.DENUNCIATION, Optional.empty(), Optional.empty(), true, false);
    }

    /** What a recording that came without any word of ours is. */
    static Errand fallback() {
        return of(ComplaintKind.UNCLASSIFIED);
    }

    Errand in(String field) {
        return new Errand(kind, Optional.of(field), about, secret, remark);
    }

    Errand about(DossierCode dossier) {
        return new Errand(kind, category, Optional.of(dossier), secret, remark);
    }

    Errand asRemark() {
        return new Errand(kind, category, about, secret, true);
    }

    RecordingOrder order() {
        return secret ? RecordingOrder.secretMessage(purpose()) : RecordingOrder.message(purpose());
    }

    private String purpose() {
        return (remark ? "remark:" : "words:") + kind + ":" + category.orElse("") + ":"
                + about.map(DossierCode::value).orElse("");
    }

    /** Reads the purpose of a recording; what is none of ours is the exchange's fallback. */
    static Errand parse(String purpose, boolean secret) {
        Matcher parts = SHAPE.matcher(purpose);
        if (!parts.matches()) {
            return secret ? sealed() : fallback();
        }
        return new Errand(
                ComplaintKind.valueOf(parts.group(2)),
                Optional.of(parts.group(3)).filter(code -> !code.isEmpty()),
                Optional.of(parts.group(4)).filter(code -> !code.isEmpty()).map(DossierCode::new),
                secret,
                parts.group(1).equals("remark"));
    }
}
