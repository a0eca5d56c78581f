package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.switchboard.CallbackRequests;

/** Books a call-back. */
@Singleton
class CallbackCommand implements TextCommand {
    private final CallbackRequests callbacks;
    private final Phrases phrases;

    @Inject
    CallbackCommand(CallbackRequests callbacks, Phrases phrases) {
        this.callbacks = callbacks;
        this.phrases = phrases;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CALLBACK);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        return caller.reply("T26", Map.of("date", phrases.day(callbacks.book(caller.phone(), "SMS"))));
    }
}
