package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/**
 * What became of a command.
 *
 * <p>Refusals of every command, in this order: {@code case.not-yours} (the role may never do it),
 * {@code case.unknown} (not there, or not to be seen by this viewer: the same), {@code case.moved-on} (somebody was
 * faster: {@link CaseLog#since} tells who did what), {@code case.state} (not in this state), {@code case.pending}
 * (a decision still waits for its undo window), {@code case.own-interest} (about an office the viewer is related with),
 * {@code case.own-name} (the citizen's words name him); both tries are written to the audit trail. Then those of the command
 * itself, {@code case.words} first (a text is missing or too long).
 *
 * @param version of the case afterwards; 0 when refused
 */
public record Decision(Optional<Reason> refusal, int version) {
    /** Done. */
    public static Decision done(int version) {
        return new Decision(Optional.empty(), version);
    }

    /** Refused; nothing was written. */
    public static Decision refused(String code, String sentence) {
        return refused(new Reason(code, sentence));
    }

    /** Refused; nothing was written. */
    public static Decision refused(Reason reason) {
        return new Decision(Optional.of(reason), 0);
    }

    /** Whether it was done. */
    public boolean isDone() {
        return refusal.isEmpty();
    }
}
