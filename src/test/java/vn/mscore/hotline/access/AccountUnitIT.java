package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Accounts.Wanted;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** When a unit is replaced its people move to the successor with the accounts they have. */
class AccountUnitIT {
    private static final Origin DESK = new Origin("10.1.2.3", "browser");
    private static final Viewer CHIEF = new Viewer(1, "chief", "Chief", Role.ADMINISTRATOR, Optional.empty(), true);
    private static final Viewer AUDITOR = new Viewer(3, "tra", "Trà", Role.AUDITOR, Optional.empty(), false);

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private Optional<String> moved(Viewer by, String login, String unit) {
        return house.get(Accounts.class)
                .changeUnit(by, login, new UnitCode(unit))
                .refusal()
                .map(Reason::code);
    }

    @Test
    void officerOfAReplacedOfficeMovesToItsSuccessorAndNobodyElseDoes() throws Exception {
        for (String code : List.of("OLD-UBND", "NEW-UBND")) {
            String unit =
                    "{\"name\": \"UBND\", \"shortName\": \"UBND\", \"kind\": \"OFFICE\", \"validFrom\": \"2025-07-01\"}";
            house.get(UnitRegister.class).put(code, unit.getBytes(StandardCharsets.UTF_8));
        }
        SignIn signIn = house.get(SignIn.class);
        Sessions sessions = house.get(Sessions.class);
        house.get(Accounts.class).create(CHIEF, new Wanted("minh", "Minh", Role.OPERATOR, Optional.empty()));
        Wanted thu = new Wanted("thu", "Thu", Role.OFFICER, Optional.of(new UnitCode("OLD-UBND")));
        String invitation = house.get(Accounts.class).create(CHIEF, thu).code().orElseThrow();
        String session = signIn.password("thu", invitation.toLowerCase(Locale.ROOT), DESK)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .session()
                .orElseThrow();
        assertThat(moved(AUDITOR, "thu", "NEW-UBND")).contains("account.not-yours");
        assertThat(moved(CHIEF, "minh", "NEW-UBND")).as("an operator").contains("account.unit");
        assertThat(moved(CHIEF, "thu", "NO-UBND")).contains("account.unknown-unit");
        assertThat(moved(CHIEF, "thu", "OLD-UBND")).contains("account.state");
        assertThat(moved(CHIEF, "nobody", "NEW-UBND")).contains("account.unknown");
        assertThat(sessions.find(session)).isPresent();
        assertThat(moved(CHIEF, "thu", "NEW-UBND")).isEmpty();
        assertThat(sessions.find(session)).as("sessions end").isEmpty();
        assertThat(house.get(Accounts.class).all(CHIEF))
                .filteredOn(one -> one.login().equals("thu"))
                .extracting(one -> one.unit().orElseThrow().value())
                .containsExactly("NEW-UBND");
        assertThat(house.schema()
                        .column("select concat_ws('|', login, subject, reason) from audit_line where deed ="
                                + " 'account.unit-changed'"))
                .containsExactly("chief|thu|OLD-UBND -> NEW-UBND");
    }
}
