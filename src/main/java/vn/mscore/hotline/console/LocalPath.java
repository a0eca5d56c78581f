package vn.mscore.hotline.console;

import java.util.regex.Pattern;

/** Where to go back to, as a page's address or form says it: only ever a page of ours. */
public final class LocalPath {
    /** The most characters that are looked at. */
    public static final int LONGEST = 500;

    private static final Pattern OURS = Pattern.compile("/console(/[A-Za-z0-9_.~%?=&+:@-][A-Za-z0-9/_.~%?=&+:@-]*|/)?");

    private LocalPath() {}

    /** {@code asked} when it is one of our pages, else home. */
    public static String of(String asked) {
        boolean ours = asked.length() <= LONGEST && OURS.matcher(asked).matches() && !asked.contains("..");
        return ours ? asked : "/console/";
    }
}
