package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Accounts.Wanted;
import vn.mscore.hotline.access.audit.TellWitness;
import vn.mscore.hotline.access.login.FirstAdministrator;
import vn.mscore.hotline.app.figures.Alarms;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.watch.AlarmBoard;

/** R48 and L17: what was done is known elsewhere before whoever did it could take it back. */
@Timeout(120)
class AuditWitnessIT {
    private static final Viewer CHIEF = new Viewer(1, "chief", "Chief", Role.ADMINISTRATOR, Optional.empty(), true);
    private static final List<String> PRIVILEGED = List.of(
            "account.created",
            "account.invited",
            "account.disabled",
            "account.enabled",
            "account.trusted",
            "account.trust-asked",
            "second-factor.reset",
            "second-factor.reset-asked",
            "api-key.created",
            "api-key.revoked",
            "sealed.asked",
            "sealed.opened",
            "sealed.read",
            "sealed.phone-revealed",
            "sealed.handed-over",
            "hold.placed",
            "hold.lifted",
            "route.changed",
            "text.changed",
            "export.made");
    private static final Duration LONGEST_POST = Duration.ofSeconds(15);

    @TempDir
    Path var;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private HeadReceiver witness;
    private House house;

    @BeforeEach
    void open() throws IOException {
        witness = new HeadReceiver();
        house = House.open(clock, settings(Map.of("hotline.audit.witness", witness.address())));
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "hotline.var",
                var.toString(),
                "hotline.node",
                "may-1",
                "hotline.audit.witness.secret",
                HeadReceiver.SECRET,
                "hotline.alarm.disk.mb",
                "0"));
        all.putAll(more);
        return all;
    }

    @AfterEach
    void close() {
        house.close();
        witness.close();
    }

    /** Notes a line and says its number. */
    private long deed(String deed) {
        house.tx(() -> {
            house.get(AuditTrail.class).note(CHIEF, deed, "someone", "");
            return true;
        });
        return head();
    }

    private long head() {
        return Long.parseLong(
                house.schema().column("select seq from audit_head").get(0));
    }

    private int tell(Duration later) {
        clock.advance(later);
        return job().run();
    }

    private HeadWitness outside() {
        return house.get(HeadWitness.class);
    }

    private TellWitness job() {
        return house.get(TellWitness.class);
    }

    @Test
    void eachOfTwentyPrivilegedDeedsIsKnownOutsideWithinAMinute() {
        assertThat(job().every().plus(LONGEST_POST.multipliedBy(2))).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(PRIVILEGED).hasSize(20);
        for (String deed : PRIVILEGED) {
            long line = deed(deed);
            assertThat(tell(job().every())).as(deed).isEqualTo(1);
            assertThat(witness.newest()).as(deed).startsWith("{\"lines\":" + line + ",");
        }
    }

    @Test
    void theFirstAdministratorDoesNotComeFromNowhere() {
        new SecretFiles(var.resolve("secrets")).findOrMake("admin-password", 32);
        FirstAdministrator maker = house.get(FirstAdministrator.class);
        maker.start();
        maker.start();
        assertThat(house.schema().column("select subject from audit_line where deed = 'first-administrator.made'"))
                .containsExactly("admin");
    }

    @Test
    void aHeadIsNumberHashTimeAndSignatureAndNothingPersonal() {
        assertThat(tell(Duration.ZERO)).as("a trail without a line").isZero();
        deed("account.created");
        tell(Duration.ZERO);
        assertThat(witness.kept())
                .singleElement()
                .asString()
                .matches("\\{\"lines\":1,\"hash\":\"[0-9a-f]{64}\","
                        + "\"at\":\"2026-08-17T02:30:00Z\",\"signature\":\"[0-9a-f]{64}\"}");
        AuditSeals seals = new AuditSeals(new SecretFiles(var.resolve("secrets")).findOrMake(AuditSeal.SECRET, 32));
        seals.add("heads", witness.kept());
        assertThat(seals.faults()).isEmpty();
    }

    @Test
    void aTrailThatRestsIsToldEachHour() {
        deed("account.created");
        tell(Duration.ZERO);
        assertThat(tell(Duration.ofMinutes(59))).isZero();
        assertThat(tell(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(witness.kept()).hasSize(2).allMatch(head -> head.startsWith("{\"lines\":1,"));
        assertThat(witness.newest()).contains("\"at\":\"2026-08-17T03:30:00Z\"");
    }

    @ParameterizedTest(name = "a witness that answers {0}")
    @CsvSource({"503", "302", "401"})
    void aHeadIsTriedUntilItIsTakenAndTheNewestStandsForAll(int refusal) {
        deed("account.created");
        witness.answer(refusal);
        assertThat(tell(job().every())).isZero();
        deed("account.disabled");
        assertThat(tell(job().every())).isZero();
        assertThat(witness.kept()).isEmpty();
        witness.answer(204);
        assertThat(tell(job().every())).isEqualTo(1);
        assertThat(witness.kept()).singleElement().asString().startsWith("{\"lines\":2,");
        assertThat(tell(job().every())).isZero();
    }

    @Test
    void hoursWithoutAHeadTakenAreAnAlarmThatARestartDoesNotSilence() throws IOException {
        deed("case.read");
        tell(Duration.ZERO);
        String address = witness.address();
        witness.close();
        tell(Duration.ofMinutes(179));
        assertThat(alarms()).isEmpty();
        assertThat(outside().taken()).contains(Instant.parse("2026-08-17T02:30:00Z"));
        tell(Duration.ofMinutes(1));
        assertThat(alarms()).containsExactly("witness-behind may-1");
        house.close();
        house = House.reopen(clock, settings(Map.of("hotline.audit.witness", address)), house.schema());
        assertThat(outside().isBehind()).as("before it was asked").isFalse();
        tell(Duration.ZERO);
        assertThat(outside().isBehind()).as("after a restart").isTrue();
        witness = new HeadReceiver();
        house.close();
        house = House.reopen(clock, settings(Map.of("hotline.audit.witness", witness.address())), house.schema());
        tell(Duration.ZERO);
        assertThat(outside().isBehind()).isFalse();
        assertThat(outside().taken()).contains(clock.instant());
    }

    @Test
    void aWitnessThatNeverTookAHeadIsAnAlarmAtItsFirstRefusal() {
        deed("case.read");
        assertThat(alarms()).isEmpty();
        witness.answer(404);
        tell(Duration.ZERO);
        assertThat(alarms()).containsExactly("witness-behind may-1");
    }

    @Test
    void changedRightsAreToldAsAlarmsByTheirDeed() {
        house.get(Accounts.class).create(CHIEF, new Wanted("minh", "Minh", Role.OPERATOR, Optional.empty()));
        house.get(Accounts.class).disable(CHIEF, "minh");
        deed("case.read");
        assertThat(alarms())
                .containsExactlyInAnyOrder(
                        "rights-changed account.created",
                        "rights-changed account.invited",
                        "rights-changed account.disabled");
    }

    private List<String> alarms() {
        house.get(Alarms.class).run();
        return house.get(AlarmBoard.class).latest(20).stream()
                .filter(alarm -> alarm.ended().isEmpty())
                .map(alarm -> alarm.trouble().kind() + " " + alarm.trouble().line())
                .toList();
    }

    @Test
    void withoutAWitnessNothingIsSentAndNothingIsBehind() {
        house.close();
        house = House.open(clock, settings(Map.of()));
        deed("account.created");
        assertThat(tell(Duration.ZERO)).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(outside().isNamed()).isFalse();
        assertThat(outside().isBehind()).isFalse();
    }
}
