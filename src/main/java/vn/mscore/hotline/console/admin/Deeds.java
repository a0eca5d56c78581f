package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.InTransaction;

/** Does a technician's deed and writes it down in one transaction, when it was done and nothing was wrong with it. */
@Singleton
public class Deeds {
    private final InTransaction transaction;
    private final AuditTrail audit;

    /** Writes into {@code audit}. */
    @Inject
    public Deeds(InTransaction transaction, AuditTrail audit) {
        this.transaction = transaction;
        this.audit = audit;
    }

    /** What is done, by its stable code, and to what. */
    public record Deed(String code, String subject) {}

    /** Does {@code work} for an administrator; noted when its result is {@code done}. */
    public <T> T tell(Viewer viewer, Deed deed, Supplier<T> work, Predicate<T> done) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            throw new SecurityException("only a technician does this");
        }
        return transaction.call(() -> {
            T result = work.get();
            if (done.test(result)) {
                audit.note(viewer, deed.code(), deed.subject(), "");
            }
            return result;
        });
    }
}
