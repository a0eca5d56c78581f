package vn.mscore.hotline.sms.simulator;

import java.util.ArrayList;
import java.util.List;

/** What a modem says to one command line: information lines and a final result, or a prompt for data. */
final class AtAnswer {
    private final List<String> lines = new ArrayList<>();
    private String result = "OK";
    private TypedText prompt;
    private Runnable after = () -> {};

    /** Takes the text typed after the prompt, up to Ctrl-Z. */
    interface TypedText {
        void take(String data, AtAnswer answer);
    }

    /** Adds an information line. */
    AtAnswer line(String line) {
        lines.add(line);
        return this;
    }

    /** A refusal without a code. */
    void error() {
        result = "ERROR";
    }

    /** A refusal by the equipment or SIM (3GPP TS 27.007 9.2). */
    void cme(int code) {
        result = "+CME ERROR: " + code;
    }

    /** A refusal by the message service (3GPP TS 27.005 3.2.5). */
    void cms(int code) {
        result = "+CMS ERROR: " + code;
    }

    /** Asks for data instead of answering. */
    void prompt(TypedText taker) {
        prompt = taker;
    }

    /** The answer is never given. */
    void lose() {
        lines.clear();
        result = "";
    }

    /** Runs {@code work} once the answer is on the wire. */
    void afterwards(Runnable work) {
        after = work;
    }

    boolean isOk() {
        return result.equals("OK");
    }

    boolean isLost() {
        return result.isEmpty();
    }

    List<String> lines() {
        return lines;
    }

    String result() {
        return result;
    }

    TypedText prompt() {
        return prompt;
    }

    Runnable after() {
        return after;
    }
}
