package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.Accounts.Wanted;
import vn.mscore.hotline.access.ApiKeys.Scope;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.KnownKeys;
import vn.mscore.hotline.shared.UnitCode;

/** What an administrator may not do either, and what keys of other programs open and for how long. */
class AccountGuardsIT {
    private static final Viewer CHIEF = new Viewer(1, "person1", "Chief", Role.ADMINISTRATOR, Optional.empty(), true);

    private static final int ROUNDS = 20;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;
    private Accounts accounts;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        accounts = house.get(Accounts.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void administrator(int id) {
        person(id, Role.ADMINISTRATOR);
    }

    private Viewer person(int id, Role role) {
        house.schema()
                .change(
                        "insert into account (id, login, name, role, password_hash, totp_sealed, created_at, created_by)"
                                + " values (" + id + ", 'person" + id + "', 'X', '" + role
                                + "', 'x', 'x', '2026-08-01', 0)");
        return new Viewer(id, "person" + id, "X", role, Optional.empty(), true);
    }

    private static String code(Outcome outcome) {
        return outcome.refusal().map(why -> why.code()).orElse("done");
    }

    private String created(String login, String name, Role role, String unit) {
        Optional<UnitCode> of = Optional.of(unit).filter(one -> !one.isEmpty()).map(UnitCode::new);
        return code(accounts.create(CHIEF, new Wanted(login, name, role, of)));
    }

    @Test
    void anAccountHasANameOfItsOwnAndAUnitThatExistsWhenItsRoleHasOne() {
        List<String> codes = new ArrayList<>();
        codes.add(created("minh", "Minh", Role.OPERATOR, ""));
        codes.add(created("minh", "Another", Role.AUDITOR, ""));
        codes.add(created("Minh", "Minh", Role.OPERATOR, ""));
        codes.add(created("m", "Minh", Role.OPERATOR, ""));
        codes.add(created("hoa", " ", Role.OPERATOR, ""));
        for (Role role : Role.values()) {
            boolean ofUnit = Set.of(Role.OFFICER, Role.LEADER, Role.DELEGATE).contains(role);
            codes.add(created("x" + role.ordinal(), "X", role, ofUnit ? "" : "KS"));
        }
        codes.add(created("binh", "Binh", Role.OFFICER, "KS"));
        assertThat(codes)
                .containsExactly(
                        "done",
                        "account.taken",
                        "account.login",
                        "account.login",
                        "account.name",
                        "account.unit",
                        "account.unit",
                        "account.unit",
                        "account.unit",
                        "account.unit",
                        "account.unit",
                        "account.unit",
                        "account.unknown-unit");
        assertThat(house.schema().column("select login from account")).containsExactly("minh");
    }

    @Test
    void whoKeepsTheAccountsNeitherShutsHimselfOutNorTheLastOneNorTakesHisOwnSecondFactor() {
        administrator(1);
        administrator(2);
        Viewer gone = new Viewer(3, "person3", "Gone", Role.ADMINISTRATOR, Optional.empty(), true);
        assertThat(code(accounts.disable(CHIEF, "person1"))).isEqualTo("account.last");
        assertThat(code(accounts.resetSecondFactor(CHIEF, "person1"))).isEqualTo("account.own");
        assertThat(code(accounts.invite(CHIEF, "person1"))).isEqualTo("account.state");
        assertThat(code(accounts.disable(CHIEF, "person2"))).isEqualTo("done");
        assertThat(code(accounts.invite(CHIEF, "person2"))).isEqualTo("account.state");
        assertThat(code(accounts.disable(gone, "person1"))).as("the last").isEqualTo("account.last");
        assertThat(house.schema().column("select login from account where disabled_at is null"))
                .containsExactly("person1");
    }

    @Test
    void aDisabledAdministratorComesBackOnlyByTwoAndWithNothingHeSignedInWithBefore() {
        administrator(1);
        administrator(2);
        Viewer auditor = person(4, Role.AUDITOR);
        String usable = "select login from account where disabled_at is null and role = 'ADMINISTRATOR'"
                + " and (password_hash is not null or totp_sealed is not null)";
        house.schema().change("insert into account_recovery (id, account, code_hash) values (1, 2, x'00')");
        assertThat(code(accounts.enable(CHIEF, "person2"))).as("open").isEqualTo("account.state");
        assertThat(code(accounts.disable(CHIEF, "person2"))).isEqualTo("done");
        for (int times = 0; times < 2; times++) {
            assertThat(accounts.enable(CHIEF, "person2").asked()).as("alone").isTrue();
        }
        assertThat(house.schema().column("select login from account where disabled_at is not null"))
                .containsExactly("person2");
        house.schema().change("update account set created_by = 1 where id = 4");
        assertThat(code(accounts.agree(auditor, "person2", "ENABLE")))
                .as("made by who asks")
                .isNotEqualTo("done");
        house.schema().change("update account set created_by = 0 where id = 4");
        assertThat(code(accounts.agree(auditor, "person2", "ENABLE"))).isEqualTo("done");
        assertThat(accounts.enable(CHIEF, "person2").code()).as("an invitation").isPresent();
        assertThat(house.schema().column("select login from account where disabled_at is not null"))
                .isEmpty();
        assertThat(house.schema().column(usable)).containsExactly("person1");
        assertThat(house.schema().column("select account from account_recovery"))
                .isEmpty();
    }

    @Test
    void ofTwoAdministratorsWhoDisableEachOtherAtTheSameMomentOneStays() throws Exception {
        administrator(1);
        administrator(2);
        Viewer second = new Viewer(2, "person2", "Second", Role.ADMINISTRATOR, Optional.empty(), true);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                house.schema().change("update account set disabled_at = null");
                List<Callable<String>> both = List.of(
                        () -> code(accounts.disable(CHIEF, "person2")),
                        () -> code(accounts.disable(second, "person1")));
                List<String> codes = new ArrayList<>();
                for (var one : two.invokeAll(both, 30, TimeUnit.SECONDS)) {
                    codes.add(one.get());
                }
                assertThat(codes).as("round " + round).containsExactlyInAnyOrder("done", "account.last");
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aKeyOpensOnlyWhatItIsForAndUntilItsLastDayWhichLiesBetweenTodayAndTwoYearsFromNow() {
        ApiKeys keys = house.get(ApiKeys.class);
        KnownKeys known = house.get(KnownKeys.class);
        LocalDate today = LocalDate.of(2026, 8, 17);
        Set<Scope> scopes = Set.of(Scope.DOSSIERS);
        for (LocalDate day : List.of(today.minusDays(1), today.plusDays(731))) {
            assertThat(code(keys.create(CHIEF, "x", scopes, day)))
                    .as(day.toString())
                    .isEqualTo("api-key.day");
        }
        assertThat(code(keys.create(CHIEF, "x", Set.of(), today))).isEqualTo("api-key.name");
        String revoked =
                keys.create(CHIEF, "x", scopes, today.plusDays(729)).code().orElseThrow();
        assertThat(known.opens(revoked, "v1/dossiers/H50")).isTrue();
        assertThat(known.opens(revoked, "v1/complaints")).isFalse();
        assertThat(known.opens(revoked, "v1/dossiersX")).isFalse();
        assertThat(known.isKnown(revoked)).as("for something else").isTrue();
        keys.revoke(CHIEF, keys.all(CHIEF).get(0).id());
        assertThat(known.opens(revoked, "v1/dossiers")).isFalse();
        assertThat(known.isKnown(revoked)).isFalse();
        String ending = keys.create(CHIEF, "one-stop", scopes, today).code().orElseThrow();
        clock.advance(Duration.ofHours(14).plusMinutes(29));
        assertThat(known.opens(ending, "v1/dossiers")).as("23:59").isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(known.opens(ending, "v1/dossiers")).as("midnight").isFalse();
    }
}
