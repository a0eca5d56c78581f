package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Failpoints;

/** P6 for the audit trail: a line that fails after it was chained was never there, and the chain goes on whole. */
class AuditFaultIT {
    private static final Viewer CHIEF = new Viewer(1, "chief", "Chief", Role.ADMINISTRATOR, Optional.empty(), true);
    private static final Viewer AUDITOR = new Viewer(3, "auditor", "Auditor", Role.AUDITOR, Optional.empty(), true);

    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @Test
    void aLineThatFailsAfterItWasChainedWasNeverThere() {
        try (House house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of())) {
            note(house, "before");
            for (String action : new String[] {"throw", "enospc"}) {
                Failpoints.arm("audit.afterAppend.beforeCommit:" + action);
                assertThatThrownBy(() -> note(house, "lost")).isInstanceOf(RuntimeException.class);
                assertThat(Failpoints.fired()).isTrue();
                note(house, "after");
            }
            assertThat(house.schema().column("select subject from audit_line order by seq"))
                    .containsExactly("before", "after", "after");
            assertThat(house.get(AuditLog.class).verify(AUDITOR).orElseThrow().faults())
                    .isEmpty();
        }
    }

    private static void note(House house, String subject) {
        house.tx(() -> {
            house.get(AuditTrail.class).note(CHIEF, "account.created", subject, "");
            return true;
        });
    }
}
