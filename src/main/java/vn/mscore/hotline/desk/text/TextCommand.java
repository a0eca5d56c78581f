package vn.mscore.hotline.desk.text;

import java.util.Set;

/** Does what a text asks for, inside the transaction of the inbox. */
public interface TextCommand {
    /** The verbs it carries out. */
    Set<Verb> verbs();

    /** Carries out an order. */
    Reply carryOut(Order order, Caller caller);
}
