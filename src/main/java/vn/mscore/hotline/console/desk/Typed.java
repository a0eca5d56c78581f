package vn.mscore.hotline.console.desk;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.console.Form;

/** The fields of an entry as they were typed, to show them again when it is refused. */
@Vetoed
public record Typed(
        String channel, String kind, String phone, String dossier, String text, boolean cannotWrite, boolean readBack) {
    private static final int SHORT = 60;
    private static final int LONG = 4000;

    static final Typed NOTHING = new Typed("", "", "", "", "", false, false);

    static Typed of(Form form) {
        return new Typed(
                form.text("channel", SHORT).orElse(""),
                form.text("kind", SHORT).orElse(""),
                form.text("phone", SHORT).orElse(""),
                form.text("dossier", SHORT).orElse(""),
                form.text("text", LONG).orElse(""),
                form.ticked("cannot-write"),
                form.ticked("read-back"));
    }
}
