package vn.mscore.hotline.sms.inbox;

import java.util.StringJoiner;

/** Describes an exception without its message, which may hold a citizen's words. */
final class Failures {
    private static final int DEPTH = 5;

    private Failures() {}

    static String describe(Throwable failure) {
        StringJoiner chain = new StringJoiner(" <- ");
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            chain.add(cause.getClass().getName() + place(cause));
            cause = cause.getCause();
        }
        return chain.toString();
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
