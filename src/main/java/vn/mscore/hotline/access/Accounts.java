package vn.mscore.hotline.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Accounts, as administrators keep them. An administrator never learns or chooses a password: a person gets a code for
 * one sign-in and chooses. Each call is a transaction of its own; each deed is a line of the audit trail.
 */
public interface Accounts {
    /** All accounts by name; nothing for anybody but an administrator. */
    List<Listed> all(Viewer by);

    /** Makes an account; the outcome holds the invitation code. */
    Outcome create(Viewer by, Wanted wanted);

    /** A new invitation code in place of the password; all sessions end. */
    Outcome invite(Viewer by, String login);

    /** Nobody signs in with it any more; all sessions end. The last administrator cannot be disabled. */
    Outcome disable(Viewer by, String login);

    /**
     * The account is open again, as it was. Of a custodian or administrator two decide, password, second factor and recovery
     * codes of before are void, and it is for who brings the new invitation code of the outcome. Refusal: {@code account.state}
     * (it is open).
     */
    Outcome enable(Viewer by, String login);

    /**
     * Another unit for somebody who has one, when it was replaced by a successor; all sessions end. Refusals:
     * {@code account.unit} (a role without unit), {@code account.unknown-unit}, {@code account.state} (it is the same).
     */
    Outcome changeUnit(Viewer by, String login, UnitCode unit);

    /** Ends all sessions. */
    Outcome endSessions(Viewer by, String login);

    /**
     * Takes a lost second factor away: the next sign-in sets another one up. Takes two administrators within a day: the
     * first asks, another one confirms by asking for the same; the answer says {@code asked} until then.
     */
    Outcome resetSecondFactor(Viewer by, String login);

    /**
     * Wishes of the last ninety days for accounts of custodians and administrators, the newest first; for administrators,
     * custodians and auditors only.
     */
    List<Trusting> trusted(Viewer by);

    /**
     * The second word on a wish: of another administrator or, when there is none, of a custodian or auditor, whose account
     * is a day old and was not made by the one who asked. Who asked then does it.
     *
     * @param deed INVITE, RESET or ENABLE
     */
    Outcome agree(Viewer by, String login, String deed);

    /** Whoever may sign in with one of {@code roles} now: for choosing a receiver. */
    List<Viewer> active(Role... roles);

    /**
     * What an account shall be.
     *
     * @param login 2 to 40 of a-z 0-9 . _ -
     * @param name at most 100 characters
     * @param role what the person is
     * @param unit needed for officers, leaders and delegates, refused for others
     */
    record Wanted(String login, String name, Role role, Optional<UnitCode> unit) {}

    /**
     * An account in the list.
     *
     * @param login the name to sign in with
     * @param name the name people know
     * @param role what the person is
     * @param unit own unit or area
     * @param state ACTIVE, INVITED, DISABLED or RESET (a second factor somebody asked to take away)
     * @param sessions how many are open
     * @param signedIn when last
     */
    record Listed(
            String login,
            String name,
            Role role,
            Optional<UnitCode> unit,
            String state,
            int sessions,
            Optional<Instant> signedIn) {}

    /**
     * A wish for an account of trust.
     *
     * @param login whose account
     * @param name the name people know
     * @param role CUSTODIAN or ADMINISTRATOR
     * @param deed INVITE, RESET or ENABLE
     * @param asker who asked
     * @param at when
     * @param second who agreed; empty when nobody did, or nobody had to while the house was set up
     * @param open whether somebody may still agree
     */
    record Trusting(
            String login, String name, Role role, String deed, String asker, Instant at, String second, boolean open) {}

    /**
     * How it ended.
     *
     * @param code shown once: an invitation
     * @param refusal why nothing was done
     * @param asked whether another administrator must do the same
     */
    record Outcome(Optional<String> code, Optional<Reason> refusal, boolean asked) {
        /** Done. */
        public static Outcome done() {
            return new Outcome(Optional.empty(), Optional.empty(), false);
        }

        /** Done; {@code code} is shown once. */
        public static Outcome with(String code) {
            return new Outcome(Optional.of(code), Optional.empty(), false);
        }

        /** Noted; a second person is needed. */
        public static Outcome waiting() {
            return new Outcome(Optional.empty(), Optional.empty(), true);
        }

        /** Not done. */
        public static Outcome refused(String code, String sentence) {
            return new Outcome(Optional.empty(), Optional.of(new Reason(code, sentence)), false);
        }
    }
}
