package vn.mscore.hotline.sms.modem;

import java.util.Optional;

/** Where a line's messages go while the database is away and its SIM is nearly full; nowhere for a line without a spool. */
final class Overflow {
    private final Optional<SpoolDrain> spool;
    private final LineBoard board;

    Overflow(Optional<SpoolDrain> spool, LineBoard board) {
        this.spool = spool;
        this.board = board;
    }

    /** Whether a message from the SIM would be kept now. */
    boolean takes() {
        return spool.filter(drain -> drain.willing() && board.fullTo(drain.percent()))
                .isPresent();
    }

    /** True once the message is on disk. */
    boolean keep(ReceivedPdu pdu) {
        return spool.filter(drain -> drain.keep(pdu)).isPresent();
    }

    /** Whether something is on disk that was not stored yet. */
    boolean waits() {
        return spool.filter(SpoolDrain::waits).isPresent();
    }

    /** On return nothing older waits but entries the disk does not give; throws when it does. */
    void drain() {
        spool.ifPresent(SpoolDrain::drain);
    }
}
