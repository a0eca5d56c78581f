package vn.mscore.hotline.console;

import java.util.Locale;

/** Light, dark, or what the machine prefers. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK;

    /** As it stands in the cookie and the page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code word} says, AUTO for anything else. */
    public static Theme of(String word) {
        for (Theme theme : values()) {
            if (theme.word().equals(word)) {
                return theme;
            }
        }
        return AUTO;
    }
}
