package vn.mscore.hotline.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in where (R37): random 256-bit tokens, of which only a hash is kept. A session ends after fifteen idle
 * minutes, after eight hours, at sign-out, and when its account is disabled or gets a new password. Each call is a
 * transaction of its own unless one is open.
 */
public interface Sessions {
    /** The living session of {@code token}; notes that it was used. */
    Optional<Session> find(String token);

    /** The living session of {@code token}; does not count as use, as what a page asks by itself. */
    Optional<Session> peek(String token);

    /** Notes that a person used the session of {@code token}; quiet when it is over. */
    void used(String token);

    /** How long the session of {@code token} lives on; does not count as use. Empty when it is over. */
    Optional<Left> left(String token);

    /** Ends the session of {@code token}; quiet when there is none. */
    void end(String token);

    /** The living sessions of an account, the last used first. */
    List<Seen> of(long account);

    /** Ends one session of an account by its row; false when it is not (or no longer) one of them. */
    boolean end(long account, long session);

    /** Ends all sessions of an account; tells how many. */
    int endAll(long account);

    /**
     * A living session.
     *
     * @param id row
     * @param viewer whose it is; believed only in stage OPEN
     * @param stage how far it is signed in
     */
    record Session(long id, Viewer viewer, Stage stage) {}

    /**
     * What is left of a session.
     *
     * @param idle until it ends if nobody uses it
     * @param whole until it ends however much it is used
     */
    record Left(Duration idle, Duration whole) {}

    /**
     * A session as its owner sees it in the list.
     *
     * @param id row
     * @param address where it was opened
     * @param agent the browser, as it names itself, at most 100 characters
     * @param since when it was opened
     * @param seen when it was last used
     */
    record Seen(long id, String address, String agent, Instant since, Instant seen) {}
}
