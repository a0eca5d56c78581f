package vn.mscore.hotline.sms.modem;

/**
 * The storage a modem reads from and deletes in (mem1 of AT+CPMS, TS 27.005 3.2.2). A modem that started again stands at
 * another one, so that it counts as selected only while nothing happened since it was confirmed behind which a start may hide.
 */
final class SelectedStorage {
    private static final int READ = 20;

    private final AtDialogue at;
    private String name = "";

    SelectedStorage(AtDialogue at) {
        this.at = at;
    }

    /** Which one; empty for none. */
    String name() {
        return name;
    }

    void forget() {
        name = "";
    }

    /** Selects {@code wanted} unless it is selected; false when the modem refuses. */
    boolean select(String wanted) {
        return wanted.matches("[A-Z]{2}") && (wanted.equals(name) || ask(wanted).ok());
    }

    /** Selects {@code wanted} and returns how full the modem says it is. */
    AtReply ask(String wanted) {
        name = "";
        AtReply reply = at.command("AT+CPMS=\"" + wanted + "\"", READ);
        if (reply.silent()) {
            at.resync();
        }
        stay();
        name = reply.ok() ? wanted : "";
        return reply;
    }

    /** Finds back to a modem that did not answer, and to this storage; throws when the storage is not confirmed. */
    void resync() {
        String before = name;
        name = "";
        at.resync();
        if (!ask(before).ok()) {
            throw new SimStore.WrongMode("the modem does not confirm its storage after a silence");
        }
    }

    /** Throws when the modem is known to have started again. */
    void stay() {
        if (at.restarted()) {
            name = "";
            throw new SimStore.WrongMode("the modem started again in the middle of reading");
        }
    }
}
