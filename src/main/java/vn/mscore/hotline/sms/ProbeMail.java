package vn.mscore.hotline.sms;

/** PORT: who knows our own probes ({@link OutgoingSms.Kind#PROBE}) when they come back. Implemented once, by watch. */
public interface ProbeMail {
    /**
     * Whether {@code part} is a probe of ours, which is then noted and committed: it is never a citizen's message, is not
     * kept and not answered, so it cannot run in a circle. Throws when the database is away: keep the copy.
     */
    boolean take(Intake.ReceivedPart part);
}
