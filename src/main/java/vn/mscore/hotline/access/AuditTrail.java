package vn.mscore.hotline.access;

/**
 * The append-only, hash-chained record of who did and read what (R48). Written in the caller's transaction: a deed that
 * cannot be recorded does not happen.
 */
public interface AuditTrail {
    /**
     * Adds a line.
     *
     * @param actor who did it
     * @param deed stable code such as {@code case.read}, {@code phone.revealed}, {@code account.created}
     * @param subject what it was done to: a ticket, an account name, a file; never a phone number or a citizen's word
     * @param reason why, when the deed asks for one, else empty; at most 500 characters
     */
    void note(Viewer actor, String deed, String subject, String reason);
}
