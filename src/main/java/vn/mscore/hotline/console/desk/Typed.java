package vn.mscore.hotline.console.desk;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.console.Form;

/**
 * The fields of an entry as they were typed, to show them again when it is refused.
 *
 * @param call the exchange's id of the call that is written down, empty for none
 * @param numberOfCall whether the number of the call is meant where none is typed
 */
@Vetoed
public record Typed(
        String channel,
        String kind,
        String call,
        boolean numberOfCall,
        String phone,
        String dossier,
        String text,
        boolean cannotWrite,
        boolean readBack) {
    private static final int SHORT = 64;
    private static final int LONG = 4000;

    /** An empty form; after a call it says so. */
    static Typed nothing(String call) {
        return new Typed(call.isEmpty() ? "" : "PHONE", "", call, !call.isEmpty(), "", "", "", false, false);
    }

    static Typed of(Form form) {
        return new Typed(
                form.text("channel", SHORT).orElse(""),
                form.text("kind", SHORT).orElse(""),
                form.text("call", SHORT).orElse(""),
                form.ticked("number-of-call"),
                form.text("phone", SHORT).orElse(""),
                form.text("dossier", SHORT).orElse(""),
                form.text("text", LONG).orElse(""),
                form.ticked("cannot-write"),
                form.ticked("read-back"));
    }
}
