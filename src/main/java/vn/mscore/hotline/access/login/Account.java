package vn.mscore.hotline.access.login;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A row of {@code account}.
 *
 * @param id row
 * @param login the name to sign in with
 * @param name the name people know
 * @param role what the person is
 * @param unit own unit or area
 * @param passwordHash Argon2id, null before the invitation was taken
 * @param mustChange whether the next sign-in asks for another password
 * @param invitationHash SHA-256 of the invitation code, null when there is none
 * @param invitationUntil when it ends
 * @param totpSealed the sealed secret of the second factor, null when there is none
 * @param totpStep the last step whose code was used
 * @param disabled whether nobody may sign in with it any more
 */
record Account(
        long id,
        String login,
        String name,
        Role role,
        Optional<UnitCode> unit,
        String passwordHash,
        boolean mustChange,
        byte[] invitationHash,
        Instant invitationUntil,
        byte[] totpSealed,
        long totpStep,
        boolean disabled) {
    /** What comes after the right password. */
    Stage afterPassword() {
        return totpSealed != null ? Stage.CODE : afterCode();
    }

    /** What comes after the right code, or without one when there is no second factor yet. */
    Stage afterCode() {
        if (mustChange || passwordHash == null) {
            return Stage.PASSWORD;
        }
        return totpSealed == null ? Stage.ENROL : Stage.OPEN;
    }

    Viewer viewer(boolean stepUpFresh) {
        return new Viewer(id, login, name, role, unit, stepUpFresh);
    }
}
