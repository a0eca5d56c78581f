package vn.mscore.hotline.sms.inbox;

import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Causes;

/** Describes an exception without its message, which may hold a citizen's words. */
final class Failures {
    private static final int DEPTH = 5;

    private Failures() {}

    static String describe(Throwable failure) {
        return Causes.of(failure)
                .limit(DEPTH)
                .map(cause -> cause.getClass().getName() + place(cause))
                .collect(Collectors.joining(" <- "));
    }

    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("vn.mscore")) {
                return " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
