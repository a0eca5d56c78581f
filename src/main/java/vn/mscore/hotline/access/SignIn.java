package vn.mscore.hotline.access;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import vn.mscore.hotline.shared.Reason;

/**
 * The steps from a name to an open session. Tries are answered late when many failed before (R36): the answer comes on
 * another thread, and nobody is ever locked out. Every refusal of a password reads the same, whatever was wrong.
 */
public interface SignIn {
    /** Name and password, or name and invitation code. */
    CompletionStage<Step> password(String login, String password, Origin from);

    /** A code of the authenticator, or one of the recovery codes, for a session in stage CODE. */
    CompletionStage<Step> code(String session, String code, Origin from);

    /** The own password of a session in stage PASSWORD. */
    CompletionStage<Step> choosePassword(String session, String password, Origin from);

    /** What the authenticator must be told, for a session in stage ENROL. */
    Optional<Enrolment> enrolment(String session);

    /** The first code of the authenticator, for a session in stage ENROL; the answer has the recovery codes. */
    CompletionStage<Step> enrol(String session, String code, Origin from);

    /** A fresh code for an open session: for five minutes its viewer is {@link Viewer#stepUpFresh()}. */
    CompletionStage<Step> stepUp(String session, String code, Origin from);

    /** As {@link #stepUp}, and the answer has new recovery codes: those before are no good any more. */
    CompletionStage<Step> renewRecoveryCodes(String session, String code, Origin from);

    /** Another password for an open session; all sessions of the account end, this one goes on under a new token. */
    CompletionStage<Step> changePassword(String session, Passwords passwords, Origin from);

    /** Ends the session. */
    void signOut(String session);

    /**
     * Where a try comes from.
     *
     * @param address of the browser
     * @param agent as the browser names itself
     */
    record Origin(String address, String agent) {}

    /** The old password and the new one. */
    record Passwords(String old, String chosen) {}

    /**
     * How a try ended.
     *
     * @param session the new token when it succeeded; the one before is dead
     * @param stage how far the new session is
     * @param recoveryCodes shown once, after {@link #enrol} and {@link #renewRecoveryCodes} only
     * @param refusal why it failed
     */
    record Step(Optional<String> session, Stage stage, List<String> recoveryCodes, Optional<Reason> refusal) {
        /** It worked; go on with {@code token} at {@code stage}. */
        public static Step to(Stage stage, String token) {
            return new Step(Optional.of(token), stage, List.of(), Optional.empty());
        }

        /** It did not work; the session, if any, is at {@code stage} as before. */
        public static Step refused(Stage stage, Reason why) {
            return new Step(Optional.empty(), stage, List.of(), Optional.of(why));
        }
    }

    /**
     * How to set up the second factor (RFC 6238: SHA-1, six digits, 30 seconds, 160 bits).
     *
     * @param uri {@code otpauth://totp/...} for the picture
     * @param secret in base32, in groups of four, to type in
     */
    record Enrolment(String uri, String secret) {}
}
