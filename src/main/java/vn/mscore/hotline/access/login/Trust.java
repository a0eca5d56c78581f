package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.Accounts.Trusting;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.access.login.SqlTrust.Wish;

/**
 * Nobody opens the sealed lane alone: who may sign in as a custodian or as an administrator is decided by two, the second
 * of whom the first has not made. Only while a house is set up (no custodian ever signed in) one may make the first two
 * custodians and the second administrator. Needs a transaction.
 */
@Singleton
public class Trust {
    static final String INVITE = "INVITE";
    static final String RESET = "RESET";
    static final String ENABLE = "ENABLE";
    private static final Set<Role> TRUSTED = Set.of(Role.CUSTODIAN, Role.ADMINISTRATOR);
    private static final String DEED = "account.trusted";

    private final SqlTrust wishes;
    private final AuditTrail audit;

    /** Joined by CDI. */
    @Inject
    public Trust(SqlTrust wishes, AuditTrail audit) {
        this.wishes = wishes;
        this.audit = audit;
    }

    static boolean covers(Role role) {
        return TRUSTED.contains(role);
    }

    /** {@code work} at once when two agree on it; else the wish of {@code by}, or his word as the second. */
    Outcome invite(Viewer by, Account account, Supplier<Outcome> work) {
        if (wishes.founding(account)) {
            wishes.done(wishes.ask(account.id(), INVITE, by.account()));
            audit.note(by, DEED, account.login(), account.role() + ", setting up: no custodian has ever signed in");
            return work.get();
        }
        return together(by, account, INVITE, work);
    }

    /** As {@link #invite}, without the first two. */
    Outcome together(Viewer by, Account account, String deed, Supplier<Outcome> work) {
        Optional<Wish> wish = wishes.of(account.id(), deed);
        if (wish.isEmpty()) {
            wishes.ask(account.id(), deed, by.account());
            audit.note(by, "account.trust-asked", account.login(), deed);
            return Outcome.waiting();
        }
        if (wish.get().askedBy() != by.account()) {
            return agree(by, account, deed);
        }
        if (!wish.get().agreed()) {
            return Outcome.waiting();
        }
        wishes.done(wish.get().id());
        return work.get();
    }

    List<Trusting> shown() {
        return wishes.shown();
    }

    /** The second word; what was asked for is then done by whoever asked. */
    Outcome agree(Viewer by, Account account, String deed) {
        Optional<Wish> wish = wishes.of(account.id(), deed)
                .filter(one -> !one.agreed() && account.id() != by.account())
                .filter(one -> wishes.mayAgree(by.account(), one.askedBy()));
        if (wish.isEmpty()) {
            return Outcome.refused("account.second", "somebody must agree whom the first has not made, a day old");
        }
        wishes.agree(wish.get().id(), by.account());
        audit.note(by, DEED, account.login(), account.role() + " " + deed);
        return Outcome.done();
    }
}
