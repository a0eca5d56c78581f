package vn.mscore.hotline.sms;

/** PORT between inbox and outbox: where delivery reports go. Never a message of a citizen. */
public interface DeliveryReports {
    /** Keeps the report and notes it with the message it belongs to, if that is known; inside the caller's transaction. */
    void note(Intake.ReceivedReport report);
}
