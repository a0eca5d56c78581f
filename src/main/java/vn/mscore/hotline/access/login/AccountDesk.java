package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.mscore.hotline.access.Accounts;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.access.login.SqlAccounts.Person;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** The deeds of administrators on accounts. Every one checks the right itself. */
@Singleton
public class AccountDesk implements Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Set<Role> OF_A_UNIT = Set.of(Role.OFFICER, Role.LEADER, Role.DELEGATE);
    private static final Set<Role> WITNESSES = Set.of(Role.ADMINISTRATOR, Role.CUSTODIAN, Role.AUDITOR);
    private static final Duration INVITATION = Duration.ofDays(3);
    private static final int LONGEST_NAME = 100;
    private static final Outcome NOT_YOURS = Outcome.refused("account.not-yours", "this is not your role's work");

    private final InTransaction transaction;
    private final SqlAccounts accounts;
    private final SqlAccountList list;
    private final SqlSessions sessions;
    private final SqlRecoveryCodes recovery;
    private final Units units;
    private final Trust trust;
    private final AuditTrail audit;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public AccountDesk(
            InTransaction transaction,
            SqlAccounts accounts,
            SqlAccountList list,
            SqlSessions sessions,
            SqlRecoveryCodes recovery,
            Units units,
            Trust trust,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.list = list;
        this.sessions = sessions;
        this.recovery = recovery;
        this.units = units;
        this.trust = trust;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Listed> all(Viewer by) {
        return by.is(Role.ADMINISTRATOR) ? transaction.call(list::all) : List.of();
    }

    @Override
    public List<Viewer> active(Role... roles) {
        return transaction.call(() -> list.active(Set.of(roles)));
    }

    @Override
    public Outcome create(Viewer by, Wanted wanted) {
        if (!by.is(Role.ADMINISTRATOR)) {
            return NOT_YOURS;
        }
        return transaction.call(() -> fault(wanted).orElseGet(() -> add(by, wanted)));
    }

    private Optional<Outcome> fault(Wanted wanted) {
        if (!LOGIN.matcher(wanted.login()).matches()) {
            return refused("account.login", "a name to sign in with is 2 to 40 of a-z 0-9 . _ -");
        }
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            return refused("account.name", "a name is needed, at most 100 characters");
        }
        if (OF_A_UNIT.contains(wanted.role()) != wanted.unit().isPresent()) {
            return refused("account.unit", "officers, leaders and delegates have a unit, others have none");
        }
        boolean known = wanted.unit().map(units::find).map(Optional::isPresent).orElse(true);
        return known ? Optional.empty() : refused("account.unknown-unit", "there is no such unit");
    }

    private static Optional<Outcome> refused(String code, String sentence) {
        return Optional.of(Outcome.refused(code, sentence));
    }

    private Outcome add(Viewer by, Wanted wanted) {
        Person person = new Person(wanted.login(), wanted.name().strip(), wanted.role(), wanted.unit());
        return accounts.add(person, by.account())
                .map(id -> {
                    audit.note(
                            by, "account.created", wanted.login(), wanted.role().name());
                    return inviting(by, accounts.lock(id));
                })
                .orElseGet(() -> Outcome.refused("account.taken", "this name is taken"));
    }

    private Outcome inviting(Viewer by, Account account) {
        return Trust.covers(account.role())
                ? trust.invite(by, account, () -> invited(by, account))
                : invited(by, account);
    }

    private Outcome invited(Viewer by, Account account) {
        sessions.endAll(account.id());
        audit.note(by, "account.invited", account.login(), "");
        return invitation(account.id());
    }

    private Outcome invitation(long id) {
        String code = Invitations.make();
        accounts.invite(
                id, Secrets.hash(Invitations.plain(code)), clock.instant().plus(INVITATION));
        return Outcome.with(code);
    }

    @Override
    public Outcome invite(Viewer by, String login) {
        return deed(by, login, account -> {
            if (account.disabled() || account.id() == by.account()) {
                return Outcome.refused("account.state", "not for this account");
            }
            return inviting(by, account);
        });
    }

    @Override
    public Outcome disable(Viewer by, String login) {
        return by.is(Role.ADMINISTRATOR)
                ? transaction.call(() -> {
                    list.holdAdministrators();
                    return with(login, account -> disabled(by, account));
                })
                : NOT_YOURS;
    }

    private Outcome disabled(Viewer by, Account account) {
        if (account.id() == by.account()
                || (account.role() == Role.ADMINISTRATOR && list.otherAdministrators(account.id()) == 0)) {
            return Outcome.refused("account.last", "somebody must be able to keep the accounts");
        }
        accounts.disable(account.id());
        sessions.endAll(account.id());
        audit.note(by, "account.disabled", account.login(), "");
        return Outcome.done();
    }

    @Override
    public Outcome enable(Viewer by, String login) {
        return deed(by, login, account -> {
            if (!account.disabled()) {
                return Outcome.refused("account.state", "it is open already");
            }
            return Trust.covers(account.role())
                    ? trust.together(by, account, Trust.ENABLE, () -> renewed(by, account))
                    : enabled(by, account);
        });
    }

    /** With what it was signed in with before: nobody comes into another's account alone by closing and opening it. */
    private Outcome enabled(Viewer by, Account account) {
        accounts.enable(account.id());
        audit.note(by, "account.enabled", account.login(), "");
        return Outcome.done();
    }

    /** What it was signed in with before is void, whoever knows it: the person comes by a new invitation. */
    private Outcome renewed(Viewer by, Account account) {
        enabled(by, account);
        forgetSecondFactor(account);
        return invited(by, account);
    }

    @Override
    public Outcome changeUnit(Viewer by, String login, UnitCode unit) {
        return deed(by, login, account -> unfit(account, unit).orElseGet(() -> {
            accounts.changeUnit(account.id(), unit);
            sessions.endAll(account.id());
            String before = account.unit().map(UnitCode::value).orElse("");
            audit.note(by, "account.unit-changed", login, before + " -> " + unit.value());
            return Outcome.done();
        }));
    }

    private Optional<Outcome> unfit(Account account, UnitCode unit) {
        if (!OF_A_UNIT.contains(account.role())) {
            return refused("account.unit", "officers, leaders and delegates have a unit, others have none");
        }
        if (units.find(unit).isEmpty()) {
            return refused("account.unknown-unit", "there is no such unit");
        }
        boolean same = account.unit().equals(Optional.of(unit));
        return same ? refused("account.state", "it is of this unit already") : Optional.empty();
    }

    @Override
    public Outcome endSessions(Viewer by, String login) {
        return deed(by, login, account -> {
            audit.note(by, "session.ended", login, sessions.endAll(account.id()) + " sessions");
            return Outcome.done();
        });
    }

    @Override
    public Outcome resetSecondFactor(Viewer by, String login) {
        return deed(by, login, account -> {
            if (account.id() == by.account()) {
                return Outcome.refused("account.own", "not your own");
            }
            if (Trust.covers(account.role())) {
                return trust.together(by, account, Trust.RESET, () -> reset(by, account));
            }
            return list.confirmed(account.id(), by.account()) ? reset(by, account) : ask(by, account);
        });
    }

    private Outcome ask(Viewer by, Account account) {
        list.ask(account.id(), by.account());
        audit.note(by, "second-factor.reset-asked", account.login(), "");
        return Outcome.waiting();
    }

    private Outcome reset(Viewer by, Account account) {
        forgetSecondFactor(account);
        sessions.endAll(account.id());
        audit.note(by, "second-factor.reset", account.login(), "confirmed by a second administrator");
        return Outcome.done();
    }

    private void forgetSecondFactor(Account account) {
        list.forget(account.id());
        accounts.clearSecondFactor(account.id());
        recovery.forget(account.id());
    }

    @Override
    public List<Trusting> trusted(Viewer by) {
        return WITNESSES.contains(by.role()) ? transaction.call(trust::shown) : List.of();
    }

    @Override
    public Outcome agree(Viewer by, String login, String deed) {
        return WITNESSES.contains(by.role()) ? with(login, account -> trust.agree(by, account, deed)) : NOT_YOURS;
    }

    private Outcome deed(Viewer by, String login, Function<Account, Outcome> deed) {
        return by.is(Role.ADMINISTRATOR) ? with(login, deed) : NOT_YOURS;
    }

    private Outcome with(String login, Function<Account, Outcome> deed) {
        return transaction.call(() -> accounts.byLogin(login)
                .map(found -> deed.apply(accounts.lock(found.id())))
                .orElseGet(() -> Outcome.refused("account.unknown", "there is no such account")));
    }
}
