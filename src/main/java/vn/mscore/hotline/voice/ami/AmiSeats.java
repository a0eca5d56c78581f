package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.voice.QueueSeats;

/** Seats as rows: the link says them to the exchange at once, after every loss, and whenever they differ. Needs a transaction. */
@Singleton
public class AmiSeats implements QueueSeats {
    private final SqlExchangeState state;
    private final Facts facts;
    private final Clock clock;

    /** Keeps seats in {@code state}. */
    @Inject
    AmiSeats(SqlExchangeState state, Facts facts, Clock clock) {
        this.state = state;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void seat(String device, boolean present) {
        Require.that(AmiReading.device("PJSIP/" + device).filter(device::equals).isPresent(), "not a telephone");
        if (state.seat(device, present, clock.instant())) {
            facts.tell(new AmiLink.SeatsMoved());
        }
    }
}
