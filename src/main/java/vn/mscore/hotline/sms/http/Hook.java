package vn.mscore.hotline.sms.http;

import java.util.List;
import java.util.function.Consumer;
import vn.mscore.hotline.sms.Intake;

/** What is made of the calls to one address. */
interface Hook {
    /** Method of HTTP it takes. */
    String method();

    /** What is answered once the call is stored. */
    Reply thanks();

    /** How many messages a call holds. */
    Several several();

    /** All it looks at in a call. */
    List<Source> sources();

    /**
     * Reads a call of one message and tells how it is stored.
     *
     * @param kept what is kept of the call for a person
     * @throws IllegalArgumentException when it cannot be read
     */
    Consumer<Intake> read(Call call, String line, byte[] kept);
}
