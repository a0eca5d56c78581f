package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.desk.text.Answers;
import vn.mscore.hotline.desk.text.Asked;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.OwedLookups;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;

/** Where is my dossier: by code, or all of this number. */
@Singleton
class LookupCommand implements TextCommand {
    private final LookupGate gate;
    private final DossierAnswers dossiers;
    private final OwedLookups owed;
    private final Answers answers;

    @Inject
    LookupCommand(LookupGate gate, DossierAnswers dossiers, OwedLookups owed, Answers answers) {
        this.gate = gate;
        this.dossiers = dossiers;
        this.owed = owed;
        this.answers = answers;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.LOOKUP, Verb.LIST_OWN);
    }

    @Override
    public void foresee(List<Asked> asked) {
        gate.foresee(asked.stream().map(Asked::caller).map(Caller::phone).toList());
        answers.foresee(asked.stream().map(Asked::caller).map(Caller::sms).toList());
        dossiers.foresee(asked.stream().map(Asked::order).toList());
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        boolean nothingToLookUp = order.verb() == Verb.LOOKUP
                && order.code().isEmpty()
                && order.typed().isEmpty();
        if (nothingToLookUp) {
            return caller.reply("T09");
        }
        return switch (gate.enter(caller.phone())) {
            case OPEN -> dossiers.answer(order, caller);
            case SAY_ENOUGH -> caller.reply("T23", Map.of("count", Integer.toString(gate.perNumber())));
            case SILENT -> Reply.silence("desk.guessing");
            case BUSY -> {
                owed.add(caller.sms(), caller.phone());
                yield caller.reply("T30");
            }
        };
    }
}
