package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.citizen.SubjectRequests.Opened;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.ReceiptCode;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;

/**
 * Opens a tracked request about personal data: a sender can be forged, so a text alone changes nothing (row 35). Words that
 * belong to the sealed lane go there; every operator reads a request, so it keeps the wish alone.
 */
@Singleton
class PersonalRequestCommand implements TextCommand {
    private final SubjectRequests requests;
    private final SecretWords secret;
    private final Phrases phrases;

    @Inject
    PersonalRequestCommand(SubjectRequests requests, SecretWords secret, Phrases phrases) {
        this.requests = requests;
        this.secret = secret;
        this.phrases = phrases;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.DATA);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        String text = caller.sms().text();
        boolean sealed = secret.areIn(text) || ReceiptCode.besideATicket(text).isPresent();
        String kept = sealed ? SubjectWish.of(text).command() : text;
        Opened opened = requests.open(caller.phone(), kept, "SMS");
        return caller.reply(
                "T42",
                Map.of(
                        "request", opened.number(),
                        "acknowledge", phrases.day(opened.acknowledgeBy()),
                        "due", phrases.day(opened.completeBy())));
    }
}
