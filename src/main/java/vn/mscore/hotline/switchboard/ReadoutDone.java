package vn.mscore.hotline.switchboard;

/**
 * Fact: nobody is called for this any more.
 *
 * @param by the login of who called, {@code hotline} for the exchange
 */
public record ReadoutDone(Readout readout, CallbackBook.Outcome outcome, String by) {}
