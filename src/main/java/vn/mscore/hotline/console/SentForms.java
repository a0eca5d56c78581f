package vn.mscore.hotline.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;

/**
 * Forms that make something, the table {@code console_form}: the same words sent twice from one page, also at the same moment,
 * make it once and lead to the same place. What was refused may be sent again. A job forgets them after a day.
 */
@Singleton
public class SentForms {
    private static final int LONGEST_MARK = 36;
    private static final int REFUSED = 400;
    private static final String LED_TO = "led_to";

    private final Sql sql;
    private final InTransaction transaction;
    private final Clock clock;

    /** Stamps by {@code clock}. */
    @Inject
    public SentForms(Sql sql, InTransaction transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does {@code work} in a transaction, anew when a race for locks was lost, or tells where it led to the first time. A form
     * without the field {@code once} is not known again.
     */
    public Response once(Asked asked, Supplier<Response> work) {
        return once(asked, "", work);
    }

    /** The same of work whose answer is shown only once; whoever sends it again is led to {@code list}. */
    public Response once(Asked asked, String list, Supplier<Response> work) {
        if (asked.form().raw("once", LONGEST_MARK).isEmpty()) {
            return work.get();
        }
        byte[] digest = digest(asked.viewer().account()
                + asked.circumstances().path()
                + asked.form().joined());
        return transaction.insist(() -> first(digest) ? kept(digest, list, work.get()) : again(digest));
    }

    /** Whoever comes second waits here for the end of the first. */
    private boolean first(byte[] digest) {
        return sql.insertNew("insert into console_form (digest, at) values (?, ?)", digest, clock.instant());
    }

    private Response kept(byte[] digest, String list, Response made) {
        String place = made.getLocation() == null ? list : made.getLocation().toString();
        if (place.isEmpty() || made.getStatus() >= REFUSED) {
            sql.update("delete from console_form where digest = ?", (Object) digest);
        } else {
            sql.update("update console_form set led_to = ? where digest = ?", place, digest);
        }
        return made;
    }

    private Response again(byte[] digest) {
        return sql.first("select led_to from console_form where digest = ?", row -> row.text(LED_TO), digest)
                .map(place -> Response.seeOther(URI.create(place)).build())
                .orElseThrow();
    }

    /** Forgets what was sent before {@code at}, in the running transaction; how many. */
    public int forgetBefore(Instant at) {
        return sql.update("delete from console_form where at < ?", at);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
