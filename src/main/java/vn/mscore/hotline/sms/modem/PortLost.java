package vn.mscore.hotline.sms.modem;

/** The port is no use any more: close it and open it again. */
final class PortLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortLost(String why) {
        super(why);
    }
}
