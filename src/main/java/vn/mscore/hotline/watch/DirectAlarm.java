package vn.mscore.hotline.watch;

/** Tells what cannot be written down, because the database is what is away. */
public interface DirectAlarm {
    /**
     * Posts to the webhook once, within its time-outs, that {@code alarm} began or, when it has an end, is over; false when
     * it must be tried again. True when there is none.
     */
    boolean tell(Alarm alarm);
}
