package vn.mscore.hotline.sms.simulator;

/** PORT of the network: a modem that is on it. */
interface Subscriber {
    /** Its number, E.164. */
    String number();

    /** Takes a part or report, or refuses it for now: no room, switched off, nobody to hand it to. */
    boolean take(AirMessage message);

    /** Somebody rings; an empty caller hides the number. */
    void ring(String caller);
}
