package vn.mscore.hotline.switchboard;

import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/** Calls people back: rings the operator's telephone, then the citizen with the hotline's number. Needs a transaction. */
public interface CallbackCalls {
    /**
     * Rings the telephone of {@code login} and then the citizen of an open call-back. Refusals:
     * {@code switchboard.not-present} (the operator sits at no telephone), {@code callback.unknown}, {@code callback.pause}
     * (tried a moment ago), {@code callback.calling} (somebody calls this number just now), and those of
     * {@link vn.mscore.hotline.voice.Dialer}.
     */
    Optional<Reason> call(long id, String login);
}
