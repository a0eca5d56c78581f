package vn.mscore.hotline.app.figures;

import java.util.List;
import java.util.function.Supplier;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine;

/** A line of which only its state is of interest. */
record OneLine(Supplier<LineState> told) implements SmsLine {
    @Override
    public String name() {
        return "one";
    }

    @Override
    public void start(Intake intake) {}

    @Override
    public SendOutcome send(Submission sms) {
        return new SendOutcome(SendOutcome.Result.RETRY, List.of(), "");
    }

    @Override
    public LineState state() {
        return told.get();
    }

    @Override
    public void stop() {}
}
