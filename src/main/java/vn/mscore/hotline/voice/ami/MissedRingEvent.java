package vn.mscore.hotline.voice.ami;

import org.asteriskjava.manager.event.UserEvent;

/** The dialplan's own event of that name: a caller was gone before the call was answered. Public for the library. */
public class MissedRingEvent extends UserEvent {
    private static final long serialVersionUID = 1;

    private String caller;

    /** Made by the library. */
    public MissedRingEvent(Object source) {
        super(source);
    }

    /** The number shown, as the dialplan cleaned it; null or empty when hidden. */
    public String getCaller() {
        return caller;
    }

    /** Set by the library out of the header {@code Caller}. */
    public void setCaller(String caller) {
        this.caller = caller;
    }
}
