package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import vn.mscore.hotline.access.Accounts.Wanted;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.access.login.OneTimeCodes;
import vn.mscore.hotline.access.login.Tries;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

/** Tries wait longer the more of them failed (security R36, rows 135 and 136): at the desk itself, whatever is tried. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowedSignInIT {
    private static final Origin DESK = new Origin("10.1.2.3", "browser");
    private static final Origin ELSEWHERE = new Origin("10.9.9.9", "browser");
    private static final String PASSWORD = "ba con voi xanh lá";
    private static final String NO_CODE = "000000";
    private static final Viewer CHIEF = new Viewer(1, "chief", "Chief", Role.ADMINISTRATOR, Optional.empty(), true);

    /** So many failures that the next try waits for 42 seconds: nothing here takes that long. */
    private static final int MANY = 1_000;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;
    private SignIn signIn;
    private String login = "";
    private String secret = "";

    @BeforeAll
    void open() {
        house = House.open(clock, Map.of());
        signIn = house.get(SignIn.class);
    }

    @AfterAll
    void close() {
        house.get(Tries.class).stop();
        house.close();
    }

    /** Each with an account of his own: a try that waits keeps others of its account from being made. */
    @BeforeEach
    void join(TestInfo test) throws Exception {
        login = "minh" + test.getDisplayName().hashCode();
        Wanted minh = new Wanted(login, "Trần Minh", Role.OPERATOR, Optional.empty());
        String invitation = house.get(Accounts.class).create(CHIEF, minh).code().orElseThrow();
        house.schema().change("delete from account_failure");
        Step step = now(signIn.password(login, invitation, DESK));
        step = now(signIn.choosePassword(step.session().orElseThrow(), PASSWORD, DESK));
        String session = step.session().orElseThrow();
        secret = signIn.enrolment(session).orElseThrow().secret().replace(" ", "");
        assertThat(now(signIn.enrol(session, code(), DESK)).stage()).isEqualTo(Stage.OPEN);
    }

    private static Step now(CompletionStage<Step> step) throws Exception {
        return step.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private String code() {
        clock.advance(Duration.ofSeconds(30));
        return house.get(OneTimeCodes.class).codeAt(secret, clock.instant());
    }

    private String half() throws Exception {
        Step step = now(signIn.password(login, PASSWORD, DESK));
        assertThat(step.stage()).isEqualTo(Stage.CODE);
        return step.session().orElseThrow();
    }

    private void wrongPassword() throws Exception {
        assertThat(now(signIn.password(login, "x", DESK)).refusal()).isPresent();
    }

    /** Of the account and of the address, the fewer first. */
    private List<String> failures() {
        return house.schema().column("select failures from account_failure order by failures");
    }

    /** Those after one is over the free ones: it stands for the patience of who wrote the failures down one by one. */
    private void failedMore() {
        house.schema().change("update account_failure set failures = " + MANY + " where failures >= 10");
    }

    /** Whether {@code step} still waits when two tries of somebody else, from elsewhere and made after it, were answered. */
    private boolean waits(CompletionStage<Step> step) throws Exception {
        for (String other : List.of("hoa", "lan")) {
            assertThat(now(signIn.password(other, "x", ELSEWHERE)).refusal()).isPresent();
        }
        return !step.toCompletableFuture().isDone();
    }

    @Test
    void row135WrongPasswordsDelayTheNextTryOfThatNameEvenWithTheRightOneAndNobodyElses() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(failures()).doesNotContain("10");
            wrongPassword();
        }
        assertThat(failures()).containsExactly("10", "10");
        failedMore();
        assertThat(waits(signIn.password(login, PASSWORD, DESK))).isTrue();
        assertThat(waits(signIn.password(login, PASSWORD, ELSEWHERE)))
                .as("from another address too")
                .isTrue();
    }

    @Test
    void row135AnAddressThatTriedManyNamesWaitsWithEachAndAQuarterOfAnHourLaterWithNone() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(now(signIn.password("name" + i, "x", DESK)).refusal()).isPresent();
        }
        assertThat(failures()).hasSize(11).endsWith("10");
        failedMore();
        assertThat(waits(signIn.password(login, PASSWORD, DESK))).isTrue();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(now(signIn.password(login, PASSWORD, DESK)).stage())
                .as("forgotten")
                .isEqualTo(Stage.CODE);
    }

    @Test
    void row136WrongCodesCountForTheAccountOverAllSessionsAndARightPasswordAloneDoesNotForgetThem() throws Exception {
        for (int wrong = 1; wrong <= 2; wrong++) {
            String session = half();
            for (int i = 0; i < 5; i++) {
                assertThat(now(signIn.code(session, NO_CODE, DESK)).refusal()).isPresent();
            }
            assertThat(failures())
                    .as("after session " + wrong)
                    .containsExactly(String.valueOf(5 * wrong), String.valueOf(5 * wrong));
            if (wrong == 1) {
                half();
            }
        }
        failedMore();
        assertThat(waits(signIn.password(login, PASSWORD, ELSEWHERE)))
                .as("the way to a third five codes")
                .isTrue();
    }

    @Test
    void row136ACodeWaitsAsLongAsAPasswordAndOnlyBothForgetTheFailures() throws Exception {
        String tried = half();
        wrongPassword();
        assertThat(now(signIn.code(tried, code(), DESK)).stage()).isEqualTo(Stage.OPEN);
        assertThat(failures()).as("the address stays counted").containsExactly("1");
        String session = half();
        for (int i = 0; i < 10; i++) {
            wrongPassword();
        }
        failedMore();
        assertThat(waits(signIn.code(session, NO_CODE, ELSEWHERE))).isTrue();
        assertThat(now(signIn.code(session, code(), ELSEWHERE)).refusal())
                .as("no second one beside the one that waits")
                .map(why -> why.code())
                .contains("sign-in.busy");
    }
}
