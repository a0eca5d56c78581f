package vn.mscore.hotline.voice.ami;

import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * A value that may cross to the exchange: no line break, no comma, nothing a dialplan could read as code. Free text is not
 * a legal argument, so there is no way to make one of it (R24, rows 102, 103, 106).
 */
record AmiWord(String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_./:@+-]{1,128}");

    /** Refuses everything else before a byte leaves. */
    AmiWord {
        Require.that(value != null && SAFE.matcher(value).matches(), "not a word for the exchange");
    }
}
