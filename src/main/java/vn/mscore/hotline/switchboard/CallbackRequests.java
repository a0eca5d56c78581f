package vn.mscore.hotline.switchboard;

import java.time.LocalDate;
import vn.mscore.hotline.shared.PhoneNumber;

/** Who must be called back; one open request per number. */
public interface CallbackRequests {
    /** Books a call-back, or finds the one already open. Returns the working day it is promised for. */
    LocalDate book(PhoneNumber phone, String channel);
}
