package vn.mscore.hotline.sms.simulator;

/** What a modem does on one command. */
@FunctionalInterface
interface AtHandler {
    /** Fills {@code answer}, which begins as OK. */
    void handle(AtCommand command, AtAnswer answer);
}
