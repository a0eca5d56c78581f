package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.Accounts.Wanted;
import vn.mscore.hotline.access.AuditLog.Filter;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.access.login.OneTimeCodes;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

/** From an invitation to an open session, and every way that must not lead there. */
class SignInIT {
    private static final Origin DESK = new Origin("10.1.2.3", "browser");
    private static final String PASSWORD = "ba con voi xanh lá";
    private static final Viewer CHIEF = new Viewer(1, "chief", "Chief", Role.ADMINISTRATOR, Optional.empty(), true);
    private static final Viewer DEPUTY = new Viewer(2, "deputy", "Deputy", Role.ADMINISTRATOR, Optional.empty(), true);
    private static final Viewer AUDITOR = new Viewer(3, "tra", "Trà", Role.AUDITOR, Optional.empty(), false);

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;
    private SignIn signIn;
    private Sessions sessions;
    private String secret = "";

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        signIn = house.get(SignIn.class);
        sessions = house.get(Sessions.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Step now(CompletionStage<Step> step) throws Exception {
        return step.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private String invited() {
        Wanted minh = new Wanted("minh", "Trần Minh", Role.OPERATOR, Optional.empty());
        return house.get(Accounts.class).create(CHIEF, minh).code().orElseThrow();
    }

    private String code() {
        clock.advance(Duration.ofSeconds(30));
        return house.get(OneTimeCodes.class).codeAt(secret, clock.instant());
    }

    /** Invitation, password, second factor: the token of an open session. */
    private Step joined() throws Exception {
        String invitation = invited();
        Step step = now(signIn.password("minh", invitation.toLowerCase(java.util.Locale.ROOT), DESK));
        assertThat(step.stage()).isEqualTo(Stage.PASSWORD);
        step = now(signIn.choosePassword(step.session().orElseThrow(), PASSWORD, DESK));
        assertThat(step.stage()).isEqualTo(Stage.ENROL);
        String session = step.session().orElseThrow();
        secret = signIn.enrolment(session).orElseThrow().secret().replace(" ", "");
        return now(signIn.enrol(session, code(), DESK));
    }

    private Step passwordAgain() throws Exception {
        return now(signIn.password("minh", PASSWORD, DESK));
    }

    private String signedIn() throws Exception {
        String half = passwordAgain().session().orElseThrow();
        return now(signIn.code(half, code(), DESK)).session().orElseThrow();
    }

    @Test
    void anInvitationLeadsToAnOwnPasswordASecondFactorAndAnOpenSession() throws Exception {
        Step joined = joined();
        assertThat(joined.recoveryCodes()).hasSize(8);
        Viewer viewer =
                sessions.find(joined.session().orElseThrow()).orElseThrow().viewer();
        assertThat(viewer.login()).isEqualTo("minh");
        assertThat(viewer.stepUpFresh()).isFalse();
    }

    @Test
    void anInvitationWorksOnceAndForThreeDays() throws Exception {
        String invitation = invited();
        clock.advance(Duration.ofDays(3).plusSeconds(1));
        assertThat(now(signIn.password("minh", invitation, DESK)).refusal()).isPresent();
        String another = house.get(Accounts.class).invite(CHIEF, "minh").code().orElseThrow();
        Step step = now(signIn.password("minh", another, DESK));
        now(signIn.choosePassword(step.session().orElseThrow(), PASSWORD, DESK));
        assertThat(now(signIn.password("minh", another, DESK)).refusal()).isPresent();
    }

    @Test
    void aHalfOpenSessionSeesNothingAndEachStepKillsTheTokenBefore() throws Exception {
        joined();
        String half = passwordAgain().session().orElseThrow();
        assertThat(sessions.find(half).orElseThrow().stage()).isEqualTo(Stage.CODE);
        String open = now(signIn.code(half, code(), DESK)).session().orElseThrow();
        assertThat(sessions.find(half)).as("row 124: the token before").isEmpty();
        assertThat(sessions.find(open).orElseThrow().stage()).isEqualTo(Stage.OPEN);
        assertThat(now(signIn.choosePassword(half, PASSWORD, DESK)).refusal()).isPresent();
    }

    @Test
    void row125ATokenIsDeadAfterSignOutAfterDisablingAndAfterAnotherPassword() throws Exception {
        joined();
        String one = signedIn();
        signIn.signOut(one);
        assertThat(sessions.find(one)).isEmpty();
        String two = signedIn();
        String three = signedIn();
        Step changed = now(signIn.changePassword(two, new SignIn.Passwords(PASSWORD, "bốn con mèo vàng"), DESK));
        assertThat(changed.session()).isPresent();
        assertThat(sessions.find(two)).isEmpty();
        assertThat(sessions.find(three)).isEmpty();
        house.get(Accounts.class).disable(CHIEF, "minh");
        assertThat(sessions.find(changed.session().get())).isEmpty();
        assertThat(now(signIn.password("minh", "bốn con mèo vàng", DESK)).refusal())
                .isPresent();
    }

    @Test
    void aSessionEndsAfterFifteenIdleMinutesAndAfterEightHours() throws Exception {
        String idle = joined().session().orElseThrow();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(sessions.find(idle)).isEmpty();
        String busy = signedIn();
        for (int i = 0; i < 47; i++) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(sessions.find(busy)).isPresent();
        }
        clock.advance(Duration.ofMinutes(11));
        assertThat(sessions.find(busy)).isEmpty();
    }

    @Test
    void whatAPageAsksByItselfDoesNotKeepItsSessionAlive() throws Exception {
        String left = joined().session().orElseThrow();
        clock.advance(Duration.ofMinutes(10));
        assertThat(sessions.peek(left)).isPresent();
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(sessions.peek(left)).isEmpty();
        sessions.used(left);
        assertThat(sessions.peek(left)).as("too late").isEmpty();
    }

    @Test
    void howLongASessionLivesOnIsSaidWithoutBeingUse() throws Exception {
        String open = joined().session().orElseThrow();
        Duration day = Duration.ofHours(8);
        assertThat(sessions.left(open)).contains(new Sessions.Left(Duration.ofMinutes(15), day));
        clock.advance(Duration.ofMinutes(13));
        assertThat(sessions.left(open))
                .contains(new Sessions.Left(Duration.ofMinutes(2), day.minus(Duration.ofMinutes(13))));
        sessions.used(open);
        assertThat(sessions.left(open))
                .contains(new Sessions.Left(Duration.ofMinutes(15), day.minus(Duration.ofMinutes(13))));
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(sessions.left(open)).isEmpty();
    }

    @Test
    void aFreshCodeDoesNotMakeASessionYounger() throws Exception {
        String open = joined().session().orElseThrow();
        for (int i = 0; i < 47; i++) {
            clock.advance(Duration.ofMinutes(10));
            sessions.used(open);
        }
        String stepped = now(signIn.stepUp(open, code(), DESK)).session().orElseThrow();
        clock.advance(Duration.ofMinutes(10));
        assertThat(sessions.find(stepped)).isEmpty();
    }

    @Test
    void row136ACodeWorksOnceAndOnlyAroundItsTime() throws Exception {
        joined();
        String code = code();
        String half = passwordAgain().session().orElseThrow();
        assertThat(now(signIn.code(half, code, DESK)).stage()).isEqualTo(Stage.OPEN);
        String again = passwordAgain().session().orElseThrow();
        assertThat(now(signIn.code(again, code, DESK)).refusal())
                .as("used before")
                .isPresent();
        OneTimeCodes codes = house.get(OneTimeCodes.class);
        clock.advance(Duration.ofMinutes(5));
        for (int steps : new int[] {-2, 2}) {
            String late = codes.codeAt(secret, clock.instant().plusSeconds(30L * steps));
            assertThat(now(signIn.code(again, late, DESK)).refusal())
                    .as("%d steps", steps)
                    .isPresent();
        }
        String early = codes.codeAt(secret, clock.instant().plusSeconds(30));
        assertThat(now(signIn.code(again, early, DESK)).stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void row136FiveWrongCodesEndTheSession() throws Exception {
        joined();
        String half = passwordAgain().session().orElseThrow();
        for (int i = 0; i < 4; i++) {
            assertThat(now(signIn.code(half, "000000", DESK)).stage()).isEqualTo(Stage.CODE);
        }
        assertThat(now(signIn.code(half, "000000", DESK)).stage()).isEqualTo(Stage.PASSWORD);
        assertThat(sessions.find(half)).isEmpty();
        assertThat(house.schema().column("select deed from audit_line where deed like 'code.%' order by seq"))
                .as("the first is told as well as the last")
                .containsExactly("code.wrong", "code.wrong", "code.wrong", "code.wrong", "code.wrong-five-times");
    }

    @Test
    void row135EveryRefusalReadsTheSame() throws Exception {
        joined();
        Step unknown = now(signIn.password("nobody", "x", DESK));
        Step wrong = now(signIn.password("minh", "x", DESK));
        Step strange = now(signIn.password("' or 1=1 --", "x".repeat(5000), DESK));
        assertThat(List.of(unknown, strange)).allMatch(step -> step.equals(wrong));
    }

    @Test
    void aFreshCodeCountsForFiveMinutes() throws Exception {
        String open = joined().session().orElseThrow();
        String stepped = now(signIn.stepUp(open, code(), DESK)).session().orElseThrow();
        assertThat(sessions.find(stepped).orElseThrow().viewer().stepUpFresh()).isTrue();
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(sessions.find(stepped).orElseThrow().viewer().stepUpFresh()).isFalse();
    }

    @Test
    void aFreshCodeMakesNewRecoveryCodesAndTheOldOnesAreVoid() throws Exception {
        Step joined = joined();
        String open = joined.session().orElseThrow();
        assertThat(now(signIn.renewRecoveryCodes(open, joined.recoveryCodes().get(0), DESK))
                        .recoveryCodes())
                .as("a recovery code is not a fresh code")
                .isEmpty();
        Step renewed = now(signIn.renewRecoveryCodes(open, code(), DESK));
        assertThat(renewed.recoveryCodes()).hasSize(8).doesNotContainAnyElementsOf(joined.recoveryCodes());
        assertThat(sessions.find(open)).as("the token before is dead").isEmpty();
        assertThat(sessions.find(renewed.session().orElseThrow())).isPresent();
        assertThat(house.schema().column("select subject from audit_line where deed = 'recovery-code.renewed'"))
                .containsExactly("minh");
        String half = passwordAgain().session().orElseThrow();
        assertThat(now(signIn.code(half, joined.recoveryCodes().get(1), DESK)).refusal())
                .as("an old one")
                .isPresent();
        assertThat(now(signIn.code(half, renewed.recoveryCodes().get(0), DESK)).stage())
                .isEqualTo(Stage.OPEN);
    }

    @Test
    void aLostSecondFactorTakesTwoAdministrators() throws Exception {
        String open = joined().session().orElseThrow();
        Accounts accounts = house.get(Accounts.class);
        assertThat(accounts.resetSecondFactor(CHIEF, "minh").asked()).isTrue();
        assertThat(accounts.resetSecondFactor(CHIEF, "minh").asked())
                .as("the same one again")
                .isTrue();
        assertThat(sessions.find(open)).isPresent();
        assertThat(accounts.resetSecondFactor(DEPUTY, "minh")).isEqualTo(Outcome.done());
        assertThat(sessions.find(open)).isEmpty();
        assertThat(passwordAgain().stage()).isEqualTo(Stage.ENROL);
    }

    @Test
    void nobodyComesIntoAnothersAccountAloneByClosingAndOpeningIt() throws Exception {
        joined();
        Accounts accounts = house.get(Accounts.class);
        assertThat(accounts.disable(CHIEF, "minh")).isEqualTo(Outcome.done());
        assertThat(accounts.enable(CHIEF, "minh")).as("no invitation").isEqualTo(Outcome.done());
        assertThat(passwordAgain().refusal()).as("the password is as it was").isEmpty();
        assertThat(house.schema().column("select account from account_recovery"))
                .isNotEmpty();
    }

    private void person(int id, Role role, int createdBy) {
        house.tx(() -> house.entityManager()
                .createNativeQuery("insert into account (id, login, name, role, password_hash, totp_sealed, created_at,"
                        + " created_by, signed_in_at) values (?, ?, 'X', ?, 'x', 'x', '2026-08-01', ?, '2026-08-02')")
                .setParameter(1, id)
                .setParameter(2, "person" + id)
                .setParameter(3, role.name())
                .setParameter(4, createdBy)
                .executeUpdate());
    }

    private static Viewer viewer(int id, Role role) {
        return new Viewer(id, "person" + id, "X", role, Optional.empty(), true);
    }

    private Outcome custodian(String login) {
        Wanted wanted = new Wanted(login, "Giữ", Role.CUSTODIAN, Optional.empty());
        return house.get(Accounts.class).create(CHIEF, wanted);
    }

    @Test
    void whileAHouseIsSetUpItsFirstTwoCustodiansTakeOneAdministratorAndTheThirdTakesTwo() {
        assertThat(custodian("giu1").code()).isPresent();
        assertThat(custodian("giu2").code()).isPresent();
        Outcome third = custodian("giu3");
        assertThat(third.code()).isEmpty();
        assertThat(third.asked()).isTrue();
    }

    @Test
    void oneAdministratorAloneMakesNoCustodianAndNobodyHeMadeHelpsHim() {
        person(20, Role.CUSTODIAN, 1);
        person(21, Role.ADMINISTRATOR, 1);
        Accounts accounts = house.get(Accounts.class);
        assertThat(custodian("giu3").asked()).isTrue();
        assertThat(accounts.invite(CHIEF, "giu3").asked()).as("alone").isTrue();
        assertThat(accounts.agree(viewer(20, Role.CUSTODIAN), "giu3", "INVITE").refusal())
                .isPresent();
        assertThat(accounts.invite(viewer(21, Role.ADMINISTRATOR), "giu3").refusal())
                .isPresent();
        person(22, Role.AUDITOR, 7);
        assertThat(accounts.agree(viewer(22, Role.AUDITOR), "giu3", "INVITE")).isEqualTo(Outcome.done());
        assertThat(accounts.trusted(viewer(20, Role.CUSTODIAN))).hasSize(1);
        assertThat(accounts.invite(CHIEF, "giu3").code()).isPresent();
        assertThat(accounts.invite(CHIEF, "giu3").asked()).as("once").isTrue();
        assertThat(accounts.resetSecondFactor(CHIEF, "person20").asked()).isTrue();
        assertThat(accounts.resetSecondFactor(viewer(21, Role.ADMINISTRATOR), "person20")
                        .refusal())
                .isPresent();
    }

    @Test
    void onlyAdministratorsKeepAccountsAndOnlyAuditorsReadTheTrail() throws Exception {
        joined();
        Accounts accounts = house.get(Accounts.class);
        for (Role role : Role.values()) {
            Viewer viewer = new Viewer(9, "x", "X", role, Optional.empty(), true);
            assertThat(accounts.disable(viewer, "nobody")
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo(role == Role.ADMINISTRATOR ? "account.unknown" : "account.not-yours");
            assertThat(accounts.all(viewer).isEmpty()).isEqualTo(role != Role.ADMINISTRATOR);
            assertThat(house.get(AuditLog.class).verify(viewer).isPresent()).isEqualTo(role == Role.AUDITOR);
        }
        Filter all =
                new Filter(Optional.of("minh"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(house.get(AuditLog.class).read(AUDITOR, all))
                .extracting(AuditLine::deed)
                .contains("password.chosen", "second-factor.set", "session.opened");
        assertThat(house.get(AuditLog.class).verify(AUDITOR).orElseThrow().faults())
                .isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeTheTrail() throws Exception {
        joined();
        for (String sql : List.of("update audit_line set login = 'x'", "delete from audit_line where seq = 1")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> house.tx(
                            () -> house.entityManager().createNativeQuery(sql).executeUpdate()))
                    .hasMessageContaining("append-only");
        }
    }
}
