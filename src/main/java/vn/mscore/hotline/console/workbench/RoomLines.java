package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.NumberLines;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.complaint.TimelineLine.Kind;
import vn.mscore.hotline.console.voice.Voices;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.SmsHistory;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.voice.CallHistory;

/** What texts, marks, calls and call-backs add to the timeline of a number. */
@Singleton
public class RoomLines implements NumberLines {
    private final SmsHistory texts;
    private final LowScores marks;
    private final CallbackBook callbacks;
    private final CallHistory calls;

    /** Asks the rooms. */
    @Inject
    public RoomLines(SmsHistory texts, LowScores marks, CallbackBook callbacks, CallHistory calls) {
        this.texts = texts;
        this.marks = marks;
        this.callbacks = callbacks;
        this.calls = calls;
    }

    @Override
    public List<TimelineLine> of(PhoneNumber phone, int limit) {
        List<TimelineLine> lines = new ArrayList<>();
        texts.of(phone, limit).forEach(text -> lines.add(line(text)));
        marks.of(phone, limit).forEach(mark -> lines.add(line(mark)));
        callbacks.of(phone, limit).forEach(wish -> lines.add(line(wish)));
        calls.of(phone, limit).forEach(call -> lines.add(line(call)));
        return lines;
    }

    private static TimelineLine line(SmsHistory.Message text) {
        Kind kind = text.outgoing() ? Kind.SMS_OUT : Kind.SMS_IN;
        String source = text.inboxId().map(id -> "sms:" + id).orElse("");
        return new TimelineLine(kind, text.at(), source, text.text(), text.state(), Optional.empty());
    }

    private static TimelineLine line(LowScores.Mark mark) {
        String detail = mark.points() + "/" + mark.scale() + " · " + mark.unit().full();
        return new TimelineLine(Kind.SCORE, mark.at(), "", mark.comment().orElse(""), detail, Optional.empty());
    }

    private static TimelineLine line(CallbackBook.Wish wish) {
        String detail = wish.outcome().map(Enum::name).orElse("OPEN");
        return new TimelineLine(Kind.CALLBACK, wish.askedAt(), "", "", detail, Optional.empty());
    }

    /** The source is the recording's, so that a call of a case that was sealed later is left out. */
    private static TimelineLine line(CallHistory.Past call) {
        String source =
                call.recording().map(taken -> "recording:" + taken.id().value()).orElse("");
        String length = call.length().map(Voices::clock).orElse("…");
        String detail = length
                + call.recording()
                        .map(taken -> " · ● " + Voices.clock(taken.length()))
                        .orElse("");
        return new TimelineLine(Kind.CALL, call.at(), source, "", detail, Optional.empty());
    }
}
